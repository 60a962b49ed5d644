import { expect, test } from 'vitest';
import { bundleFiles, isBundle, readBundle } from './read-bundle.ts';

function fileAt(path: string, text = ''): File {
  const file = new File([text], path.split('/').at(-1) ?? '');
  if (path.includes('/')) Object.defineProperty(file, 'webkitRelativePath', { value: path });
  return file;
}

test.each([
  [['prompts.csv'], false],
  [['prompts.tsv'], false],
  [['promptfooconfig.yaml'], true],
  [['eval.json'], true],
  [['a.csv', 'b.csv'], true],
])('%j is a configuration: %s', (names, expected) => {
  expect(isBundle(names.map((name) => fileAt(name)))).toBe(expected);
});

test('programs, packages and pictures of a folder are left where they are', () => {
  const files = [
    'x/promptfooconfig.yaml',
    'x/grade.py',
    'x/node_modules/a/b.json',
    'x/t/cases.csv',
    'x/a.png',
  ];
  expect(
    bundleFiles(files.map((path) => fileAt(path))).map(({ webkitRelativePath }) => webkitRelativePath),
  ).toEqual(['x/promptfooconfig.yaml', 'x/t/cases.csv']);
});

test('files keep their paths, and the folder names the import', async () => {
  expect(await readBundle([fileAt('evals/promptfooconfig.yaml', 'a'), fileAt('evals/p.txt', 'b')])).toEqual({
    name: 'evals',
    files: [
      { path: 'evals/promptfooconfig.yaml', text: 'a' },
      { path: 'evals/p.txt', text: 'b' },
    ],
  });
});
