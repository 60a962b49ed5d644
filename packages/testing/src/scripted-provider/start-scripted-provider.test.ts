import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { namedBehaviours } from './named-behaviours.ts';
import { type ScriptedProvider, startScriptedProvider } from './start-scripted-provider.ts';

let provider: ScriptedProvider;
beforeAll(async () => {
  provider = await startScriptedProvider();
});
afterAll(() => provider.close());

function chat(model: string, init: RequestInit = {}) {
  return fetch(`${provider.baseUrls.openai}/chat/completions`, {
    method: 'POST',
    headers: { authorization: 'Bearer sk-secret-key-1234', 'content-type': 'application/json' },
    body: JSON.stringify({ model, stream: true, messages: [{ role: 'user', content: 'Hello there' }] }),
    ...init,
  });
}

describe('the scripted provider', () => {
  it('frames chat completions as events and ends them with [DONE]', async () => {
    const response = await chat('scripted-echo');
    expect(response.headers.get('content-type')).toContain('text/event-stream');
    const events = (await response.text()).split('\n\n').filter(Boolean);
    expect(events.at(-1)).toBe('data: [DONE]');
    const said = events.slice(0, -1).map((event) => JSON.parse(event.slice('data: '.length)));
    expect(said.map((event) => event.choices[0].delta.content ?? '').join('')).toBe('Hello there');
  });

  it('records what was sent, without the key', async () => {
    provider.requests.length = 0;
    await (await chat('scripted-json')).text();
    const [request] = provider.requests;
    expect(request?.body).toMatchObject({ messages: [{ role: 'user', content: 'Hello there' }] });
    expect(JSON.stringify(request)).not.toContain('sk-secret');
    expect(request?.headers.authorization).toBe('…1234');
  });

  it('notices that the client closed the connection', async () => {
    provider.requests.length = 0;
    const stop = new AbortController();
    const response = await chat('scripted-slow', { signal: stop.signal });
    const asked = performance.now();
    stop.abort();
    await response.text().catch(() => '');
    await expect(provider.requests[0]?.over).resolves.toBe('closed-by-client');
    expect((provider.requests[0]?.closedByClientAt ?? 0) - asked).toBeLessThan(250);
  });

  it('tears a connection down and does not blame the client', async () => {
    provider.requests.length = 0;
    const response = await chat('scripted-reset');
    await expect(response.text()).rejects.toThrow();
    await expect(provider.requests[0]?.over).resolves.toBe('finished');
  });

  it('takes scripts for any model, one behaviour for each request', async () => {
    provider.script('flaky', { status: 500 }, { text: 'well' });
    expect((await chat('flaky')).status).toBe(500);
    expect(await (await chat('flaky')).text()).toContain('well');
    expect(await (await chat('flaky')).text()).toContain('well');
  });

  it('refuses the wrong key, an unknown model and a body that is not JSON', async () => {
    const headers = { authorization: 'Bearer scripted-wrong-key' };
    expect((await chat('scripted-fast', { headers })).status).toBe(401);
    expect((await chat('nobody')).status).toBe(404);
    expect((await chat('scripted-fast', { body: '{' })).status).toBe(400);
  });

  it('lists its models in the words of each protocol', async () => {
    const listed = await Promise.all(
      Object.values(provider.baseUrls).map(async (base) => (await fetch(`${base}/models`)).text()),
    );
    for (const list of listed) expect(list).toContain('scripted-fast');
  });

  it('keeps its list of names explained in the README', async () => {
    const { readFileSync } = await import('node:fs');
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
    for (const name of Object.keys(namedBehaviours)) expect(readme).toContain(`\`${name}\``);
  });

  it('refuses parts of messages as the provider of its protocol would', async () => {
    const pdf = Buffer.from('%PDF-1.7 and no more').toString('base64');
    const file = (file_data: string, filename?: string) => ({
      type: 'file',
      file: { file_data, ...(filename === undefined ? {} : { filename }) },
    });
    const status = async (part: object) => {
      const messages = [{ role: 'user', content: [part, { type: 'text', text: 'Hello' }] }];
      const body = JSON.stringify({ model: 'scripted-json', stream: true, messages });
      const response = await chat('scripted-json', { body });
      return [response.status, await response.text()];
    };
    expect((await status(file(`data:application/pdf;base64,${pdf}`, 'a.pdf')))[0]).toBe(200);
    const refused: [object, string][] = [
      [file(pdf, 'a.pdf'), 'unsupported data address'],
      [file(`data:application/pdf;base64,${pdf}`), 'filename'],
      [file('data:application/pdf;base64,aGVsbG8=', 'a.pdf'), 'not application/pdf'],
      [{ type: 'document', source: { type: 'base64' } }, "Invalid value: 'document'"],
      [{ type: 'image_url', image_url: { url: `data:application/pdf;base64,${pdf}` } }, 'unsupported'],
    ];
    for (const [part, words] of refused)
      expect(await status(part)).toEqual([400, expect.stringContaining(words)]);
  });
});
