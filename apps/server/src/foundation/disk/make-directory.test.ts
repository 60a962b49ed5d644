import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeDirectory } from './make-directory.ts';

let root: string;
beforeAll(() => {
  root = mkdtempSync(join(tmpdir(), 'promptvault-disk-'));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

describe('a directory is made', () => {
  it('with those above it, each with the mode that was asked for, by many at once', async () => {
    const path = join(root, 'a b', 'ünï', 'c');
    await Promise.all(Array.from({ length: 20 }, () => makeDirectory(path, 0o700)));
    for (const made of [path, join(root, 'a b')]) expect(statSync(made).mode & 0o777).toBe(0o700);
  });

  it('and left alone where it stands, also behind a link', async () => {
    const link = join(root, 'link');
    symlinkSync(root, link);
    await makeDirectory(link);
    await makeDirectory(root);
  });

  it('never in a file, nor in its place', async () => {
    const file = join(root, 'file');
    writeFileSync(file, '');
    await expect(makeDirectory(file)).rejects.toMatchObject({ code: 'EEXIST', path: file });
    await expect(makeDirectory(join(file, 'in', 'it'))).rejects.toMatchObject({ code: 'ENOTDIR' });
  });

  it.runIf(process.platform === 'linux')(
    'nor where the system makes none: that is said and not waited for',
    async () => {
      await expect(makeDirectory('/proc/promptvault/data')).rejects.toMatchObject({ code: 'ENOENT' });
    },
  );
});
