import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';

/** A temporary folder with the given files, for checkers that read the disk; removed by `remove`. */
export function plantedFolder(texts: Record<string, string>) {
  const path = mkdtempSync(join(tmpdir(), 'planted-'));
  for (const [name, text] of Object.entries(texts)) {
    const file = join(path, name);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}
