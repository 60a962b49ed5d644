import * as z from 'zod';

/** Any value JSON can hold. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

/** Levels of nesting a stored JSON value may have. */
export const JSON_DEPTH_LIMIT = 64;

/** Values (counted at every level) a stored JSON value may hold. */
export const JSON_NODE_LIMIT = 100_000;

/** Characters all strings and keys of a stored JSON value may have together. */
export const JSON_TEXT_LIMIT = 1_000_000;

/** True when `text` can be stored and sent: no NUL, no half of a surrogate pair. */
export function isStorableText(text: string): boolean {
  return text.isWellFormed() && !text.includes('\0');
}

/** Whether a value that `JSON.parse` gave holds more than `most` levels of objects and arrays within each other. */
export function isNestedDeeper(value: unknown, most: number): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((inner) => isNestedDeeper(inner, most - 1));
}

/**
 * Says in words why `value` is not acceptable JSON, or answers undefined when it is. Walks without
 * recursion, so a value nested a million times costs no stack.
 */
export function findJsonFault(value: unknown): string | undefined {
  const pending: { value: unknown; depth: number }[] = [{ value, depth: 0 }];
  let nodes = 0;
  let characters = 0;
  for (let entry = pending.pop(); entry; entry = pending.pop()) {
    nodes += 1;
    if (nodes > JSON_NODE_LIMIT) return `holds more than ${JSON_NODE_LIMIT} values`;
    if (entry.depth > JSON_DEPTH_LIMIT) return `is nested deeper than ${JSON_DEPTH_LIMIT} levels`;
    const found = entry.value;
    if (found === null || typeof found === 'boolean') continue;
    if (typeof found === 'number') {
      if (!Number.isFinite(found)) return 'holds a number that is not finite';
      continue;
    }
    if (typeof found === 'string') {
      characters += found.length;
      if (characters > JSON_TEXT_LIMIT) return `holds more than ${JSON_TEXT_LIMIT} characters`;
      if (!isStorableText(found)) return 'holds a NUL or half of a surrogate pair';
      continue;
    }
    if (Array.isArray(found)) {
      if (found.length > JSON_NODE_LIMIT) return `holds more than ${JSON_NODE_LIMIT} values`;
      for (const item of found) pending.push({ value: item, depth: entry.depth + 1 });
      continue;
    }
    if (typeof found !== 'object' || !isPlainObject(found)) return 'is not JSON';
    for (const [key, item] of Object.entries(found)) {
      if (key === '__proto__') return 'has a key named __proto__';
      characters += key.length;
      if (!isStorableText(key)) return 'has a key with a NUL or half of a surrogate pair';
      pending.push({ value: item, depth: entry.depth + 1 });
    }
  }
  return undefined;
}

function isPlainObject(value: object): boolean {
  const prototype = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}

/** Zod schema of a JSON value within the limits above; null is allowed, undefined is not. */
export const jsonSchema: z.ZodType<Json> = z.unknown().superRefine((value, context) => {
  const fault = value === undefined ? 'is missing' : findJsonFault(value);
  if (fault) context.addIssue({ code: 'custom', message: `The value ${fault}.` });
}) as unknown as z.ZodType<Json>;
