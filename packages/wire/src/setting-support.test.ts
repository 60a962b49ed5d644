import {
  type ScriptedProvider,
  startScriptedProvider,
} from '@promptvault/testing/scripted-provider/start-scripted-provider';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { collect, hurriedClock, modelCall, outcome } from './gateway-testing.ts';
import { createLlmGateway } from './llm-gateway.ts';
import { type AskedModel, settingNames, settingsTaken, takenOf } from './setting-support.ts';

const given = {
  temperature: 0.5,
  topP: 0.9,
  topK: 40,
  maxOutputTokens: 77,
  stop: ['END'],
  seed: 7,
  frequencyPenalty: 0.25,
  presencePenalty: 0.5,
  reasoningEffort: 'low' as const,
};

describe('settings of a model', () => {
  it.each<[AskedModel, string[]]>([
    [{ provider: 'openai', api: 'chat', model: 'gpt-4o', reasoning: false }, ['topK', 'reasoningEffort']],
    [
      { provider: 'openai', api: 'responses', model: 'gpt-4o', reasoning: false },
      ['topK', 'stop', 'seed', 'frequencyPenalty', 'presencePenalty', 'reasoningEffort'],
    ],
    [
      { provider: 'openai', api: 'chat', model: 'o4-mini', reasoning: true },
      ['temperature', 'topP', 'topK', 'stop', 'frequencyPenalty', 'presencePenalty'],
    ],
    [
      { provider: 'anthropic', api: null, model: 'claude-sonnet-4-5', reasoning: true },
      ['seed', 'frequencyPenalty', 'presencePenalty'],
    ],
    [{ provider: 'google', api: null, model: 'gemini-2.0-flash', reasoning: false }, ['reasoningEffort']],
    [{ provider: 'openai_compatible', api: 'chat', model: 'qwen/qwen3', reasoning: null }, ['topK']],
    [{ provider: 'echo', api: null, model: 'echo', reasoning: null }, [...settingNames]],
  ])('%j leaves out %j and keeps the rest', (model, expected) => {
    const takes = settingsTaken(model);
    expect(settingNames.filter((name) => takes[name] === false)).toEqual(expected);
    const { settings, leftOut } = takenOf(given, { model: model.model, takes });
    expect(Object.keys(settings)).toEqual(settingNames.filter((name) => !expected.includes(name)));
    expect(leftOut).toHaveLength(expected.length);
  });

  it('say nothing of what was not set', () => {
    const takes = settingsTaken({ provider: 'echo', api: null, model: 'echo', reasoning: null });
    expect(takenOf({}, { model: 'echo', takes }).leftOut).toEqual([]);
    expect(takenOf(given, { model: 'any' })).toEqual({ settings: given, leftOut: [] });
  });
});

describe('settings on the wire', () => {
  let provider: ScriptedProvider;
  beforeAll(async () => {
    provider = await startScriptedProvider();
  });
  afterAll(() => provider.close());

  it.each([
    [
      'openai',
      'chat',
      {
        temperature: 0.5,
        top_p: 0.9,
        seed: 7,
        stop: ['END'],
        frequency_penalty: 0.25,
        presence_penalty: 0.5,
      },
      ['Top k'],
    ],
    [
      'openai_compatible',
      'chat',
      { temperature: 0.5, top_p: 0.9, seed: 7, frequency_penalty: 0.25, reasoning_effort: 'low' },
      ['Top k'],
    ],
    [
      'anthropic',
      'chat',
      { top_k: 40, stop_sequences: ['END'] },
      ['The seed', 'The frequency penalty', 'The presence penalty'],
    ],
    [
      'google',
      'chat',
      { generationConfig: { topK: 40, seed: 7, frequencyPenalty: 0.25, presencePenalty: 0.5 } },
      [],
    ],
    [
      'openai',
      'responses',
      { temperature: 0.5, top_p: 0.9 },
      ['Top k', 'Stop texts', 'The seed', 'The frequency penalty', 'The presence penalty'],
    ],
  ] as const)(
    'are sent to %s over %s as far as it takes them, and the rest is said',
    async (name, api, body, left) => {
      const gateway = createLlmGateway({ fetch, clock: hurriedClock });
      const model = 'scripted-fast';
      const takes = settingsTaken({
        provider: name,
        api,
        model,
        reasoning: name === 'openai_compatible' ? null : false,
      });
      const { reasoningEffort, ...rest } = given;
      const settings = name === 'openai_compatible' ? given : rest;
      const call = modelCall({
        provider: name,
        api,
        baseUrl: provider.baseUrls[name],
        model,
        settings,
        takes,
      });
      const events = await collect(gateway.stream(call));
      expect(outcome(events).ending).toBe('stop');
      expect(provider.requests.at(-1)?.body).toMatchObject(body);
      const warnings = events.flatMap((event) => (event.type === 'warning' ? [event.message] : []));
      for (const word of left)
        expect(warnings.filter((warning) => warning.startsWith(`${word} w`))).toHaveLength(1);
    },
  );
});
