/** Bounds of the settings that are numbers: of the shape, and of every form that asks for them. */
export const SETTING_BOUNDS = {
  temperature: { from: 0, to: 10, whole: false },
  topP: { from: 0, to: 1, whole: false },
  topK: { from: 1, to: 10_000, whole: true },
  minP: { from: 0, to: 1, whole: false },
  maxOutputTokens: { from: 1, to: 10_000_000, whole: true },
  frequencyPenalty: { from: -2, to: 2, whole: false },
  presencePenalty: { from: -2, to: 2, whole: false },
  repetitionPenalty: { from: 0, to: 10, whole: false },
  seed: { from: Number.MIN_SAFE_INTEGER, to: Number.MAX_SAFE_INTEGER, whole: true },
  reasoningTokens: { from: 0, to: 1_000_000, whole: true },
} as const;

export type NumberSettingName = keyof typeof SETTING_BOUNDS;

export const LOGIT_BIAS_LIMITS = { tokens: 300, from: -100, to: 100 } as const;
