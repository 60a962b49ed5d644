/** The part of Nunjucks that tests use in their own values: names with filters. Everything else is told and kept. */
import { readPath } from '../convert/draft.ts';
import type { Losses } from './losses.ts';
import { cutText, FOO_LIMITS, type Plain } from './shape.ts';

const inText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : typeof value === 'object'
        ? JSON.stringify(value)
        : String(value);

const filters: Readonly<Record<string, (value: unknown) => unknown>> = {
  upper: (value) => inText(value).toUpperCase(),
  lower: (value) => inText(value).toLowerCase(),
  trim: (value) => inText(value).trim(),
  string: inText,
  safe: (value) => value,
  dump: (value) => JSON.stringify(value),
  tojson: (value) => JSON.stringify(value),
  length: (value) => (Array.isArray(value) ? value.length : inText(value).length),
  capitalize: (value) => inText(value).replace(/^./u, (first) => first.toUpperCase()),
  first: (value) => (Array.isArray(value) ? value[0] : inText(value)[0]),
  last: (value) => (Array.isArray(value) ? value.at(-1) : inText(value).at(-1)),
  int: (value) => Number.parseInt(inText(value), 10),
  float: (value) => Number.parseFloat(inText(value)),
  join: (value) => (Array.isArray(value) ? value.map(inText).join('') : value),
};

const tag = /\{\{-?([^{}]{1,2000})\}\}/g;

/** A text with the values of a test put in. A name that the test does not have stays as it stands. */
export function fillText(text: string, values: Plain, losses: Losses, where: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  if (text.includes('{%'))
    losses.tell(
      'warning',
      'statement',
      'Conditions and loops in the values of tests are kept as text.',
      where,
    );
  let room = FOO_LIMITS.text;
  const filled = text.replace(tag, (whole, inner: string) => {
    if (room <= 0) return '';
    const [head = '', ...names] = inner
      .replace(/-$/, '')
      .split('|')
      .map((part) => part.trim());
    const path = readPath(head)?.split('.');
    let value: unknown = values;
    for (const part of path ?? [])
      value =
        typeof value === 'object' && value !== null && Object.hasOwn(value, part)
          ? (value as Plain)[part]
          : undefined;
    if (path === undefined || value === undefined) {
      losses.tell(
        'warning',
        'unknown_name',
        `${cutText(whole, 80)} is no value of its test, so it is kept as text.`,
        where,
      );
      return whole;
    }
    for (const name of names) {
      const filter = Object.hasOwn(filters, name) ? filters[name] : undefined;
      if (filter) value = filter(value);
      else if (!/^(?:default|d)\s*\(/.test(name))
        losses.tell(
          'warning',
          'filter',
          `The filter “${cutText(name, 60)}” is unknown here and is left out.`,
          where,
        );
    }
    const put = inText(value);
    room -= put.length;
    return put;
  });
  return cutText(filled, FOO_LIMITS.text);
}

/** The same in every text of a value, whatever its shape. */
export function fillAll(value: unknown, values: Plain, losses: Losses, where: string): unknown {
  if (typeof value === 'string') return fillText(value, values, losses, where);
  if (Array.isArray(value)) return value.map((one) => fillAll(one, values, losses, where));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, one]) => [key, fillAll(one, values, losses, where)]),
  );
}
