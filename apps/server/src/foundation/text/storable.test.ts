import { whyUnstorable } from '@promptvault/contract/text';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { storable } from './storable.ts';

describe('storable', () => {
  it('replaces NUL and lone surrogates and counts them', () => {
    expect(storable('a\u0000b\ud800c\udc00d😀')).toEqual({ text: 'a\ufffdb\ufffdc\ufffdd😀', replaced: 3 });
  });

  it('gives good text back as it is', () => {
    expect(storable('naïve 😀')).toEqual({ text: 'naïve 😀', replaced: 0 });
  });

  it('makes any sequence of code units storable, without changing its length', () => {
    const unit = fc.oneof(fc.constantFrom(0, 0xd800, 0xdbff, 0xdc00, 0xdfff, 0x61), fc.nat(0xffff));
    fc.assert(
      fc.property(fc.array(unit), (units) => {
        const raw = String.fromCharCode(...units);
        const { text, replaced } = storable(raw);
        expect(whyUnstorable(text)).toBeUndefined();
        expect(text).toHaveLength(raw.length);
        expect(replaced === 0).toBe(text === raw);
      }),
    );
  });
});
