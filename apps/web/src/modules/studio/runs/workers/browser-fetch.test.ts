import { describe, expect, it } from 'vitest';
import { browserFetch } from './browser-fetch.ts';

const refused = () => Promise.reject(new TypeError('Failed to fetch'));
const reasonOf = (promise: Promise<unknown>) =>
  promise.then(
    () => 'reached',
    (error: Error) => `${error.name} ${error.message}`,
  );

function world(answer: typeof globalThis.fetch, isOnline = true) {
  const asked: { url: string; init: RequestInit; headers: Headers }[] = [];
  const fetch: typeof globalThis.fetch = (input, init = {}) => {
    asked.push({ url: String(input), init, headers: new Headers(init.headers) });
    return answer(input, init);
  };
  return { asked, world: { fetch, isOnline: () => isOnline } };
}

describe('the fetch of a private run', () => {
  it('takes along no cookies, no address of the page, and nothing that names the library', async () => {
    const { asked, world: here } = world(async () => new Response('ok'));
    const headers = { 'user-agent': 'ai-sdk', 'x-api-key': 'k' };
    await browserFetch('anthropic', here)('https://api.anthropic.com/v1/messages', { headers });
    expect(asked[0]?.init).toMatchObject({
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
      redirect: 'manual',
    });
    expect(Object.fromEntries(asked[0]?.headers ?? [])).toEqual({
      'x-api-key': 'k',
      'anthropic-dangerous-direct-browser-access': 'true',
    });
    await browserFetch('openai', here)('https://api.openai.com/v1/responses', {});
    expect(asked[1]?.headers.has('anthropic-dangerous-direct-browser-access')).toBe(false);
  });

  it('tells a server that refuses pages from one that is not there', async () => {
    const cors = world((_, init) =>
      init?.mode === 'no-cors' ? Promise.resolve(new Response('')) : refused(),
    );
    const url = 'http://localhost:11434/v1/chat/completions';
    expect(await reasonOf(browserFetch('openai_compatible', cors.world)(url))).toBe(
      'AddressRefused refuses_pages',
    );
    // What is asked to find out holds neither key nor prompt, and not even the path.
    expect(cors.asked[1]).toMatchObject({ url: 'http://localhost:11434' });
    expect([...(cors.asked[1]?.headers ?? [])]).toEqual([]);
    expect(await reasonOf(browserFetch('x', world(refused).world)(url))).toBe('AddressRefused silent');
  });

  it('says that this machine is offline, unless the model is on it', async () => {
    const offline = world(refused, false).world;
    expect(await reasonOf(browserFetch('openai', offline)('https://api.openai.com/v1/models'))).toBe(
      'AddressRefused offline',
    );
    expect(await reasonOf(browserFetch('openai', offline)('http://127.0.0.1:11434/v1'))).toBe(
      'AddressRefused silent',
    );
  });

  it('follows no redirect, which could carry the key elsewhere', async () => {
    const there = world(async () => ({ type: 'opaqueredirect' }) as Response).world;
    expect(await reasonOf(browserFetch('openai', there)('https://a.example/v1'))).toBe(
      'AddressRefused redirects',
    );
  });

  it('does not look for a reason when it was stopped', async () => {
    const stopper = new AbortController();
    stopper.abort();
    const { asked, world: here } = world(() => Promise.reject(new DOMException('x', 'AbortError')));
    expect(await reasonOf(browserFetch('x', here)('https://a.example', { signal: stopper.signal }))).toBe(
      'AbortError x',
    );
    expect(asked).toHaveLength(1);
  });
});
