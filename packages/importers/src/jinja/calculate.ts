/** What an expression comes to with given values, as Nunjucks has it. Nothing of the program is in reach of it. */
import { type Expression, NotKnown } from './read-expression.ts';
import { type Room, spend, weigh } from './room.ts';

type Values = Readonly<Record<string, unknown>>;

/** What names stand for. */
export interface Scope {
  get(name: string): unknown;
}

/** The names of these values, also of what is put among them later; nothing that they inherit. */
export const scopeOf = (values: Values): Scope => ({
  get: (name) => (Object.hasOwn(values, name) ? values[name] : undefined),
});

/** A value as it is written out. */
export const inText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

const longest = 100_000;
/** Refused before it is made: the longest text that a program can hold is far too long. */
function refuseLength(length: number): void {
  if (length > longest) throw new NotKnown(`a text of more than ${longest.toLocaleString('en')} characters`);
}
const isList = Array.isArray;
const sizeOf = (value: unknown): number =>
  isList(value)
    ? value.length
    : typeof value === 'object' && value !== null
      ? Object.keys(value).length
      : inText(value).length;

/** Only what an object or list itself holds: nothing it inherits. */
function fieldOf(of: unknown, key: unknown): unknown {
  if (typeof of === 'string' || isList(of)) {
    if (key === 'length') return of.length;
    const at = Number(key);
    return Number.isInteger(at) ? of.at(at) : undefined;
  }
  const name = String(key);
  return typeof of === 'object' && of !== null && Object.hasOwn(of, name) ? (of as Values)[name] : undefined;
}

const capital = (text: string) => text.replace(/^\p{L}/u, (first) => first.toUpperCase());
const sorted = (list: readonly unknown[]) =>
  [...list].sort((a, b) =>
    typeof a === 'number' && typeof b === 'number' ? a - b : inText(a).localeCompare(inText(b)),
  );
const listOf = (value: unknown): readonly unknown[] => (isList(value) ? value : [...inText(value)]);
const rounded = (value: number, places: number, way: unknown) =>
  (way === 'ceil' ? Math.ceil : way === 'floor' ? Math.floor : Math.round)(value * 10 ** places) /
  10 ** places;

function joined(parts: readonly string[], between: string): string {
  refuseLength(parts.reduce((sum, { length }) => sum + length + between.length, -between.length));
  return parts.join(between);
}

type Filter = (value: unknown, given: readonly unknown[]) => unknown;

const byAttribute = (value: unknown, attribute: unknown): readonly unknown[] =>
  attribute === undefined
    ? listOf(value)
    : listOf(value).map((one) => String(attribute).split('.').reduce<unknown>(fieldOf, one));
const fallback: Filter = (value, [other, falsyToo]) =>
  (falsyToo ? Boolean(value) : value !== undefined) ? value : other;
const dump: Filter = (value, [indent]) =>
  JSON.stringify(value ?? null, null, typeof indent === 'number' ? Math.min(10, indent) : undefined);

const filters: Readonly<Record<string, Filter>> = {
  upper: (value) => inText(value).toUpperCase(),
  lower: (value) => inText(value).toLowerCase(),
  trim: (value) => inText(value).trim(),
  title: (value) =>
    inText(value)
      .split(' ')
      .map((word) => capital(word.toLowerCase()))
      .join(' '),
  capitalize: (value) => capital(inText(value).toLowerCase()),
  string: inText,
  safe: (value) => value,
  dump,
  tojson: dump,
  default: fallback,
  d: fallback,
  length: sizeOf,
  count: sizeOf,
  wordcount: (value) => (inText(value).match(/\S+/g) ?? []).length,
  first: (value) => listOf(value)[0],
  last: (value) => listOf(value).at(-1),
  int: (value, [other]) => {
    const number = Number.parseInt(inText(value), 10);
    return Number.isNaN(number) ? (other ?? 0) : number;
  },
  float: (value, [other]) => {
    const number = Number.parseFloat(inText(value));
    return Number.isNaN(number) ? (other ?? 0) : number;
  },
  abs: (value) => Math.abs(Number(value)),
  round: (value, [places, way]) => rounded(Number(value), Number(places ?? 0), way),
  join: (value, [between, attribute]) =>
    joined(byAttribute(value, attribute).map(inText), inText(between ?? '')),
  sum: (value, [attribute]) =>
    byAttribute(value, attribute).reduce<number>((sum, one) => sum + Number(one), 0),
  sort: (value) => sorted(listOf(value)),
  reverse: (value) => (isList(value) ? value.toReversed() : [...inText(value)].reverse().join('')),
  unique: (value) => [...new Set(listOf(value))],
  list: (value) => listOf(value),
  replace: (value, [wanted, other]) => {
    const parts = inText(value).split(inText(wanted));
    return joined(wanted === '' ? ['', ...parts, ''] : parts, inText(other));
  },
  truncate: (value, [most, anywhere, end]) => {
    const text = inText(value);
    const length = Number(most ?? 255);
    if (text.length <= length) return text;
    const space = text.lastIndexOf(' ', length);
    return `${text.slice(0, anywhere === true || space === -1 ? length : space)}${inText(end ?? '...')}`;
  },
  indent: (value, [width, firstToo]) => {
    const spaces = ' '.repeat(Math.min(100, Math.max(0, Number(width ?? 4))));
    const lines = inText(value).split('\n');
    refuseLength(lines.reduce((sum, { length }) => sum + length + spaces.length, 0));
    return lines.map((line, index) => (index === 0 && !firstToo ? line : `${spaces}${line}`)).join('\n');
  },
  urlencode: (value) => encodeURIComponent(inText(value).toWellFormed()),
  striptags: (value) =>
    inText(value)
      .replace(/<[^<>]*>/g, '')
      .trim(),
};

type Test = (value: unknown, given: readonly unknown[]) => boolean;
const tests: Readonly<Record<string, Test>> = {
  defined: (value) => value !== undefined,
  undefined: (value) => value === undefined,
  none: (value) => value === null,
  null: (value) => value === null,
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  iterable: (value) => typeof value === 'string' || isList(value),
  mapping: (value) => typeof value === 'object' && value !== null && !isList(value),
  odd: (value) => Math.abs(Number(value)) % 2 === 1,
  even: (value) => Number(value) % 2 === 0,
  divisibleby: (value, [by]) => Number(value) % Number(by) === 0,
  equalto: (value, [other]) => value === other,
  eq: (value, [other]) => value === other,
};

const loosely = (left: unknown, right: unknown): boolean =>
  // biome-ignore lint/suspicious/noDoubleEquals: Nunjucks compares so
  left == right;

function contains(whole: unknown, part: unknown): boolean {
  if (isList(whole)) return whole.includes(part);
  if (typeof whole === 'string') return whole.includes(inText(part));
  return typeof whole === 'object' && whole !== null && Object.hasOwn(whole, String(part));
}

function added(left: unknown, right: unknown): unknown {
  return typeof left === 'number' && typeof right === 'number' ? left + right : inText(left) + inText(right);
}

const ordered = (left: unknown, right: unknown): [number, number] | [string, string] =>
  typeof left === 'string' && typeof right === 'string' ? [left, right] : [Number(left), Number(right)];

const signs: Readonly<Record<string, (left: unknown, right: unknown) => unknown>> = {
  '==': loosely,
  '===': (left, right) => left === right,
  '!=': (left, right) => !loosely(left, right),
  '!==': (left, right) => left !== right,
  '<': (left, right) => compare(left, right, (a, b) => a < b),
  '>': (left, right) => compare(left, right, (a, b) => a > b),
  '<=': (left, right) => compare(left, right, (a, b) => a <= b),
  '>=': (left, right) => compare(left, right, (a, b) => a >= b),
  '~': (left, right) => inText(left) + inText(right),
  '+': added,
  '-': (left, right) => Number(left) - Number(right),
  '*': (left, right) => Number(left) * Number(right),
  '/': (left, right) => Number(left) / Number(right),
  '//': (left, right) => Math.floor(Number(left) / Number(right)),
  '%': (left, right) => Number(left) % Number(right),
  '**': (left, right) => Number(left) ** Number(right),
  in: (left, right) => contains(right, left),
};

function compare(
  left: unknown,
  right: unknown,
  say: (a: number | string, b: number | string) => boolean,
): boolean {
  const [a, b] = ordered(left, right);
  return say(a, b);
}

function known<T>(table: Readonly<Record<string, T>>, name: string, what: string): T {
  const found = Object.hasOwn(table, name) ? table[name] : undefined;
  if (found === undefined) throw new NotKnown(`${what} “${name}” is unknown here`);
  return found;
}

/** Sorting goes through everything many times. */
const sortings = 10;

/** @throws NotKnown; also where more work is left to do than there is room for */
export function calculate(expression: Expression, scope: Scope, room: Room): unknown {
  const of = (one: Expression) => calculate(one, scope, room);
  /** Whatever is made of a value goes through it. */
  const weighed = (one: Expression) => {
    const value = of(one);
    weigh(room, value);
    return value;
  };
  spend(room, 1);
  switch (expression.is) {
    case 'value':
      return expression.value;
    case 'name':
      return scope.get(expression.name);
    case 'list':
      return expression.items.map(of);
    case 'field':
      return fieldOf(of(expression.of), of(expression.key));
    case 'not':
      return !of(expression.of);
    case 'minus':
      return -Number(of(expression.of));
    case 'choice':
      if (of(expression.when)) return of(expression.then);
      return expression.otherwise && of(expression.otherwise);
    case 'both': {
      if (expression.sign === 'or') return of(expression.left) || of(expression.right);
      if (expression.sign === 'and') return of(expression.left) && of(expression.right);
      return short(
        known(signs, expression.sign, 'The sign')(weighed(expression.left), weighed(expression.right)),
      );
    }
    case 'test':
      return known(tests, expression.name, 'The test')(of(expression.of), expression.given.map(of));
    case 'filter': {
      const filter = known(filters, expression.name, 'The filter');
      const value = weighed(expression.of);
      if (expression.name === 'sort') for (let time = 1; time < sortings; time++) weigh(room, value);
      return short(filter(value, expression.given.map(weighed)));
    }
  }
}

function short(value: unknown): unknown {
  if (typeof value === 'string') refuseLength(value.length);
  return value;
}
