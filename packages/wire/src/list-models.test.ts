import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { startScriptedProvider } from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { describe, expect, it } from 'vitest';
import type { Clock } from './clock.ts';
import { stillClock, testKey } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';

const gateway = createLlmGateway({ fetch: globalThis.fetch, clock: stillClock });

async function tryAgainst(listener: RequestListener, model?: string, clock = stillClock) {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const result = await createLlmGateway({ fetch: globalThis.fetch, clock }).test({
    provider: 'openai_compatible',
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    apiKey: testKey,
    signal: new AbortController().signal,
    ...(model ? { model } : {}),
  });
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
  return result;
}

describe('testing a connection', () => {
  it('gives up on a server that does not answer', async () => {
    const asked = Promise.withResolvers<void>();
    const waits: number[] = [];
    const clock: Clock = {
      ...stillClock,
      sleep(ms) {
        waits.push(ms);
        return asked.promise;
      },
    };
    const result = await tryAgainst(() => asked.resolve(), undefined, clock);
    expect(result).toMatchObject({ ok: false, error: { code: 'model.timeout' } });
    expect(waits).toEqual([15_000]);
  });

  it('names a server that is no model provider', async () => {
    const page = await tryAgainst((_, response) => response.end('<html>Welcome</html>'));
    expect(page).toMatchObject({ ok: false, error: { code: 'model.garbled' } });
    const other = await tryAgainst((_, response) => response.end('{"hello":1}'));
    expect(other).toMatchObject({ ok: false, error: { code: 'model.garbled' } });
  });

  it('hints at /v1 where nothing is found', async () => {
    const result = await tryAgainst((_, response) => response.writeHead(404).end('no'));
    expect(result).toMatchObject({ ok: false, error: { code: 'model.not_found' } });
    expect(JSON.stringify(result)).toContain('/v1');
  });

  it('asks the model itself where a server has no list', async () => {
    const provider = await startScriptedProvider();
    const forward: RequestListener = (request, response) => {
      if (request.url?.endsWith('/models')) return response.writeHead(404).end();
      const target = `${provider.baseUrls.openai_compatible}${request.url}`;
      request.setEncoding('utf8').on('data', async (body: string) => {
        const answer = await fetch(target, { method: 'POST', body });
        response.writeHead(answer.status, { 'content-type': answer.headers.get('content-type') ?? '' });
        response.end(await answer.text());
      });
    };
    expect(await tryAgainst(forward, 'scripted-json')).toMatchObject({ ok: true });
    expect(await tryAgainst(forward, 'scripted-401')).toMatchObject({
      ok: false,
      error: { code: 'model.unauthorized' },
    });
    await provider.close();
  });

  it('needs no network for the echo model, and a key for those that want one', async () => {
    const connection = { baseUrl: null, apiKey: null, signal: new AbortController().signal };
    expect(await gateway.test({ ...connection, provider: 'echo' })).toMatchObject({ ok: true });
    expect(await gateway.test({ ...connection, provider: 'openai' })).toMatchObject({
      ok: false,
      error: { code: 'model.unauthorized' },
    });
  });
});
