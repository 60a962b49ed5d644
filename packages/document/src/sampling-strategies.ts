/**
 * Named ways to draw the next token. Each says only what makes it so: what it does not name is the model's own, and what
 * a model does not take is left out as any setting is. None relies on what few models take: temperature carries the
 * meaning, the others keep it from going astray.
 */
export const SAMPLING_STRATEGIES = {
  /** The likeliest each time. */
  greedy: { temperature: 0 },
  /** Close to the likeliest: facts, code, data taken out of texts. */
  precise: { temperature: 0.2, topP: 0.9 },
  /** Between both: most tasks. */
  balanced: { temperature: 0.7, topP: 0.95 },
  /** Freer words without losing the thread: prose, ideas. */
  creative: { temperature: 1, topP: 0.98, minP: 0.02, presencePenalty: 0.2 },
  /** As different as may still be sense: many ideas, many samples. */
  diverse: { temperature: 1.2, minP: 0.05, frequencyPenalty: 0.3, presencePenalty: 0.6 },
} as const satisfies Record<string, Partial<Record<SamplingSetting, number>>>;

/** What a strategy says, all together. */
export const SAMPLING_SETTINGS = [
  'temperature',
  'topP',
  'topK',
  'minP',
  'frequencyPenalty',
  'presencePenalty',
  'repetitionPenalty',
] as const;

export type SamplingSetting = (typeof SAMPLING_SETTINGS)[number];
export type SamplingStrategy = keyof typeof SAMPLING_STRATEGIES;

export const SAMPLING_STRATEGY_NAMES = Object.keys(SAMPLING_STRATEGIES) as [
  SamplingStrategy,
  ...SamplingStrategy[],
];
