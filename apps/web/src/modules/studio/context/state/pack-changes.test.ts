import type { PackItem } from '@promptvault/context';
import { expect, test } from 'vitest';
import { addItems, packTokens, removePaths, renewItems, replaceItem, withTokens } from './pack-changes.ts';

const item = (path: string, from?: number, to?: number): PackItem => ({
  path,
  text: `${path}${from ?? ''}`,
  hash: `${path}${from ?? ''}`,
  tokens: 5,
  ...(from !== undefined && to !== undefined && { from, to }),
});
const names = (pack: { items: readonly { path: string; from?: number | undefined }[] }) =>
  pack.items.map(({ path, from }) => (from === undefined ? path : `${path}:${from}`));

test('parts of one file stand side by side, the whole replaces them, a part replaces the whole', () => {
  const parts = addItems({ items: [] }, [item('a', 1, 2), item('b'), item('a', 5, 9)]);
  expect(names(parts)).toEqual(['a:1', 'b', 'a:5']);
  const whole = addItems(parts, [item('a')]);
  expect(names(whole)).toEqual(['b', 'a']);
  expect(names(addItems(whole, [item('a', 3, 4)]))).toEqual(['b', 'a:3']);
});

test('the same choice again stays in its place', () => {
  const pack = addItems({ items: [] }, [item('a'), item('b')]);
  expect(names(addItems(pack, [item('a')]))).toEqual(['a', 'b']);
});

test('a changed range takes the place of the old one and of its twin', () => {
  const pack = addItems({ items: [] }, [item('a', 1, 2), item('b'), item('a', 5, 9)]);
  expect(names(replaceItem(pack, 'a:1-2', item('a', 5, 9)))).toEqual(['a:5', 'b']);
  expect(names(replaceItem(pack, 'a:1-2', item('a', 1, 2)))).toEqual(['a:1', 'b', 'a:5']);
});

test('what is read again takes its place, and what was let go meanwhile stays away', () => {
  const pack = addItems({ items: [] }, [item('a', 1, 9), item('b'), item('a', 20, 30)]);
  const read = [
    { ...item('b'), text: 'new' },
    { ...item('a', 1, 4), text: 'shorter' },
    { ...item('c'), text: 'gone' },
  ];
  const next = renewItems(pack, read);
  expect(next.items.map(({ text, to }) => [text, to])).toEqual([
    ['shorter', 4],
    ['new', undefined],
    ['a20', 30],
  ]);
});

test('parts that begin at one line are renewed each for itself, and one that was cut otherwise stays', () => {
  const pack = addItems({ items: [] }, [item('a', 1, 2), item('a', 1, 9)]);
  const texts = (next: typeof pack) => next.items.map(({ to, text }) => [to, text]);
  const read = [
    { ...item('a', 1, 2), text: 'two' },
    { ...item('a', 1, 9), text: 'nine' },
  ];
  expect(texts(renewItems(pack, read))).toEqual([
    [2, 'two'],
    [9, 'nine'],
  ]);
  const cut = addItems({ items: [] }, [item('a', 1, 4)]);
  expect(renewItems(cut, [{ ...item('a', 1, 9), text: 'nine' }])).toEqual(cut);
});

test('paths leave with all their parts', () => {
  const pack = addItems({ items: [] }, [item('a', 1, 2), item('b'), item('a', 5, 9)]);
  expect(names(removePaths(pack, new Set(['a'])))).toEqual(['b']);
});

test('new counts change only what differs', () => {
  const pack = addItems({ items: [] }, [item('a'), item('b')]);
  expect(withTokens(pack, new Map([['a', 5]]))).toBe(pack);
  expect(packTokens(withTokens(pack, new Map([['a', 9]])))).toBe(14);
});
