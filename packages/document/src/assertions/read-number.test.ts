import { describe, expect, it } from 'vitest';
import { numberIn } from './read-number.ts';

describe('the number in an answer', () => {
  it.each([
    ['42', 42],
    ['It is 1,234.50 dollars.', 1_234.5],
    ['$1,234', 1_234],
    ['12,34,567', 1_234_567],
    ['1.234,50 €', 1_234.5],
    ['1.234.567', 1_234_567],
    ['1.234', 1.234],
    ['1 234,5', 1_234.5],
    ['1\u202f234\u202f567', 1_234_567],
    ["1'234.5", 1_234.5],
    ['12,5 %', 12.5],
    ['0,125', 0.125],
    ['.5', 0.5],
    ['\u22125', -5],
    ['-5', -5],
    ['+3', 3],
    ['1e3', 1_000],
    ['1.5E-2', 0.015],
    ['Total: 7.', 7],
    ['about 1.2k', 1_200],
    ['5K', 5_000],
    ['$3M.', 3_000_000],
    ['2.5 million people', 2_500_000],
    ['€1,5 billion', 1_500_000_000],
    ['12 thousand', 12_000],
    ['1.2kg', 1.2],
    ['3m', 3],
    ['512B', 512],
    ['10 Mbit', 10],
    ['4K2', undefined],
    ['1 or 2', undefined],
    ['1,2,3', undefined],
    ['between 5 and 7', undefined],
    ['none', undefined],
    ['1e999', undefined],
    ['9'.repeat(400), undefined],
  ])('%j is %j', (text, number) => {
    expect(numberIn(text)).toBe(number);
  });

  it('is looked for in time linear in the text', () => {
    const began = performance.now();
    for (const part of ['1,22', '9', '1.234', '1 234', '-', '0,1'])
      numberIn(`${part.repeat(Math.ceil(1_000_000 / part.length))},`);
    expect(performance.now() - began).toBeLessThan(15_000);
  });
});
