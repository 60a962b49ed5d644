/** Why an answer may have ended: complete, at its longest, with calls of tools, by a filter or a refusal, or nobody says. */
export const assertedFinishReasons = [
  'stop',
  'length',
  'tool_calls',
  'content_filter',
  'refusal',
  'other',
] as const;
export type AssertedFinishReason = (typeof assertedFinishReasons)[number];

const words: Readonly<Record<AssertedFinishReason, string>> = {
  stop: 'was complete',
  length: 'was cut off at its longest',
  tool_calls: 'ended with calls of tools',
  content_filter: 'was ended by a content filter',
  refusal: 'was a refusal of the model',
  other: 'ended for a reason the model did not name',
};

const isKnown = (reason: string): reason is AssertedFinishReason => Object.hasOwn(words, reason);

/** Whether an answer ended as it should, in words; undefined where nobody knows how it ended. */
export function finishFinding(
  reason: string | null,
  wanted: readonly AssertedFinishReason[],
): { passed: boolean; reason: string } | undefined {
  if (reason === null || !isKnown(reason)) return undefined;
  // Refusals had no name of their own once, and counted as filtered.
  const isFiltered = reason === 'refusal' && wanted.includes('content_filter');
  if (isFiltered || wanted.includes(reason)) return { passed: true, reason: `The answer ${words[reason]}.` };
  const allowed = wanted.map((one) => words[one]).join(', or ');
  return { passed: false, reason: `The answer ${words[reason]}; it passes where it ${allowed}.` };
}
