import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openWebFiles, type WebFiles } from './web-files.ts';

let directory: string;
let files: WebFiles;
const script = 'document.title = "first"';

beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'web-files-'));
  mkdirSync(join(directory, 'assets'));
  writeFileSync(join(directory, 'assets', 'list-1.js'), 'export {}');
  writeFileSync(join(directory, 'assets', 'packed-1.js'), 'export {}');
  writeFileSync(join(directory, 'assets', 'packed-1.js.br'), 'packed by the build');
  writeFileSync(
    join(directory, 'index.html'),
    `<meta name="build-id" content="b1" /><script>${script}</script><body><!--scripts of the address--></body>`,
  );
  writeFileSync(
    join(directory, 'page-scripts.json'),
    JSON.stringify({
      '/prompts/{promptId}': ['/assets/studio-1.js'],
      '/prompts': ['/assets/list-1.js'],
      '/prompts/import': ['/assets/import-1.js'],
    }),
  );
  files = openWebFiles(directory);
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const textOf = async (path: string) =>
  (await files.answer(path, { encoding: '', html: true }))?.text() ?? 'nothing';

it.each([
  ['/prompts', ['list']],
  ['/prompts/', ['list']],
  ['/prompts/01a2', ['studio']],
  ['/prompts/import', ['import']],
  ['/prompts/01a2/more', []],
  ['/elsewhere', []],
])('names in the page at %s the scripts of that address alone', async (path, names) => {
  const page = await textOf(path);
  expect([...page.matchAll(/\/assets\/(\w+)-1\.js/g)].map(([, name]) => name)).toEqual(names);
});

it('tells which scripts stand within the page, for the content security policy', () => {
  const hash = createHash('sha256').update(script).digest('base64');
  expect(files.pageScripts).toEqual([`'sha256-${hash}'`]);
  expect(files.buildId).toBe('b1');
});

it('answers files for ever and the page never, and nothing where there is neither', async () => {
  const file = await files.answer('/assets/list-1.js', { encoding: '', html: false });
  expect(file?.headers.get('cache-control')).toContain('immutable');
  const page = await files.answer('/prompts', { encoding: 'br', html: true });
  expect(page?.headers.get('cache-control')).toBe('no-cache');
  expect(page?.headers.get('content-encoding')).toBe('br');
  expect(await files.answer('/assets/gone-1.js', { encoding: '', html: true })).toBeUndefined();
  expect(await files.answer('/page-scripts.json', { encoding: '', html: false })).toBeUndefined();
});

it('sends what the build packed as it is, to those who unpack it, and never as a file of its own', async () => {
  const ask = async (path: string, encoding: string) => {
    const answer = await files.answer(path, { encoding, html: false });
    return answer && [answer.headers.get('content-encoding'), await answer.text()];
  };
  expect(await ask('/assets/packed-1.js', 'gzip, br')).toEqual(['br', 'packed by the build']);
  expect(await ask('/assets/packed-1.js', '')).toEqual([null, 'export {}']);
  expect(await ask('/assets/packed-1.js.br', 'br')).toBeUndefined();
});
