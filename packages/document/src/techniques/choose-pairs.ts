/** Few-shot: which cases stand as examples before what is asked. */
import type { Values } from '@promptvault/template';
import { countWords } from '../assertions/similarity.ts';
import { canonicalJson } from '../canonical-json.ts';
import { findJsonFault, type Json } from '../json.ts';
import type { DocumentVariable } from '../merge-variables.ts';
import { prepareValues } from '../prepare-values.ts';
import type { Steps } from '../steps.ts';
import type { FewShot } from './shape.ts';

/** A case with an expected answer. */
export interface ExampleCase {
  id: string;
  name: string;
  values: Values;
  expected: string;
}

export interface ChosenPair {
  id: string;
  name: string;
  /** Its values as `writeValues` writes them. */
  input: string;
  expected: string;
  tokens: number;
  /** How alike its values and those of the run are, 0 to 1. */
  similarity: number;
}

/** Cases read once, so that each choice among them is quick. */
export interface PairIndex {
  candidates: readonly Omit<ChosenPair, 'tokens' | 'similarity'>[];
  /** How many words each has, as far as they are compared. */
  lengths: readonly number[];
  /** For each word those who have it: the place of one, how often, the place of the next, how often … */
  holders: ReadonlyMap<string, readonly number[]>;
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

/** Reads what the cases give to the variables, a case a step. Those without an expected answer are left out. */
export function* indexPairs(
  variables: readonly DocumentVariable[],
  cases: readonly ExampleCase[],
): Steps<PairIndex> {
  const candidates: PairIndex['candidates'][number][] = [];
  const lengths: number[] = [];
  const holders = new Map<string, number[]>();
  for (const { id, name, values, expected } of cases) {
    if (expected.trim() === '') continue;
    const input = writeValues(variables, values);
    const place = candidates.push({ id, name, input, expected }) - 1;
    const words = countWords(input.slice(0, longestCompared));
    let length = 0;
    for (const [word, times] of words) {
      length += times;
      const known = holders.get(word);
      if (known) known.push(place, times);
      else holders.set(word, [place, times]);
    }
    lengths.push(length);
    yield;
  }
  return { candidates, lengths, holders };
}

/**
 * Those most like `own`, by the words both have (`wordSimilarity`), as many as may stand and fit: one that does not fit
 * is passed over for the next. Of equal ones the earlier comes first. Never one that is given the same as `own`, since
 * its answer would be told. @returns them as they are sent: the most alike last, next to what is asked.
 */
export function* choosePairs(
  own: string,
  { candidates, lengths, holders }: PairIndex,
  { pairs, tokens: most }: Pick<FewShot, 'pairs' | 'tokens'>,
  count: (text: string) => number,
): Steps<ChosenPair[]> {
  const asked = countWords(own.slice(0, longestCompared));
  const common = new Float64Array(candidates.length);
  let length = 0;
  for (const [word, times] of asked) {
    length += times;
    const having = holders.get(word) ?? [];
    for (let at = 0; at < having.length; at += 2) {
      const place = having[at] as number;
      common[place] = (common[place] as number) + Math.min(times, having[at + 1] as number);
    }
    yield;
  }
  const likeness = (place: number) => {
    const both = length + (lengths[place] as number);
    return both === 0 ? 1 : (2 * (common[place] as number)) / both;
  };
  const ranked = candidates
    .map((one, place) => ({ ...one, similarity: likeness(place) }))
    .filter(({ input }) => input !== own)
    .sort((a, b) => b.similarity - a.similarity)
    .slice(0, mostCounted);
  const chosen: ChosenPair[] = [];
  let left = most;
  for (const one of ranked) {
    if (chosen.length === pairs) break;
    yield;
    const tokens = count(writePair({ input: one.input, output: one.expected }));
    if (tokens > left) continue;
    left -= tokens;
    chosen.push({ ...one, tokens });
  }
  return chosen.reverse();
}
