import type { RouteDefinition } from '@promptvault/contract/define-route';
import type * as z from 'zod';

type Answer<R extends RouteDefinition> = R['response'] extends { schema: infer S extends z.ZodType }
  ? z.output<S>
  : undefined;

export interface CallInput<R extends RouteDefinition> {
  params?: Readonly<Record<string, string>>;
  query?: Readonly<Record<string, string>>;
  body?: R['body'] extends z.ZodType ? z.input<R['body']> : never;
  /** For If-Match. */
  revision?: number;
}

export type Call = <const R extends RouteDefinition>(route: R, input?: CallInput<R>) => Promise<Answer<R>>;

export interface Caller {
  call: Call;
  /** The same person in a tab of this organization. */
  within(organizationId: string): Caller;
}

/** A person at a distance: calls routes of the contract over HTTP and keeps the session's cookie. */
export function createCaller(
  url: string,
  organizationId?: string,
  session: { cookie: string } = { cookie: '' },
): Caller {
  const call: Call = async (route, { params = {}, query = {}, body, revision } = {}) => {
    const path = route.path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(params[name] ?? ''));
    const response = await fetch(`${url}${path}?${new URLSearchParams(query)}`, {
      method: route.method.toUpperCase(),
      headers: {
        ...(session.cookie && { cookie: session.cookie }),
        ...(organizationId && { 'promptvault-organization': organizationId }),
        ...(body !== undefined && { 'content-type': 'application/json' }),
        ...(revision !== undefined && { 'if-match': `"r${revision}"` }),
      },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    const cookies = response.headers.getSetCookie().map((cookie) => cookie.split(';')[0]);
    if (cookies.length > 0) session.cookie = cookies.join('; ');
    const text = await response.text();
    if (!response.ok) throw new Error(`${route.operationId} answered ${response.status}: ${text}`);
    return (text ? JSON.parse(text) : undefined) as never;
  };
  return { call, within: (organization) => createCaller(url, organization, session) };
}
