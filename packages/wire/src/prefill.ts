import type { ModelCall } from './model-event.ts';

/**
 * Anthropic's models up to 4.5 go on with an answer whose beginning is the last message; later ones refuse it, and
 * other providers take it for a message to be answered. Source: platform.claude.com, "Prefill Claude's response".
 */
const prefillModels =
  /^claude-(?:[23](?:[.-]|$)|instant|(?:opus|sonnet|haiku)-4(?:-[015])?(?:[-@]\d{8}|-latest)?$)/;

/** Whether the model goes on with the text of a last message of its own. */
export const takesPrefill = ({ provider, model }: Pick<ModelCall, 'provider' | 'model'>): boolean =>
  provider === 'anthropic' && prefillModels.test(model);
