import type { ModelTask } from '@promptvault/contract/studio/models/shapes';
import { expect, it } from 'vitest';
import { echo } from './list-models.ts';
import { type Candidate, rankModels } from './rank-models.ts';

type Traits = Partial<Candidate['model']> & Partial<Omit<Candidate, 'model'>>;
const candidate = (name: string, traits: Traits = {}): Candidate => {
  const { microDollars = 1_000, local = false, failing = false, ...model } = traits;
  return {
    model: {
      ...echo,
      connectionId: 'c1',
      provider: 'openai',
      model: name,
      name,
      ai: true,
      contextWindow: 100_000,
      abilities: { vision: true, pdf: true, tools: true, schema: null, reasoning: false },
      ...model,
    },
    microDollars,
    local,
    failing,
  };
};
const task = (more: Partial<ModelTask> = {}): ModelTask => ({
  needs: [],
  inputTokens: 1_000,
  outputTokens: 500,
  mostMicroDollars: null,
  localOnly: false,
  ...more,
});
const ranked = (candidates: Candidate[], more?: Partial<ModelTask>) =>
  rankModels(candidates, task(more)).items.map(({ name }) => name);

it('ranks the cheaper first, an unknown price last, then the larger window, then the name', () => {
  const candidates = [
    candidate('unknown', { microDollars: null }),
    candidate('b', {}),
    candidate('a', {}),
    candidate('wide', { contextWindow: 200_000 }),
    candidate('cheap', { microDollars: 5, contextWindow: 2_000 }),
    candidate('free', { microDollars: 0, contextWindow: null }),
    candidate('unknown and wide', { microDollars: null, contextWindow: 300_000 }),
  ];
  expect(ranked(candidates)).toEqual(['free', 'cheap', 'wide', 'a', 'b', 'unknown and wide', 'unknown']);
});

it('puts what surely can before what perhaps can, whatever it costs, and names the doubt', () => {
  const perhaps = candidate('perhaps', { microDollars: 1 });
  const sure = candidate('sure', {
    microDollars: null,
    abilities: { vision: true, pdf: true, tools: true, schema: true, reasoning: true },
  });
  const { items } = rankModels([perhaps, sure], task({ needs: ['schema', 'tools', 'schema'] }));
  expect(items.map(({ name, unsure }) => [name, unsure])).toEqual([
    ['sure', []],
    ['perhaps', ['schema']],
  ]);
});

it.each<[string, Traits, Partial<ModelTask>, boolean | null]>([
  ['exactly fills the window', { contextWindow: 1_500 }, {}, true],
  ['has a window nobody knows', { contextWindow: null }, {}, null],
  ['answers exactly as long', { maxOutputTokens: 500 }, {}, true],
  ['costs exactly the most', { microDollars: 10 }, { mostMicroDollars: 10 }, true],
  ['is free where nothing may be spent', { microDollars: 0 }, { mostMicroDollars: 0 }, true],
  ['is local where only that will do', { local: true }, { localOnly: true }, true],
  ['lacks what is not needed', { abilities: echo.abilities }, {}, true],
])('suggests a model that %s', (_what, traits, more, fits) => {
  const { items, leftOut } = rankModels([candidate('one', traits)], task(more));
  expect(leftOut).toEqual([]);
  expect(items).toMatchObject([{ name: 'one', fits }]);
});

const cannot = { vision: false, pdf: false, tools: false, schema: false, reasoning: false };
it.each<[string, Traits, Partial<ModelTask>]>([
  ['not_ai', { ai: false }, {}],
  ['outdated', { outdated: true }, {}],
  ['connection_failed', { failing: true }, {}],
  ['not_local', {}, { localOnly: true }],
  ['no_vision', { abilities: cannot }, { needs: ['vision'] }],
  ['no_tools', { abilities: cannot }, { needs: ['tools'] }],
  ['no_schema', { abilities: cannot }, { needs: ['schema'] }],
  ['no_reasoning', { abilities: cannot }, { needs: ['reasoning'] }],
  ['window_too_small', { contextWindow: 1_499 }, {}],
  ['answer_too_long', { maxOutputTokens: 499 }, {}],
  ['price_unknown', { microDollars: null }, { mostMicroDollars: 1_000_000 }],
  ['too_dear', { microDollars: 11 }, { mostMicroDollars: 10 }],
])('leaves out and says %s', (reason, traits, more) => {
  const { items, leftOut } = rankModels([candidate('one', traits)], task(more));
  expect(items).toEqual([]);
  expect(leftOut.map(({ reasons }) => reasons)).toEqual([[reason]]);
});

it('says every reason, and that what is too small does not fit', () => {
  const candidates = [candidate('one', { contextWindow: 10, outdated: true, microDollars: 99 })];
  const { leftOut } = rankModels(candidates, task({ localOnly: true, mostMicroDollars: 1 }));
  expect(leftOut).toMatchObject([
    { reasons: ['outdated', 'not_local', 'window_too_small', 'too_dear'], fits: false, microDollars: 99 },
  ]);
});
