import { fakeClock } from '@promptvault/testing/fake-clock';
import { describe, expect, it } from 'vitest';
import { collect, modelCall, outcome } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';

const unreachable = (() => {
  throw new Error('the echo model needs no network');
}) as unknown as typeof globalThis.fetch;

function echo(given: Partial<Parameters<typeof modelCall>[0]> = {}) {
  const clock = fakeClock();
  const gateway = createLlmGateway({ fetch: unreachable, clock });
  const call = modelCall({ provider: 'echo', baseUrl: null, model: 'echo', apiKey: null, ...given });
  return { clock, events: collect(gateway.stream(call)) };
}

describe('the echo model', () => {
  it('says that it is not an AI, what it received, and repeats the last user message', async () => {
    const { clock, events } = echo();
    await clock.advance(5000);
    const { text, ending, usage } = outcome(await events);
    expect(text).toContain('is not an AI');
    expect(text).toContain('Received: 2 messages, 46 characters.');
    expect(text.endsWith('What is the capital of Denmark?')).toBe(true);
    expect(ending).toBe('stop');
    expect(usage).toMatchObject({ estimated: true });
  });

  it('speaks word by word and says the same each time', async () => {
    const first = echo();
    await first.clock.advance(5000);
    const second = echo();
    await second.clock.advance(5000);
    const spoken = await first.events;
    expect(spoken.filter(({ type }) => type === 'text-delta').length).toBeGreaterThan(20);
    expect(spoken).toEqual(await second.events);
  });

  it('can be stopped in the middle', async () => {
    const stop = new AbortController();
    const { clock, events } = echo({ signal: stop.signal });
    await clock.advance(60);
    stop.abort();
    const { text, ending } = outcome(await events);
    expect(ending).toBe('interrupted');
    expect(text).toBe('This is the echo');
  });

  it('names the settings that it ignores and shortens a long message', async () => {
    const { clock, events } = echo({
      settings: { temperature: 0.2, seed: 1 },
      messages: [{ role: 'user', content: 'long '.repeat(1000) }],
    });
    await clock.advance(60_000);
    const all = await events;
    expect(all[0]).toEqual({ type: 'warning', message: 'The echo model ignores temperature, seed.' });
    expect(outcome(all).text).toContain('(3000 more characters)');
  });
});

describe('settings that a provider does not take', () => {
  it('are left out with a warning', async () => {
    const { startScriptedProvider } = await import(
      '@promptvault/testing/scripted-provider/start-scripted-provider'
    );
    const provider = await startScriptedProvider();
    const gateway = createLlmGateway({ fetch: globalThis.fetch, clock: fakeClock() });
    provider.script('gpt-5', { text: 'ok' });
    provider.script('claude-opus-5-5', { text: 'ok' });
    const settings = { temperature: 0.3, seed: 5 };
    const gpt = modelCall({
      provider: 'openai',
      baseUrl: provider.baseUrls.openai,
      model: 'gpt-5',
      settings,
    });
    const claude = modelCall({
      provider: 'anthropic',
      baseUrl: provider.baseUrls.anthropic,
      model: 'claude-opus-5-5',
      settings,
    });
    const warnings = async (call: typeof gpt) =>
      (await collect(gateway.stream(call))).flatMap((event) =>
        event.type === 'warning' ? [event.message] : [],
      );
    expect(await warnings(gpt)).toEqual([expect.stringMatching(/^temperature was left out/)]);
    expect((await warnings(claude)).join(' ')).toMatch(/seed was left out.*/);
    expect(provider.requests[0]?.body).not.toHaveProperty('temperature');
    expect(provider.requests[1]?.body).not.toHaveProperty('seed');
    await provider.close();
  });
});
