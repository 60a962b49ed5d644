import type { Model } from '../api/models.ts';

/** Of a model of which nobody says what it takes; for tests. */
export const unknownSettings: Model['settings'] = {
  temperature: null,
  topP: null,
  topK: null,
  maxOutputTokens: null,
  stop: null,
  seed: null,
  frequencyPenalty: null,
  presencePenalty: null,
  reasoningEffort: null,
  minP: null,
  repetitionPenalty: null,
  reasoningTokens: null,
  logitBias: null,
};
