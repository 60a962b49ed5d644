import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type GraphVersion, versionLanes } from './version-lanes.ts';

const lanesOf = (versions: GraphVersion[], head: number | null) =>
  versionLanes(versions, head).rows.map(({ number, lane }) => [number, lane]);

test('a single line is one lane', () => {
  const versions = [3, 2, 1].map((number) => ({ number, parents: number > 1 ? [number - 1] : [] }));
  const { rows, width } = versionLanes(versions, 3);
  expect(width).toBe(1);
  expect(rows.map(({ lines }) => lines.map(({ part }) => part))).toEqual([['out'], ['in', 'out'], ['in']]);
});

test('the default branch keeps the first lane, also when another branch is newer', () => {
  const versions = [
    { number: 4, parents: [2] },
    { number: 3, parents: [1] },
    { number: 2, parents: [1] },
    { number: 1, parents: [] },
  ];
  expect(lanesOf(versions, 3)).toEqual([
    [4, 1],
    [3, 0],
    [2, 1],
    [1, 0],
  ]);
});

test('a merge leads to both of its parents', () => {
  const versions = [
    { number: 4, parents: [3, 2] },
    { number: 3, parents: [1] },
    { number: 2, parents: [1] },
    { number: 1, parents: [] },
  ];
  const { rows, width } = versionLanes(versions, 4);
  expect(width).toBe(2);
  expect(rows[0]?.lines.map(({ part, from, to }) => [part, from, to])).toEqual([
    ['out', 0, 0],
    ['out', 0, 1],
  ]);
});

test('whatever the history, every line of a row goes on in the next one', () => {
  const histories = fc
    .integer({ min: 1, max: 40 })
    .chain((count) =>
      fc.tuple(
        ...Array.from({ length: count }, (_, index) =>
          index === 0
            ? fc.constant([])
            : fc.uniqueArray(fc.integer({ min: 1, max: index }), { minLength: 1, maxLength: 2 }),
        ),
      ),
    );
  fc.assert(
    fc.property(histories, fc.nat(), (parents, seed) => {
      const versions = parents.map((each, index) => ({ number: index + 1, parents: each })).reverse();
      const { rows, width } = versionLanes(versions, (seed % versions.length) + 1);
      rows.forEach((row, index) => {
        const leaving = new Set(row.lines.filter(({ part }) => part !== 'in').map(({ to }) => to));
        const next = rows[index + 1];
        const arriving = new Set(
          (next?.lines ?? []).filter(({ part }) => part !== 'out').map(({ from }) => from),
        );
        if (next) expect(arriving).toEqual(leaving);
        expect(Math.max(row.lane, ...row.lines.map(({ from, to }) => Math.max(from, to)))).toBeLessThan(
          width,
        );
      });
    }),
  );
});
