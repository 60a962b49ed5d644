/** What is found out about a text that should be JSON of a given form. */
export interface SchemaProblem {
  /** JSON pointer into the answer; empty for the whole. */
  path: string;
  message: string;
}

export interface SchemaVerdict {
  /** unusable: nothing can be said, since the schema cannot be used. */
  outcome: 'valid' | 'invalid' | 'unusable';
  /** The first of them. */
  problems: SchemaProblem[];
}

export interface SchemaQuestion {
  schema: unknown;
  text: string;
}

export const mostProblems = 20;
const longestMessage = 300;

/** An answer may name anything in its JSON, also what no row can hold. */
const held = (text: string): string => text.replaceAll('\0', '\uFFFD').toWellFormed();

export const problemOf = (path: string, message: string): SchemaProblem => ({
  path: held(path.slice(0, longestMessage)),
  message: held(message.length > longestMessage ? `${message.slice(0, longestMessage)}…` : message),
});

export const unusable = (reason: string): SchemaVerdict => ({
  outcome: 'unusable',
  problems: [problemOf('', reason)],
});

const fenced = /^```[A-Za-z]*\r?\n([\s\S]*?)\r?\n?```$/;

/** The JSON of an answer: all of it, or what stands within the one code fence around it. */
export function jsonOf(text: string): string {
  const whole = text.trim();
  return fenced.exec(whole)?.[1] ?? whole;
}
