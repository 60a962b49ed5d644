import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { text } from './text.ts';
import { name } from './values.ts';

const said = (schema: z.ZodType, value: unknown) =>
  schema.safeParse(value).error?.issues.map(({ message }) => message);

describe('what a shape says is wrong', () => {
  it.each<[z.ZodType, unknown, string]>([
    [text({ max: 1_200 }), 'x'.repeat(1_201), 'This may have at most 1,200 characters.'],
    [text({ max: 5, min: 1 }), '', 'This must not be empty.'],
    [z.string().min(8), 'short', 'This needs at least 8 characters.'],
    [z.array(z.string()).max(1), ['a', 'b'], 'This may have at most 1 entry.'],
    [z.array(z.string()).min(2), [], 'This needs at least 2 entries.'],
    [z.int().max(10), 11, 'This must be at most 10.'],
    [z.number().min(0), -1, 'This must be at least 0.'],
    [z.number().gt(0), 0, 'This must be more than 0.'],
    [z.number().lt(1), 1, 'This must be less than 1.'],
    [z.int(), 1.5, 'This must be a whole number.'],
    [z.coerce.number(), 'abc', 'This must be a number.'],
    [z.array(z.string()), 'a', 'This must be a list.'],
    [z.strictObject({}), null, 'This must be an object.'],
    [z.enum(['one', 'two']), 'three', 'This must be one of “one”, “two”.'],
    [z.literal(1), 2, 'This must be 1.'],
    [z.email(), 'nobody', 'This must be an e-mail address.'],
    [z.string(), undefined, 'This is missing.'],
    [name(), '   ', 'This must not be empty.'],
    [name(), '\u200b\u2060', 'This must not be empty.'],
    [name(), 'a\nb', 'This must be one line.'],
  ])('%#: %o is answered in words', (schema, value, words) => {
    expect(said(schema, value)).toEqual([words]);
  });

  it('is what the shape says itself where it says something', () => {
    expect(said(z.string().min(3, 'Three letters, please.'), 'a')).toEqual(['Three letters, please.']);
  });

  it('lets names pass that show something', () => {
    for (const shown of ['a\u200bb', '👩‍👩‍👧', 'عنوان\u200f', '—']) expect(name().parse(shown)).toBe(shown);
  });

  it('takes marks that turn the text around out of names', () => {
    expect(name().parse('\u202einvoice\u202c \u2066gpj.exe\u2069 ')).toBe('invoice gpj.exe');
    expect(said(name(), '\u202e\u2069')).toEqual(['This must not be empty.']);
  });
});
