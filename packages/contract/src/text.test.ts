import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { findUnstorable, text, whyUnstorable } from './text.ts';

describe('text', () => {
  const shape = z.strictObject({ items: z.array(z.strictObject({ name: text({ min: 1, max: 10 }) })) });

  it.each([
    ['a\u0000b', 'text.nul'],
    ['a\ud800b', 'text.lone_surrogate'],
    ['\udc00', 'text.lone_surrogate'],
  ])('refuses %j with its path', (name, code) => {
    const result = shape.safeParse({ items: [{ name: 'fine' }, { name }] });
    expect(result.error?.issues).toEqual([
      expect.objectContaining({ path: ['items', 1, 'name'], params: { code } }),
    ]);
  });

  it('accepts whole characters of every plane', () => {
    expect(text({ max: 20 }).parse('naïve 👩‍💻 𝒜 \ufffd')).toBe('naïve 👩‍💻 𝒜 \ufffd');
  });

  it('keeps its bounds, also in JSON Schema', () => {
    expect(text({ min: 1, max: 3 }).safeParse('').success).toBe(false);
    expect(text({ max: 3 }).safeParse('abcd').success).toBe(false);
    expect(z.toJSONSchema(text({ min: 1, max: 3 }))).toMatchObject({
      type: 'string',
      minLength: 1,
      maxLength: 3,
    });
  });
});

describe('findUnstorable', () => {
  it('finds the first bad text or key in a JSON value', () => {
    expect(findUnstorable({ a: ['fine', { b: 'x\u0000' }], c: '\ud800' })).toEqual({
      path: ['a', 1, 'b'],
      reason: 'nul',
    });
    expect(findUnstorable({ 'k\u0000': 1 })).toEqual({ path: ['k\ufffd'], reason: 'nul' });
    expect(findUnstorable(JSON.parse('{"a":[{"__proto__":1}]}'))).toEqual({
      path: ['a', 0, '__proto__'],
      reason: 'proto',
    });
    expect(findUnstorable({ constructor: 1, a: '__proto__' })).toBeUndefined();
    expect(findUnstorable({ a: [1, null, true, 'ok'] })).toBeUndefined();
  });

  it('walks a value of great depth', () => {
    let deep: unknown = '\ud800';
    for (let level = 0; level < 3_000; level++) deep = [deep];
    expect(findUnstorable(deep)?.path).toHaveLength(3_000);
  });

  it('knows a lone surrogate from a pair', () => {
    expect(whyUnstorable('😀')).toBeUndefined();
    expect(whyUnstorable('😀'.slice(0, 1))).toBe('lone_surrogate');
  });
});
