import { buildFileTree, treeRows } from '@promptvault/context';
import { expect, test } from 'vitest';
import { treeAct } from './tree-keys.ts';

const tree = buildFileTree([{ path: 'a/b.ts' }, { path: 'a/c.ts' }, { path: 'd.ts' }]);
const rows = (...expanded: string[]) =>
  treeRows(tree, { expanded: new Set(expanded), filter: '', showIgnored: false });
const press = (key: string, change: Partial<{ shiftKey: boolean; ctrlKey: boolean }> = {}) => ({
  key,
  shiftKey: false,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  ...change,
});

test('right opens a folder, then goes in; left goes to the folder, then closes it', () => {
  expect(treeAct(press('ArrowRight'), rows(), 0, 10)).toMatchObject({ kind: 'open' });
  expect(treeAct(press('ArrowRight'), rows('a'), 0, 10)).toEqual({ kind: 'move', to: 1 });
  expect(treeAct(press('ArrowRight'), rows('a'), 1, 10)).toBeUndefined();
  expect(treeAct(press('ArrowLeft'), rows('a'), 2, 10)).toEqual({ kind: 'move', to: 0 });
  expect(treeAct(press('ArrowLeft'), rows('a'), 0, 10)).toMatchObject({ kind: 'close' });
  expect(treeAct(press('ArrowLeft'), rows('a'), 3, 10)).toBeUndefined();
});

test('enter previews a file and turns a folder, space marks', () => {
  expect(treeAct(press('Enter'), rows('a'), 1, 10)).toMatchObject({ kind: 'preview' });
  expect(treeAct(press('Enter'), rows(), 0, 10)).toMatchObject({ kind: 'open' });
  expect(treeAct(press(' '), rows(), 1, 10)).toEqual({ kind: 'toggle' });
});

test('shift with an arrow extends, control A chooses all, other keys are left alone', () => {
  expect(treeAct(press('ArrowDown', { shiftKey: true }), rows(), 0, 10)).toEqual({ kind: 'extend', to: 1 });
  expect(treeAct(press('a', { ctrlKey: true }), rows(), 0, 10)).toEqual({ kind: 'chooseAll' });
  expect(treeAct(press('Tab'), rows(), 0, 10)).toBeUndefined();
  expect(treeAct(press('Enter'), [], -1, 10)).toBeUndefined();
});
