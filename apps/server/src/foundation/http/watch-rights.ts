import { AuthError } from '../errors/foundation-errors.ts';
import type { Credential } from './capabilities.ts';
import type { RouteHost } from './route-host.ts';

interface Reader {
  credential: Credential;
  request: Request;
  /** Opens the thing again, as the reader. @throws when it is no longer theirs to read */
  reopen(): Promise<unknown>;
}

/**
 * Tells when an answer that goes on is no longer its reader's to read: the session ended, or a membership changed.
 * @returns what stops the watching
 */
export function watchRights(
  { ports: { bus }, authenticate }: Pick<RouteHost, 'ports' | 'authenticate'>,
  { credential: { userId, sessionId }, request, reopen }: Reader,
  end: (reason: unknown) => void,
): () => void {
  const check = async () => {
    try {
      if (!(await authenticate(request))) throw AuthError.required();
      await reopen();
    } catch (reason) {
      end(reason);
    }
  };
  const unsubscribe = [
    bus.subscribe('session.revoked', ([revoked]) => {
      if (revoked === sessionId) end(AuthError.required());
    }),
    bus.subscribe('membership.changed', ([, changed]) => {
      if (changed === userId) void check();
    }),
    bus.onGap(() => void check()),
  ];
  // What ended between the opening and this moment was not heard.
  void check();
  return () => {
    for (const one of unsubscribe) one();
  };
}
