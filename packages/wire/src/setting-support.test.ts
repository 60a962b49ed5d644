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
  minP: 0.05,
  repetitionPenalty: 1.1,
  reasoningTokens: 2_000,
  logitBias: { 50256: -100 },
};
const ofOpenModels = ['minP', 'repetitionPenalty'];
/** As they are named: without a warning of its own the effort gives way to the tokens. */
const byEffort = ({ reasoningTokens: _tokens, ...rest }: typeof given) => rest;

describe('settings of a model', () => {
  it.each<[AskedModel, string[]]>([
    [
      { provider: 'openai', api: 'chat', model: 'gpt-4o', reasoning: false },
      ['topK', 'reasoningEffort', ...ofOpenModels, 'reasoningTokens'],
    ],
    [
      { provider: 'openai', api: 'responses', model: 'gpt-4o', reasoning: false },
      [
        ...['topK', 'stop', 'seed', 'frequencyPenalty', 'presencePenalty', 'reasoningEffort'],
        ...[...ofOpenModels, 'reasoningTokens', 'logitBias'],
      ],
    ],
    [
      { provider: 'openai', api: 'chat', model: 'o4-mini', reasoning: true },
      [
        ...['temperature', 'topP', 'topK', 'stop', 'frequencyPenalty', 'presencePenalty'],
        ...[...ofOpenModels, 'reasoningTokens', 'logitBias'],
      ],
    ],
    [
      { provider: 'anthropic', api: null, model: 'claude-sonnet-4-5', reasoning: true },
      ['seed', 'frequencyPenalty', 'presencePenalty', ...ofOpenModels, 'logitBias'],
    ],
    [
      { provider: 'google', api: null, model: 'gemini-2.0-flash', reasoning: false },
      ['reasoningEffort', ...ofOpenModels, 'reasoningTokens', 'logitBias'],
    ],
    [
      { provider: 'openai_compatible', api: 'chat', model: 'qwen/qwen3', reasoning: null },
      ['reasoningTokens'],
    ],
    [
      { provider: 'openai_compatible', api: 'chat', model: 'llama3', reasoning: null, server: 'ollama' },
      ['topK', ...ofOpenModels, 'reasoningTokens', 'logitBias'],
    ],
    [
      { provider: 'openai_compatible', api: 'chat', model: 'qwen', reasoning: null, server: 'lm_studio' },
      ['minP', 'reasoningTokens'],
    ],
    [
      { provider: 'openai_compatible', api: 'chat', model: 'qwen', reasoning: null, server: 'vllm' },
      ['reasoningTokens'],
    ],
    [
      {
        ...{ provider: 'openai_compatible', api: 'chat', model: 'x/y', reasoning: true },
        ...{ server: 'openrouter', listed: ['temperature', 'topP', 'minP', 'stop'] },
      },
      [
        ...['topK', 'seed', 'frequencyPenalty', 'presencePenalty', 'repetitionPenalty'],
        ...['reasoningTokens', 'logitBias'],
      ],
    ],
    [
      { provider: 'openai_compatible', api: 'responses', model: 'm', reasoning: null, server: 'vllm' },
      [
        ...['topK', 'stop', 'seed', 'frequencyPenalty', 'presencePenalty', ...ofOpenModels],
        ...['reasoningTokens', 'logitBias'],
      ],
    ],
    [{ provider: 'echo', api: null, model: 'echo', reasoning: null }, [...settingNames]],
  ])('%j leaves out %j and keeps the rest', (model, expected) => {
    const takes = settingsTaken(model);
    expect(settingNames.filter((name) => takes[name] === false)).toEqual(expected);
    const asked = expected.includes('reasoningTokens') ? given : byEffort(given);
    const { settings, leftOut } = takenOf(asked, { model: model.model, takes });
    expect(Object.keys(settings)).toEqual(Object.keys(asked).filter((name) => !expected.includes(name)));
    expect(leftOut).toHaveLength(expected.length);
  });

  it('say nothing of what was not set', () => {
    const takes = settingsTaken({ provider: 'echo', api: null, model: 'echo', reasoning: null });
    expect(takenOf({}, { model: 'echo', takes }).leftOut).toEqual([]);
    const asked = byEffort(given);
    expect(takenOf(asked, { model: 'any' })).toEqual({ settings: asked, leftOut: [] });
  });

  it('say that the effort gives way to the tokens for reasoning', () => {
    const { settings, leftOut } = takenOf(given, { model: 'any' });
    expect(settings).not.toHaveProperty('reasoningEffort');
    expect(settings).toMatchObject({ reasoningTokens: 2_000 });
    expect(leftOut).toEqual([
      'The reasoning effort was left out: the tokens for reasoning say how much it thinks.',
    ]);
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
        logit_bias: { 50256: -100 },
      },
      ['Top k', 'Min p', 'The repetition penalty'],
    ],
    [
      'openai_compatible',
      'chat',
      {
        ...{ temperature: 0.5, top_p: 0.9, seed: 7, frequency_penalty: 0.25, reasoning_effort: 'low' },
        ...{ top_k: 40, min_p: 0.05, repetition_penalty: 1.1, logit_bias: { 50256: -100 } },
      },
      [],
    ],
    [
      'anthropic',
      'chat',
      { top_k: 40, stop_sequences: ['END'] },
      ['The seed', 'The frequency penalty', 'The presence penalty', 'Min p', 'The bias of tokens'],
    ],
    [
      'google',
      'chat',
      { generationConfig: { topK: 40, seed: 7, frequencyPenalty: 0.25, presencePenalty: 0.5 } },
      ['Min p', 'The repetition penalty', 'The bias of tokens'],
    ],
    [
      'openai',
      'responses',
      { temperature: 0.5, top_p: 0.9 },
      [
        'Top k',
        'Min p',
        'The bias of tokens',
        'Stop texts',
        'The seed',
        'The frequency penalty',
        'The presence penalty',
      ],
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
      const { reasoningEffort, ...rest } = byEffort(given);
      const settings = name === 'openai_compatible' ? { ...rest, reasoningEffort } : rest;
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

  it.each([
    ['ollama', { temperature: 0.5, seed: 7, frequency_penalty: 0.25 }, ['top_k', 'min_p', 'logit_bias']],
    ['lm_studio', { top_k: 40, repeat_penalty: 1.1, logit_bias: { 50256: -100 } }, ['min_p']],
    ['llama_cpp', { top_k: 40, min_p: 0.05, repeat_penalty: 1.1 }, []],
    ['vllm', { top_k: 40, min_p: 0.05, repetition_penalty: 1.1 }, ['repeat_penalty']],
  ] as const)(
    'are sent to %s as it names them, and nothing that it would pass over',
    async (server, body, absent) => {
      const gateway = createLlmGateway({ fetch, clock: hurriedClock });
      const model = 'scripted-fast';
      const asked = { provider: 'openai_compatible', api: 'chat', model, reasoning: null } as const;
      const takes = settingsTaken({ ...asked, server });
      const settings = byEffort(given);
      const baseUrl = provider.baseUrls.openai_compatible;
      const call = modelCall({ ...asked, baseUrl, settings, takes, server });
      const events = await collect(gateway.stream(call));
      const sent = provider.requests.at(-1)?.body as Record<string, unknown>;
      expect(sent).toMatchObject(body);
      const penalties = ['repeat_penalty', 'repetition_penalty'].filter((name) => name in sent);
      expect(penalties).toHaveLength(server === 'ollama' ? 0 : 1);
      for (const name of absent) expect(sent).not.toHaveProperty(name);
      const left = events.filter(({ type }) => type === 'warning');
      expect(left).toHaveLength(
        settingNames.filter((name) => name in settings && takes[name] === false).length,
      );
    },
  );

  it.each([
    ['anthropic', 2_000, { thinking: { type: 'enabled', budget_tokens: 2_000 } }],
    ['anthropic', 0, { thinking: { type: 'disabled' } }],
    ['google', 2_000, { generationConfig: { thinkingConfig: { thinkingBudget: 2_000 } } }],
  ] as const)('tell %s to think within %i tokens', async (name, reasoningTokens, body) => {
    const gateway = createLlmGateway({ fetch, clock: hurriedClock });
    const model = 'scripted-fast';
    const takes = settingsTaken({ provider: name, api: null, model, reasoning: true });
    const settings = { reasoningTokens };
    const baseUrl = provider.baseUrls[name];
    const call = modelCall({ provider: name, api: 'chat', baseUrl, model, settings, takes });
    expect(outcome(await collect(gateway.stream(call))).ending).toBe('stop');
    expect(provider.requests.at(-1)?.body).toMatchObject(body);
  });
});
