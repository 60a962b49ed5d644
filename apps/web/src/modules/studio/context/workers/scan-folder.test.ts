import { expect, test } from 'vitest';
import { filesSource } from '../api/files-source.ts';
import { type FolderScan, scanFolder } from './scan-folder.ts';

const findBlob = async () => new Blob(['x']);

test('a large folder is shown while it is being listed, top level first', async () => {
  const paths = Array.from({ length: 40 }, (_, at) => `p${at}/q/file.ts`);
  const shown: FolderScan[] = [];
  let time = 0;
  const scan = await scanFolder(
    filesSource(paths, findBlob),
    {},
    {
      onProgress: (found) => shown.push(found),
      now: () => {
        time += 200;
        return time;
      },
    },
  );
  expect(scan.files).toBe(40);
  expect(shown.length).toBeGreaterThan(1);
  for (const partial of shown) {
    expect(partial.files).toBeLessThan(40);
    expect(partial.tree.nodes.filter(({ depth }) => depth === 0)).toHaveLength(40);
  }
});

test('paths of an upload that leave the folder or stand twice are left out', async () => {
  const paths = ['a.ts', 'a.ts', '../b.ts', '/c.ts', 'd//e.ts'];
  const scan = await scanFolder(filesSource(paths, findBlob), {});
  expect(scan.tree.nodes.map(({ path }) => path)).toEqual(['a.ts']);
});
