/** The Nunjucks that tests use in their own values. What is not known here is told and kept. */
import { readPath } from '../convert/draft.ts';
import { calculate, inText, scopeOf } from '../jinja/calculate.ts';
import { NotKnown, readExpression } from '../jinja/read-expression.ts';
import { renderJinja } from '../jinja/render-jinja.ts';
import type { Losses } from './losses.ts';
import { cutText, FOO_LIMITS, type Plain } from './shape.ts';

const tag = /\{\{-?([^{}]{1,2000})\}\}/g;

/** A text with the values of a test put in. A name that the test does not have stays as it stands. */
export function fillText(text: string, values: Plain, losses: Losses, where: string): string {
  if (!text.includes('{{') && !text.includes('{%')) return text;
  if (text.includes('{%')) {
    const rendered = tryIt(() => renderJinja(text, values, losses.room, { mustKnow: true }));
    if (typeof rendered.value === 'string') return cutText(rendered.value, FOO_LIMITS.text);
    losses.tell(
      'warning',
      'statement',
      `Conditions and loops in the values of tests are kept as text where they cannot be put in: ${rendered.reason}.`,
      where,
    );
  }
  let room = FOO_LIMITS.text;
  const filled = text.replace(tag, (whole, inner: string) => {
    if (room <= 0) return '';
    const written = inner.replace(/-$/, '');
    const found = tryIt(() => calculate(readExpression(written), scopeOf(values), losses.room));
    if ('reason' in found && readPath(written.split('|')[0] ?? '') !== undefined)
      losses.tell('warning', 'filter', `${cutText(whole, 80)} is kept as text: ${found.reason}.`, where);
    else if (found.value === undefined)
      losses.tell(
        'warning',
        'unknown_name',
        `${cutText(whole, 80)} is no value of its test, so it is kept as text.`,
        where,
      );
    if (found.value === undefined) return whole;
    const put = inText(found.value);
    room -= put.length;
    return put;
  });
  return cutText(filled, FOO_LIMITS.text);
}

function tryIt(make: () => unknown): { value: unknown; reason?: string } {
  try {
    return { value: make() };
  } catch (error) {
    if (!(error instanceof NotKnown)) throw error;
    return { value: undefined, reason: error.message };
  }
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
