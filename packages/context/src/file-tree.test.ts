import fc from 'fast-check';
import { expect, test } from 'vitest';
import { buildFileTree, type FileEntry } from './file-tree.ts';
import { type IgnoreFile, ignoreRules } from './ignore-rules.ts';
import { shownFiles, type TreeView, treeRows } from './tree-rows.ts';
import { selectionMarks, toggleNode } from './tree-selection.ts';

const view = (change: Partial<TreeView> = {}): TreeView => ({
  expanded: new Set(),
  filter: '',
  showIgnored: false,
  ...change,
});
const treeOf = (...paths: string[]) => buildFileTree(paths.map((path) => ({ path })));
const indexOf = (tree: ReturnType<typeof treeOf>, path: string) =>
  tree.nodes.findIndex((node) => node.path === path);
const shown = (tree: ReturnType<typeof treeOf>, change: Partial<TreeView> = {}) =>
  treeRows(tree, view(change)).map(({ node }) => node.path);

test('folders come first, numbers count by value', () => {
  const tree = treeOf('b.ts', 'file10.ts', 'file9.ts', 'a/z.ts', 'B/x.ts', 'a/b/c.ts');
  expect(tree.nodes.map(({ path }) => path)).toEqual([
    'a',
    'a/b',
    'a/b/c.ts',
    'a/z.ts',
    'B',
    'B/x.ts',
    'b.ts',
    'file9.ts',
    'file10.ts',
  ]);
});

test('only opened folders show what they hold', () => {
  const tree = treeOf('a/b/c.ts', 'a/d.ts', 'e.ts');
  expect(shown(tree)).toEqual(['a', 'e.ts']);
  expect(shown(tree, { expanded: new Set(['a']) })).toEqual(['a', 'a/b', 'a/d.ts', 'e.ts']);
});

test('a filter opens what leads to a hit and hides the rest', () => {
  const tree = treeOf('src/main.ts', 'src/other.ts', 'docs/main.md');
  expect(shown(tree, { filter: 'SRC main' })).toEqual(['src', 'src/main.ts']);
  expect(shown(tree, { filter: 'nothing' })).toEqual([]);
});

test('ignored rows are hidden until asked for, with all below them', () => {
  const tree = buildFileTree([
    { path: 'dist', isDirectory: true, ignoredBy: '.gitignore: dist' },
    { path: 'dist/a.js' },
  ]);
  expect(shown(tree)).toEqual([]);
  expect(shown(tree, { showIgnored: true, expanded: new Set(['dist']) })).toEqual(['dist', 'dist/a.js']);
});

test('a folder turns on, partly and off with its files', () => {
  const tree = treeOf('a/b/c.ts', 'a/d.ts', 'e.ts');
  const a = indexOf(tree, 'a');
  let selection = toggleNode(tree, new Set<string>(), a, view());
  expect([...selection].sort()).toEqual(['a/b/c.ts', 'a/d.ts']);
  expect(selectionMarks(tree, selection, view()).stateOf(a)).toBe('all');
  selection = toggleNode(tree, selection, indexOf(tree, 'a/d.ts'), view());
  expect(selectionMarks(tree, selection, view()).stateOf(a)).toBe('some');
  selection = toggleNode(tree, toggleNode(tree, selection, a, view()), a, view());
  expect(selection.size).toBe(0);
});

test('a folder chooses only what the filter leaves and what is text', () => {
  const tree = buildFileTree([
    { path: 'a/x.ts' },
    { path: 'a/y.ts' },
    { path: 'a/x.png' },
    { path: 'a/x-huge.txt', size: 1e9 },
    { path: 'a/x.log', ignoredBy: '*.log' },
  ]);
  expect([...toggleNode(tree, new Set<string>(), 0, view({ filter: 'x' }))]).toEqual(['a/x.ts']);
});

test('paths that leave the folder are left out and counted', () => {
  const tree = treeOf('../../etc/passwd', '/etc/passwd', 'a//b', '', 'a/./b', 'ok.ts', 'x'.repeat(5_000));
  expect(tree.nodes.map(({ path }) => path)).toEqual(['ok.ts']);
  expect(tree.refusedPaths).toBe(6);
});

test('names such as __proto__ and constructor are only names', () => {
  expect(treeOf('__proto__/x.ts', 'constructor').nodes.map(({ path }) => path)).toEqual([
    '__proto__',
    '__proto__/x.ts',
    'constructor',
  ]);
});

const segment = fc.constantFrom('a', 'b', 'C', 'd.ts', 'e.md');
const paths = fc.array(
  fc.array(segment, { minLength: 1, maxLength: 5 }).map((parts) => parts.join('/')),
  { maxLength: 30 },
);

test('every node’s run holds exactly what is below it, and marks agree with counting by hand', () => {
  fc.assert(
    fc.property(paths, fc.nat(), (all, pick) => {
      const tree = treeOf(...all);
      for (const [index, node] of tree.nodes.entries()) {
        const below = tree.nodes.filter(({ path }) => path.startsWith(`${node.path}/`));
        expect(tree.nodes.slice(index + 1, node.end)).toEqual(below);
      }
      if (tree.nodes.length === 0) return;
      const selection = toggleNode(tree, new Set<string>(), pick % tree.nodes.length, view());
      const marks = selectionMarks(tree, selection, view());
      for (const [index, node] of tree.nodes.entries()) {
        const files = tree.nodes.slice(index, node.end).filter(({ isDirectory }) => !isDirectory);
        const chosen = files.filter(({ path }) => selection.has(path)).length;
        expect(marks.stateOf(index)).toBe(chosen === 0 ? 'none' : chosen === files.length ? 'all' : 'some');
      }
      expect(marks.chosen).toBe(selection.size);
    }),
  );
});

test('50,000 paths with ignore rules give every row and mark', () => {
  const nested = Array.from(
    { length: 50 },
    (_, at): IgnoreFile => ({ directory: `p${at}`, name: '.gitignore', text: 'out/\n*.tmp' }),
  );
  const root: IgnoreFile = {
    directory: '',
    name: '.gitignore',
    text: '*.log\ndist/\n!keep.log\ncoverage\n/tmp\n**/*.gen.ts',
  };
  const names = Array.from(
    { length: 50_000 },
    (_, at) => `p${at % 100}/d${at % 1_000}/e${at % 37}/file${at}.ts`,
  );
  const rules = ignoreRules([root, ...nested]);
  const tree = buildFileTree(
    names.map(
      (path): FileEntry => ({ path, ...(rules.verdict(path, false).ignored && { ignoredBy: 'rule' }) }),
    ),
  );
  const all = view({
    expanded: new Set(tree.nodes.filter((node) => node.isDirectory).map(({ path }) => path)),
  });
  expect(treeRows(tree, all)).toHaveLength(tree.nodes.length);
  expect(treeRows(tree, view({ filter: 'file4999' })).length).toBeGreaterThan(10);
  const selection = new Set(shownFiles(tree, all));
  expect(selectionMarks(tree, selection, all).chosen).toBe(50_000);
});
