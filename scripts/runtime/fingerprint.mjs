import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const passedOver = new Set(['node_modules', 'dist', '.tanstack']);
const isTest = /\.test\.[cm]?[jt]sx?$/;

/** All files below the given paths (files or folders), sorted, without tests, builds and installed packages. */
function* sources(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  if (!stat) return;
  if (stat.isFile()) {
    if (!isTest.test(path)) yield path;
    return;
  }
  for (const name of readdirSync(path).sort()) if (!passedOver.has(name)) yield* sources(join(path, name));
}

/** SHA-256 over names and contents: equal exactly when nothing that is built from these paths has changed. */
export function fingerprint(folder, paths) {
  const hash = createHash('sha256');
  for (const path of paths) {
    for (const file of sources(join(folder, path))) {
      const content = readFileSync(file);
      hash.update(`${file.slice(folder.length)}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
