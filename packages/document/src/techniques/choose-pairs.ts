/** Few-shot: which cases stand as examples before what is asked. */
import type { Values } from '@promptvault/template';
import { wordSimilarity } from '../assertions/similarity.ts';
import { canonicalJson } from '../canonical-json.ts';
import { findJsonFault, type Json } from '../json.ts';
import type { DocumentVariable } from '../merge-variables.ts';
import { prepareValues } from '../prepare-values.ts';
import type { FewShot } from './shape.ts';

/** A case with an expected answer; `input` is its values as `writeValues` writes them. */
export interface PairCandidate {
  id: string;
  name: string;
  input: string;
  expected: string;
}

export interface ChosenPair extends PairCandidate {
  tokens: number;
  /** How alike its values and those of the run are, 0 to 1. */
  similarity: number;
}

/** Longer texts are compared by their beginnings. */
const longestCompared = 2_000;
/** Beyond these the next ones are hardly alike, and counting tokens of long ones takes its time. */
const mostCounted = 50;

/** An example as it stands in a text, and is counted. */
export const writePair = ({ input, output }: { input: string; output: string }): string =>
  `Input:\n${input}\nOutput:\n${output}`;

/**
 * What a prompt is given, as a text: the value of its only variable, or a line for each that has a value. Defaults
 * and types count, so that two texts are the same where the prompt would be rendered the same. Never throws.
 */
export function writeValues(variables: readonly DocumentVariable[], given: Values): string {
  const { values } = prepareValues(variables, given);
  const names = [...new Set(variables.map(({ name }) => name.split('.', 1)[0] ?? name))];
  const lines = names.flatMap((name) => {
    const value = Object.hasOwn(values, name) ? inWords(values[name]) : '';
    return value === '' ? [] : [names.length === 1 ? value : `${name}: ${value}`];
  });
  return lines.join('\n');
}

function inWords(value: unknown): string {
  if (value === undefined || value === null) return '';
  if (typeof value === 'string') return value;
  return findJsonFault(value) === undefined ? canonicalJson(value as Json) : String(value);
}

/**
 * The candidates most like `own`, by the words both have, as many as may stand and fit: one that does not fit is passed
 * over for the next. Of equal ones the earlier comes first. Never one that is given the same as `own`, since its
 * answer would be told. @returns them as they are sent: the most alike last, next to what is asked.
 */
export function choosePairs(
  own: string,
  candidates: readonly PairCandidate[],
  { pairs, tokens: most }: Pick<FewShot, 'pairs' | 'tokens'>,
  count: (text: string) => number,
): ChosenPair[] {
  const asked = own.slice(0, longestCompared);
  const ranked = candidates
    .filter(({ input, expected }) => input !== own && expected.trim() !== '')
    .map((one) => ({ ...one, similarity: wordSimilarity(asked, one.input.slice(0, longestCompared)) }))
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, mostCounted);
  const chosen: ChosenPair[] = [];
  let left = most;
  for (const one of ranked) {
    if (chosen.length === pairs) break;
    const tokens = count(writePair({ input: one.input, output: one.expected }));
    if (tokens > left) continue;
    left -= tokens;
    chosen.push({ ...one, tokens });
  }
  return chosen.reverse();
}
