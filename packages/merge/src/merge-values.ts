import type { Json } from '@promptvault/document';
import { isSame } from './same-json.ts';

type Value = Json | undefined;

/** What two changes of a value come to; `clash` when they exclude each other. Objects are merged key by key. */
export type ValueMerge = { value: Value } | 'clash';

export function mergeValues(base: Value, ours: Value, theirs: Value): ValueMerge {
  if (isSame(ours, theirs) || isSame(base, theirs)) return { value: ours };
  if (isSame(base, ours)) return { value: theirs };
  if (!isObject(base) || !isObject(ours) || !isObject(theirs)) return 'clash';
  const keys = [...new Set([...Object.keys(ours), ...Object.keys(theirs)])].sort();
  const entries: [string, Json][] = [];
  for (const key of keys) {
    const merged = mergeValues(own(base, key), own(ours, key), own(theirs, key));
    if (merged === 'clash') return 'clash';
    if (merged.value !== undefined) entries.push([key, merged.value]);
  }
  return { value: Object.fromEntries(entries) };
}

const isObject = (value: Value): value is { [key: string]: Json } =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const own = (value: { [key: string]: Json }, key: string): Value =>
  Object.hasOwn(value, key) ? value[key] : undefined;
