import type { Json } from '../json.ts';
import { type Finding, quote, said } from './finding.ts';
import { valuesAt } from './json-path.ts';
import { readJson, sameValue } from './json-values.ts';
import type { Assertion } from './shape.ts';

/** Holds what stands at a place of a JSON answer against a value. */
export function lookAt(
  { path, operator, value }: Extract<Assertion, { kind: 'json_path' }>,
  output: string,
): Finding {
  const read = readJson(output);
  if ('reason' in read) return said(false, read.reason);
  const found = valuesAt(read.value, path);
  if ('reason' in found) return { cannot: found.reason };
  if (found.values.length === 0) return said(false, `There is nothing at ${path}.`);
  if (operator === 'exists') return said(true, `There is something at ${path}.`);
  const passed = found.values.some((one) => holds(operator, one, value));
  const wanted = `${words[operator]} ${quote(JSON.stringify(value))}`;
  const shown = quote(found.values.map((one) => JSON.stringify(one)).join(', '));
  return said(
    passed,
    found.values.length === 1
      ? `${path} is ${shown}; it should ${wanted}.`
      : `At ${path} are ${found.values.length} values, ${shown}; one of them should ${wanted}.`,
  );
}

const words = {
  equals: 'equal',
  contains: 'hold',
  less: 'be less than',
  at_most: 'be at most',
  more: 'be more than',
  at_least: 'be at least',
} as const;

function holds(operator: keyof typeof words, one: Json, value: Json): boolean {
  if (operator === 'equals') return sameValue(one, value);
  if (operator === 'contains') {
    if (typeof one === 'string')
      return one.includes(typeof value === 'string' ? value : JSON.stringify(value));
    return Array.isArray(one) && one.some((item) => sameValue(item, value));
  }
  if (typeof one !== 'number' || typeof value !== 'number') return false;
  if (operator === 'less') return one < value;
  if (operator === 'at_most') return one <= value;
  return operator === 'more' ? one > value : one >= value;
}
