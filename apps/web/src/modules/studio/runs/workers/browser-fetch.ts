import type { UnreachedReason } from './caller-protocol.ts';

/** Its name is how the wire tells an address that must not or cannot be called from what a provider says. */
class Unreached extends Error {
  override readonly name = 'AddressRefused';
  declare readonly message: UnreachedReason;
}

type World = { fetch: typeof globalThis.fetch; isOnline: () => boolean };

const isHere = (url: URL) => /^(localhost|127\.\d+\.\d+\.\d+)$/.test(url.hostname);

/**
 * The fetch of a private run: no cookies, no address of the page, no redirect that would carry the key elsewhere. A
 * browser says nothing of why it reached nobody; asking once more for an answer that it may not read tells a server that
 * refuses pages from one that is not there.
 * @throws Unreached with the reason in place of words
 */
export function browserFetch(provider: string, world: World): typeof globalThis.fetch {
  const isThere = async (url: URL, signal: AbortSignal | undefined) => {
    try {
      const init: RequestInit = { mode: 'no-cors', credentials: 'omit', cache: 'no-store' };
      await world.fetch(url.origin, signal ? { ...init, signal } : init);
      return true;
    } catch {
      return false; // Whatever it was, nobody could be read there.
    }
  };
  return async (input, init = {}) => {
    const url = new URL(input instanceof Request ? input.url : String(input));
    const headers = new Headers(init.headers);
    // Names the library; a header more that a server would have to allow to pages.
    headers.delete('user-agent');
    // Its own word for: the person knows that the key is used in a browser.
    if (provider === 'anthropic') headers.set('anthropic-dangerous-direct-browser-access', 'true');
    try {
      return await world
        .fetch(input, {
          ...init,
          headers,
          credentials: 'omit',
          redirect: 'manual',
          referrerPolicy: 'no-referrer',
          cache: 'no-store',
        })
        .then((response) => {
          if (response.type === 'opaqueredirect') throw new Unreached('redirects');
          return response;
        });
    } catch (error) {
      const signal = init.signal ?? undefined;
      if (error instanceof Unreached || signal?.aborted || !(error instanceof TypeError)) throw error;
      if (!isHere(url) && !world.isOnline()) throw new Unreached('offline');
      throw new Unreached((await isThere(url, signal)) ? 'refuses_pages' : 'silent');
    }
  };
}
