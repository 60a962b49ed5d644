import { expect, test } from 'vitest';
import { folderAbility, originOfDrop, originOfUpload, pickFolder } from './pick-folder.ts';

const handle = { kind: 'directory', name: 'site' } as FileSystemDirectoryHandle;

test('a page says what it may do with folders, and why not more', () => {
  expect(folderAbility({ isSecureContext: true, showDirectoryPicker: async () => handle })).toBe('connect');
  expect(folderAbility({ isSecureContext: false })).toBe('upload_insecure');
  expect(folderAbility({ isSecureContext: true })).toBe('upload_unsupported');
});

test('closing the dialog is no failure, a refusal is', async () => {
  const failing = (name: string) => ({
    isSecureContext: true,
    showDirectoryPicker: () => Promise.reject(new DOMException('no', name)),
  });
  expect(await pickFolder(failing('AbortError'))).toBeUndefined();
  await expect(pickFolder(failing('SecurityError'))).rejects.toMatchObject({ name: 'SecurityError' });
  expect(await pickFolder({ isSecureContext: true, showDirectoryPicker: async () => handle })).toMatchObject({
    kind: 'handle',
    name: 'site',
  });
});

test('an upload loses the name of its folder, single files keep theirs', () => {
  const file = (name: string, webkitRelativePath: string) => ({ name, webkitRelativePath }) as File;
  const origin = originOfUpload([file('a.ts', 'site/src/a.ts'), file('b.ts', 'site/b.ts')]);
  expect(origin).toMatchObject({ name: 'site', files: [{ path: 'src/a.ts' }, { path: 'b.ts' }] });
  expect(originOfUpload([file('a.ts', '')])).toMatchObject({ files: [{ path: 'a.ts' }] });
});

type Entry = { name: string; isDirectory: boolean; children?: Entry[] };

/** As browsers give it: a reader that answers in batches, then with none. */
function entry({ name, isDirectory, children = [] }: Entry): FileSystemEntry {
  const batches = [children.slice(0, 1), children.slice(1), []].filter(
    (batch, at) => batch.length > 0 || at === 2,
  );
  return {
    name,
    isDirectory,
    file: (done: (file: Blob) => void) => done(new Blob([name])),
    createReader: () => ({
      readEntries: (done: (entries: FileSystemEntry[]) => void) => done((batches.shift() ?? []).map(entry)),
    }),
  } as unknown as FileSystemEntry;
}

const item = (dropped: Entry, more: object = {}) =>
  ({ kind: 'file', webkitGetAsEntry: () => entry(dropped), ...more }) as unknown as DataTransferItem;
const site: Entry = {
  name: 'site',
  isDirectory: true,
  children: [
    { name: 'a.ts', isDirectory: false },
    { name: 'b.ts', isDirectory: false },
    { name: 'src', isDirectory: true, children: [{ name: 'c.ts', isDirectory: false }] },
  ],
};

test('one dropped folder becomes a handle where there are handles', async () => {
  const origin = await originOfDrop([item(site, { getAsFileSystemHandle: async () => handle })]);
  expect(origin).toMatchObject({ kind: 'handle', handle });
});

test('elsewhere a dropped folder becomes a list of its files', async () => {
  const origin = await originOfDrop([item(site)]);
  expect(origin?.kind === 'files' && origin.files.map(({ path }) => path)).toEqual([
    'a.ts',
    'b.ts',
    'src/c.ts',
  ]);
});

test('several dropped things keep their names, text that was dropped is nothing', async () => {
  const origin = await originOfDrop([item(site), item({ name: 'x.md', isDirectory: false })]);
  expect(origin?.kind === 'files' && origin.files.map(({ path }) => path)).toEqual([
    'site/a.ts',
    'site/b.ts',
    'site/src/c.ts',
    'x.md',
  ]);
  expect(await originOfDrop([{ kind: 'string' } as DataTransferItem])).toBeUndefined();
});
