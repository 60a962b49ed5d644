import type { Json } from '../json.ts';

/** Deeper than any answer means to be, and shallow enough for every function that calls itself. */
const deepest = 200;

export type ReadJson = { value: Json } | { reason: string };

/** The answer as JSON; white space around it is allowed, words and fences are not. */
export function readJson(text: string): ReadJson {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    const fenced = /^\s*```/.test(text) ? ' It stands in a code fence.' : '';
    return { reason: `The answer is not JSON.${fenced}` };
  }
  return isTooDeep(value) ? { reason: `The answer is nested deeper than ${deepest} levels.` } : { value };
}

function isTooDeep(root: Json): boolean {
  const waiting: { value: Json; depth: number }[] = [{ value: root, depth: 0 }];
  for (let item = waiting.pop(); item; item = waiting.pop()) {
    if (item.depth > deepest) return true;
    if (item.value === null || typeof item.value !== 'object') continue;
    for (const value of Object.values(item.value)) waiting.push({ value, depth: item.depth + 1 });
  }
  return false;
}

/** The same JSON, whatever the order of keys. `look` is told how much is compared, and may end it by throwing. */
export function sameValue(a: Json | undefined, b: Json | undefined, look?: (times: number) => void): boolean {
  look?.(sizeOf(a));
  if (a === b) return true;
  if (a === null || b === null || typeof a !== 'object' || typeof b !== 'object') return false;
  if (Array.isArray(a) !== Array.isArray(b)) return false;
  const keys = Object.keys(a);
  look?.(keys.length + 1);
  return (
    keys.length === Object.keys(b).length &&
    keys.every((key) => Object.hasOwn(b, key) && sameValue((a as never)[key], (b as never)[key], look))
  );
}

/** What it costs to compare a text: nothing for one that is told at once. */
export const sizeOf = (value: Json | undefined): number =>
  typeof value === 'string' ? Math.floor(value.length / 1_000) : 0;
