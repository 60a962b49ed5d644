/** What an assertion says before it is turned round by `not`. */
export type Finding = { score: number; passed: boolean; reason: string } | { cannot: string };

export const said = (passed: boolean, reason: string, score = passed ? 1 : 0): Finding => ({
  passed,
  reason,
  score,
});

/** A text as it stands in a reason. */
export const quote = (text: string) => `“${text.length > 120 ? `${text.slice(0, 119)}…` : text}”`;
