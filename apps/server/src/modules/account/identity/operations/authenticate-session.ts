import type { Credential } from '../../../../foundation/http/capabilities.ts';
import type { Services } from '../../../../foundation/module/define-module.ts';
import { identityOf } from '../auth.ts';
import { apiFault } from './api-fault.ts';
import { sessionCacheOf } from './session-cache.ts';

/** Recognises a person by the session cookie. */
export async function authenticateSession(
  request: Request,
  { ports }: Services,
): Promise<Credential | undefined> {
  const cookies = request.headers.get('cookie');
  if (!cookies?.includes('promptvault.session_token')) return undefined;
  const cache = sessionCacheOf(ports);
  const known = cache.find(cookies);
  if (known) return known;
  const { auth, services } = identityOf(ports);
  const { headers, response } = await auth.api
    .getSession({ headers: new Headers({ cookie: cookies }), returnHeaders: true })
    .catch(async (error: unknown) => {
      throw await apiFault(services.db.identity, error);
    });
  if (!response) return undefined;
  const credential: Credential = {
    kind: 'session',
    userId: response.user.id,
    sessionId: response.session.id,
    ambient: true,
  };
  if (!cache.keep(cookies, credential, response.session.expiresAt)) return undefined;
  const renewed = new Headers();
  for (const cookie of headers?.getSetCookie() ?? []) renewed.append('set-cookie', cookie);
  return renewed.has('set-cookie') ? { ...credential, headers: renewed } : credential;
}
