import { describe, expect, it } from 'vitest';
import { emptyDocument } from './empty-document.ts';
import { render } from './render.ts';
import { layerSettings, resolveSettings } from './sampling.ts';
import { SAMPLING_SETTINGS, SAMPLING_STRATEGIES, SAMPLING_STRATEGY_NAMES } from './sampling-strategies.ts';
import { SETTING_BOUNDS } from './setting-bounds.ts';
import { type PromptDocument, settingsSchema } from './shape.ts';
import { drawSample } from './techniques/draw-samples.ts';

it('gives each sample a seed of its own, also where there is none above', () => {
  const plan = { samples: 3, temperature: null };
  const seeds = (seed: number) => [0, 1, 2].map((number) => drawSample({ seed }, plan, number).seed);
  expect(seeds(7)).toEqual([7, 8, 9]);
  for (const seed of seeds(Number.MAX_SAFE_INTEGER))
    expect(settingsSchema.safeParse({ seed }).success).toBe(true);
  expect(new Set(seeds(Number.MAX_SAFE_INTEGER - 1)).size).toBe(3);
});

describe('a sampling strategy', () => {
  it('keeps within the bounds of what it sets, and each is another', () => {
    for (const name of SAMPLING_STRATEGY_NAMES) {
      expect(settingsSchema.safeParse(resolveSettings({ sampling: name })).success).toBe(true);
      for (const setting of Object.keys(SAMPLING_STRATEGIES[name])) {
        expect(SAMPLING_SETTINGS).toContain(setting);
        expect(SETTING_BOUNDS).toHaveProperty(setting);
      }
    }
    const degrees = SAMPLING_STRATEGY_NAMES.map((name) => SAMPLING_STRATEGIES[name].temperature);
    expect(degrees).toEqual([...new Set(degrees)].sort((a, b) => a - b));
    expect(settingsSchema.safeParse({ sampling: 'wild' }).success).toBe(false);
  });

  it.each([
    [
      'is told as its settings',
      {},
      { sampling: 'precise' },
      { sampling: 'precise', temperature: 0.2, topP: 0.9 },
    ],
    [
      'is told otherwise setting by setting',
      {},
      { sampling: 'precise', temperature: 0.4, topK: 3 },
      { sampling: 'precise', temperature: 0.4, topP: 0.9, topK: 3 },
    ],
    [
      'wins over all that is said of sampling below, and nothing else',
      { temperature: 2, topK: 4, repetitionPenalty: 1.3, seed: 7, stop: ['END'] },
      { sampling: 'greedy' },
      { sampling: 'greedy', temperature: 0, seed: 7, stop: ['END'] },
    ],
    [
      'is changed by one setting above it',
      { sampling: 'diverse' },
      { temperature: 0.5 },
      { sampling: 'diverse', ...SAMPLING_STRATEGIES.diverse, temperature: 0.5 },
    ],
    ['is not needed', { topK: 4 }, { temperature: 1 }, { topK: 4, temperature: 1 }],
  ] as const)('%s', (_, below, above, told) => {
    const layered = resolveSettings(layerSettings({ ...below } as never, above));
    expect(layered).toEqual(told);
    // Told once more, as by a run that is sent again, it is the same.
    expect(resolveSettings(layered)).toEqual(told);
    expect(resolveSettings(layerSettings(resolveSettings({ ...below } as never), above))).toEqual(told);
  });

  it('is rendered as its settings, and inherited as one', () => {
    const sections = [{ id: 's', kind: 'system' as const, role: null, text: 'Go.' }];
    const parent: PromptDocument = { ...emptyDocument(), sections, settings: { temperature: 1.9, seed: 3 } };
    const child: PromptDocument = { ...emptyDocument(), extends: 'base', settings: { sampling: 'balanced' } };
    const found = { source: '', delimiters: null, variables: [], document: parent };
    expect(render(child, {}, null, { partial: () => found }).settings).toEqual({
      ...{ sampling: 'balanced', seed: 3 },
      ...SAMPLING_STRATEGIES.balanced,
    });
  });
});

describe('samples', () => {
  const settings = { temperature: 0.3, topK: 5, seed: 10 };
  const plan = { samples: 5, temperature: null };
  const drawn = (more: Partial<Parameters<typeof drawSample>[1]>, of = plan.samples) =>
    Array.from({ length: of }, (_, number) => drawSample(settings, { ...plan, ...more }, number));

  it('are drawn by the settings, each with a seed of its own', () => {
    expect(drawn({})[0]).toEqual(settings);
    expect(drawn({}).map(({ seed }) => seed)).toEqual([10, 11, 12, 13, 14]);
    expect(drawn({ temperature: 0.9 }).map(({ temperature }) => temperature)).toEqual([
      0.9, 0.9, 0.9, 0.9, 0.9,
    ]);
    expect(drawSample({}, plan, 3)).toEqual({});
  });

  it('are spread over a ladder of temperatures, from one end to the other', () => {
    const ladder = drawn({ draw: { by: 'ladder', from: 0.1, to: 1 } });
    expect(ladder.map(({ temperature }) => temperature)).toEqual([0.1, 0.33, 0.55, 0.78, 1]);
    expect(ladder.every(({ topK }) => topK === 5)).toBe(true);
    expect(
      drawn({ samples: 2, draw: { by: 'ladder', from: 1, to: 0 } }, 2).map(({ temperature }) => temperature),
    ).toEqual([1, 0]);
  });

  it('are spread over strategies in turn, or all drawn by one', () => {
    const turns = drawn({ temperature: 2, draw: { by: 'strategies', strategies: ['precise', 'diverse'] } });
    expect(turns.map(({ sampling }) => sampling)).toEqual([
      'precise',
      'diverse',
      'precise',
      'diverse',
      'precise',
    ]);
    expect(turns[1]).toEqual({ sampling: 'diverse', ...SAMPLING_STRATEGIES.diverse, seed: 11 });
    const one = drawn({ draw: { by: 'strategies', strategies: ['creative'] } });
    expect(new Set(one.map(({ temperature }) => temperature))).toEqual(new Set([1]));
  });
});
