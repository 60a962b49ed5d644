import { AuthError } from '../errors/foundation-errors.ts';

/**
 * Refuses a changing request that another site made in the person's browser. A browser names the page's
 * origin on every such request; a program without a browser names none and carries no ambient cookie.
 * @throws auth.csrf
 */
export function checkOrigin(request: Request, trusted: readonly string[], ambient: boolean): void {
  if (!ambient) return;
  const origin = request.headers.get('origin');
  if (origin !== null) {
    if (!trusted.includes(origin)) throw AuthError.csrf();
    return;
  }
  const site = request.headers.get('sec-fetch-site');
  if (site !== null && site !== 'same-origin' && site !== 'none') throw AuthError.csrf();
}
