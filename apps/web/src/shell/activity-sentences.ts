/** What a module says of its events in the activity: a sentence with `{who}` and `{what}` left open, by type. */
export type ActivityFacts = Readonly<Record<string, unknown>>;
export type ActivitySentences = Readonly<Record<string, (facts: ActivityFacts) => string>>;

/** Left open in a sentence: who did it, and the thing. */
export const open = { who: '{who}', what: '{what}' } as const;

/** A fact as a text; what is missing is left out. */
export const said = (fact: unknown): string =>
  typeof fact === 'string' || typeof fact === 'number' ? String(fact) : '';
