import fc from 'fast-check';
import { expect, test } from 'vitest';
import { fitPack } from './fit-pack.ts';
import { hashText, packItem } from './pack-item.ts';
import { countLines, sliceLines } from './text-lines.ts';

const count = (text: string) => ({ tokens: Math.ceil(text.length / 3), exact: true });
const around = 4;
const whole = (path: string, text: string) => packItem({ path, text, count }) as Item;
type Item = NonNullable<ReturnType<typeof packItem>>;

test('what fits stays whole; the first that does not is cut at a line, the ones after it are left out', () => {
  const items = [whole('a', 'abc\n'), whole('b', 'one\ntwo\nsix\n'), whole('c', 'x')];
  const fitted = fitPack({ items, budget: 2 + around + 3 + around, around, count });
  expect(fitted.parts.map(({ fate }) => fate)).toEqual(['whole', 'cut', 'left-out']);
  expect(fitted.items).toEqual([
    items[0],
    { path: 'b', from: 1, to: 2, text: 'one\ntwo', hash: hashText('one\ntwo'), tokens: 3 },
  ]);
  expect(fitted.used).toBe(13);
});

test('a part of a file is cut to an earlier end, and keeps its place in the file', () => {
  const item = packItem({ path: 'a', text: '1\n22\n33\n44\n5', range: { from: 2, to: 4 }, count }) as Item;
  const { items } = fitPack({ items: [item], budget: around + 2, around, count });
  expect(items).toMatchObject([{ from: 2, to: 3, text: '22\n33' }]);
});

test('a file whose first line does not fit is left out', () => {
  const { items, used } = fitPack({ items: [whole('a', 'x'.repeat(90))], budget: 20, around, count });
  expect({ items, used }).toEqual({ items: [], used: 0 });
});

test('what comes after a file that does not fit is left out, also where it would fit', () => {
  const items = [whole('a', 'x'.repeat(90)), whole('b', 'y')];
  const { parts, used } = fitPack({ items, budget: 20, around, count });
  expect(parts.map(({ fate }) => fate)).toEqual(['left-out', 'left-out']);
  expect(used).toBe(0);
});

const line = fc.string({ unit: 'grapheme', maxLength: 20 }).filter((text) => !/[\r\n]/.test(text));
const file = fc
  .tuple(fc.array(line, { maxLength: 20 }), fc.constantFrom('\n', '\r\n'))
  .map(([lines, end]) => lines.join(end));
const pack = fc
  .uniqueArray(fc.tuple(fc.stringMatching(/^[a-z]{1,6}$/), file), {
    maxLength: 8,
    selector: ([path]) => path,
  })
  .map((files) => files.map(([path, text]) => whole(path, text)));

test('never over the budget, nothing invented, what fits untouched, and the same again changes nothing', () => {
  fc.assert(
    fc.property(pack, fc.integer({ min: -5, max: 300 }), (items, budget) => {
      const fitted = fitPack({ items, budget, around, count });
      const sent = fitted.items.reduce((sum, item) => sum + count(item.text).tokens + around, 0);
      expect(fitted.used).toBe(sent);
      expect(sent).toBeLessThanOrEqual(Math.max(0, budget));
      expect(fitted.parts.map(({ item }) => item)).toEqual(items);
      for (const { item, kept, fate } of fitted.parts) {
        if (fate === 'whole') expect(kept).toBe(item);
        if (fate !== 'cut') continue;
        expect(kept.text).toBe(sliceLines(item.text, { from: 1, to: kept.to ?? 0 }));
        expect(item.text.startsWith(kept.text)).toBe(true);
        expect(kept.to).toBeLessThan(countLines(item.text));
        // One line more would not have fitted; with the last one it is the whole text, and the end of that line with it.
        const next = (kept.to ?? 0) + 1;
        const isLast = next === countLines(item.text);
        const more = isLast ? item.text : sliceLines(item.text, { from: 1, to: next });
        expect(sent - count(kept.text).tokens + count(more).tokens).toBeGreaterThan(budget);
      }
      const all = items.reduce((sum, { tokens }) => sum + tokens + around, 0);
      if (all <= budget) expect(fitted.items).toEqual(items);
      expect(fitPack({ items: fitted.items, budget, around, count }).items).toEqual(fitted.items);
      const room = fitPack({ items, budget: budget + 10, around, count });
      expect(room.used).toBeGreaterThanOrEqual(fitted.used);
    }),
  );
});
