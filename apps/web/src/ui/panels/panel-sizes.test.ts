import fc from 'fast-check';
import { expect, test } from 'vitest';
import { layOut, moveSplit, type PanelRule } from './panel-sizes.ts';

const columns: PanelRule[] = [
  { id: 'document', size: 500, min: 300, flexible: true },
  { id: 'inputs', size: 300, min: 240, max: 480 },
  { id: 'result', size: 500, min: 320, flexible: true },
];
const sum = (sizes: Record<string, number>) => Object.values(sizes).reduce((total, size) => total + size, 0);

test('flexible panels share what the fixed ones leave', () => {
  expect(layOut(columns, 1500)).toEqual({ document: 600, inputs: 300, result: 600 });
});

test('remembered sizes come back, and a smaller window takes from the flexible ones', () => {
  const remembered = { document: 700, inputs: 400, result: 500 };
  expect(layOut(columns, 1600, remembered)).toEqual(remembered);
  expect(layOut(columns, 1300, remembered)).toMatchObject({ inputs: 400 });
});

test('a window that is too small puts all at their least', () => {
  expect(layOut(columns, 400)).toEqual({ document: 300, inputs: 240, result: 320 });
});

test('no half pixel is left over', () => {
  expect(sum(layOut(columns, 939))).toBeCloseTo(939, 1);
});

test('moving a line takes from the neighbour, then from those behind', () => {
  const sizes = { document: 500, inputs: 300, result: 500 };
  expect(moveSplit(columns, sizes, 0, 100)).toEqual({ document: 640 - 40, inputs: 240, result: 460 });
  expect(moveSplit(columns, sizes, 1, -400)).toEqual({ document: 300, inputs: 240, result: 760 });
});

test('a panel does not grow past its most', () => {
  const sizes = { document: 500, inputs: 300, result: 700 };
  expect(moveSplit(columns, sizes, 1, 400).inputs).toBe(480);
});

test('moving never changes the sum nor breaks a least size', () => {
  const delta = fc.integer({ min: -3000, max: 3000 });
  fc.assert(
    fc.property(
      fc.integer({ min: 900, max: 4000 }),
      fc.array(fc.tuple(fc.nat(1), delta), { maxLength: 12 }),
      (whole, moves) => {
        let sizes = layOut(columns, whole);
        for (const [index, by] of moves) sizes = moveSplit(columns, sizes, index, by);
        expect(sum(sizes)).toBeCloseTo(whole, 1);
        for (const { id, min, max } of columns) {
          expect(sizes[id]).toBeGreaterThanOrEqual(min - 0.001);
          if (max) expect(sizes[id]).toBeLessThanOrEqual(max + 0.001);
        }
      },
    ),
  );
});
