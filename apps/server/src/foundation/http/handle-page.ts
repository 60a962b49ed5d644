/**
 * Pages the server writes itself: complete without scripts, for people who hold no more than a link. The order is
 * that of a route: address limit → who is it → input → answer.
 */
import type { RouteLimit } from '@promptvault/contract/define-route';
import type { Context } from 'hono';
import type { Actor } from '../context/actor.ts';
import type { RequestFacts } from '../context/ctx.ts';
import { RequestError } from '../errors/foundation-errors.ts';
import { makeLobby } from './make-lobby.ts';
import type { RouteHost } from './route-host.ts';
import type { Lobby } from './serve.ts';

const longestForm = 64 * 1024;

export interface PageInput {
  params: Readonly<Record<string, string>>;
  query: URLSearchParams;
  /** What a form sent; empty for GET. */
  form: URLSearchParams;
}

export interface PageDeclaration {
  method: 'get' | 'post';
  /** Outside /api/: `/unsubscribe/{token}`. */
  path: `/${string}`;
  limit: RouteLimit;
  /** Imported when the first such page is asked for. */
  handler(): Promise<(lobby: Lobby<Actor>, input: PageInput) => Promise<Response>>;
}

export async function handlePage(
  host: RouteHost,
  page: PageDeclaration,
  context: Context,
  facts: RequestFacts,
): Promise<Response> {
  await host.limits.byAddress(facts.address, page.limit, context);
  const credential = await host.authenticate(context.req.raw);
  const input: PageInput = {
    params: context.req.param() as Record<string, string>,
    query: new URL(context.req.url).searchParams,
    form: page.method === 'post' ? await readForm(context) : new URLSearchParams(),
  };
  const handler = await page.handler();
  return handler(makeLobby({ host, context, credential, facts }), input);
}

/** @throws request.too_large */
async function readForm(context: Context): Promise<URLSearchParams> {
  const reader = context.req.raw.body?.getReader();
  const parts: Uint8Array[] = [];
  let size = 0;
  for (let part = await reader?.read(); part && !part.done; part = await reader?.read()) {
    size += part.value.byteLength;
    if (size > longestForm) {
      await reader?.cancel();
      throw RequestError.too_large({ maxBytes: longestForm });
    }
    parts.push(part.value);
  }
  return new URLSearchParams(Buffer.concat(parts).toString('utf8'));
}
