/**
 * JSON paths of RFC 9535: names, indexes, slices, unions, `*`, descendants and filters. Without `match` and `search`,
 * whose patterns may never end. A path may begin without `$`, and names with `-` need no brackets.
 */
import type { Json } from '../json.ts';
import { sameValue, sizeOf } from './json-values.ts';
import {
  type Comparison,
  type Operand,
  type Query,
  readPath,
  type Selector,
  type Test,
} from './read-json-path.ts';

export type FoundValues = { values: Json[] } | { reason: string };

/** Values that one path may look at: a filter of filters over a large answer has to end. */
const mostSteps = 200_000;

/** Counts what is looked at. */
interface Walk {
  root: Json;
  left: number;
}

class TooMuch extends Error {}

type Compared = Json | undefined;

/** Everything that a path means, in the order of the document. Never throws. */
export function valuesAt(root: Json, path: string): FoundValues {
  const read = readPath(path);
  if ('reason' in read) return read;
  try {
    return { values: walk({ root, left: mostSteps }, read.query, root) };
  } catch (error) {
    if (!(error instanceof TooMuch)) throw error;
    return { reason: `${path} looks at more than ${mostSteps.toLocaleString('en')} values.` };
  }
}

/** Why a path cannot be read, in words; undefined when it can. */
export function pathFault(path: string): string | undefined {
  const read = readPath(path);
  return 'reason' in read ? read.reason : undefined;
}

/** @throws TooMuch */
function walk(on: Walk, { from, segments }: Query, here: Json): Json[] {
  let found: Json[] = [from === 'root' ? on.root : here];
  for (const { below, selectors } of segments) {
    const places = below ? found.flatMap((value) => allBelow(on, value)) : found;
    found = places.flatMap((value) => selectors.flatMap((selector) => childrenOf(on, value, selector)));
  }
  return found;
}

function look(on: Walk, times = 1): void {
  on.left -= times;
  if (on.left < 0) throw new TooMuch();
}

/** The value and everything under it, parents first. */
function allBelow(on: Walk, root: Json): Json[] {
  const all: Json[] = [];
  const waiting = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    look(on);
    all.push(value);
    if (typeof value !== 'object' || value === null) continue;
    for (const one of Object.values(value).reverse()) waiting.push(one);
  }
  return all;
}

function childrenOf(on: Walk, value: Json, selector: Selector): Json[] {
  if (value === null || typeof value !== 'object') return [];
  look(on);
  switch (selector.by) {
    case 'name':
      return !Array.isArray(value) && Object.hasOwn(value, selector.name)
        ? [value[selector.name] as Json]
        : [];
    case 'index': {
      const item = Array.isArray(value) ? value.at(selector.index) : undefined;
      return item === undefined ? [] : [item];
    }
    case 'slice':
      return Array.isArray(value) ? sliceOf(on, value, selector) : [];
    case 'all': {
      const all = Object.values(value);
      look(on, all.length);
      return all;
    }
    case 'filter':
      return Object.values(value).filter((one) => {
        look(on);
        return meets(on, selector.test, one);
      });
  }
}

function sliceOf(
  on: Walk,
  list: readonly Json[],
  { from, to, step }: Extract<Selector, { by: 'slice' }>,
): Json[] {
  if (step === 0) return [];
  const size = list.length;
  const counted = (index: number) => (index < 0 ? size + index : index);
  const within = (index: number, least: number, most: number) => Math.min(Math.max(index, least), most);
  const found: Json[] = [];
  if (step > 0) {
    const end = within(counted(to ?? size), 0, size);
    for (let at = within(counted(from ?? 0), 0, size); at < end; at += step) found.push(list[at] as Json);
  } else {
    const end = within(counted(to ?? -size - 1), -1, size - 1);
    for (let at = within(counted(from ?? size - 1), -1, size - 1); at > end; at += step)
      found.push(list[at] as Json);
  }
  look(on, found.length);
  return found;
}

/** Whether a value passes a filter of a path. */
function meets(on: Walk, test: Test, here: Json): boolean {
  switch (test.is) {
    case 'all':
      return test.of.every((one) => meets(on, one, here));
    case 'any':
      return test.of.some((one) => meets(on, one, here));
    case 'not':
      return !meets(on, test.of, here);
    case 'there':
      return walk(on, test.query, here).length > 0;
    case 'compared':
      return compared(on, test.by, [valueFrom(on, test.left, here), valueFrom(on, test.right, here)]);
  }
}

/** Undefined stands for nothing at all, which is the same as nothing and no value. */
function valueFrom(on: Walk, operand: Operand, here: Json): Json | undefined {
  if (operand.is === 'value') return operand.value;
  if (operand.is === 'query') return onlyOne(walk(on, operand.query, here));
  if (operand.name === 'count') return walk(on, operand.of, here).length;
  const value = valueFrom(on, operand.of, here);
  if (operand.name === 'value') return value;
  if (typeof value === 'string') {
    look(on, Math.ceil(value.length / 100));
    return [...value].length;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  return Array.isArray(value) ? value.length : Object.keys(value).length;
}

const onlyOne = (found: readonly Json[]) => (found.length === 1 ? found[0] : undefined);

function compared(on: Walk, by: Comparison, [left, right]: readonly [Compared, Compared]): boolean {
  switch (by) {
    case '==':
      return same(on, left, right);
    case '!=':
      return !same(on, left, right);
    case '<':
      return isLess(on, left, right);
    case '>':
      return isLess(on, right, left);
    case '<=':
      return isLess(on, left, right) || same(on, left, right);
    case '>=':
      return isLess(on, right, left) || same(on, left, right);
  }
}

/** What both hold is looked at, however often it was before. */
const same = (on: Walk, left: Compared, right: Compared): boolean =>
  left === undefined || right === undefined
    ? left === right
    : sameValue(left, right, (times) => look(on, times));

function isLess(on: Walk, left: Compared, right: Compared): boolean {
  look(on, sizeOf(left));
  if (typeof left === 'number' && typeof right === 'number') return left < right;
  return typeof left === 'string' && typeof right === 'string' && left < right;
}
