import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { fingerprint } from './fingerprint.mjs';

let folder;
const write = (path, text) => {
  mkdirSync(join(folder, path, '..'), { recursive: true });
  writeFileSync(join(folder, path), text);
};
const now = () => fingerprint(folder, ['web', 'lock.json', 'absent']);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'fingerprint-'));
  write('web/main.ts', 'one');
  write('lock.json', '{}');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('changes with a content, a name and a new file', () => {
  const first = now();
  expect(now()).toBe(first);
  write('web/main.ts', 'two');
  const second = now();
  expect(second).not.toBe(first);
  write('web/other.ts', '');
  expect(now()).not.toBe(second);
});

test('does not change with tests, builds and installed packages', () => {
  const first = now();
  write('web/main.test.ts', 'x');
  write('web/dist/main.js', 'x');
  write('web/node_modules/a/index.js', 'x');
  expect(now()).toBe(first);
});
