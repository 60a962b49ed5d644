import { cpSync, mkdirSync, readdirSync, symlinkSync } from 'node:fs';
import { join, sep } from 'node:path';
import { inHouse } from '../../scripts/house.mjs';
import { plantedFolder } from './planted-folder.ts';

const isPartOfIt = (path: string) =>
  !path.split(sep).some((part) => part === 'node_modules' || part === 'dist');

/**
 * A temporary copy of some paths of this house, standing on its installed packages: what is changed there is seen
 * by the copy alone, also through imports of workspaces that were copied.
 */
export function copiedHouse(paths: string[]) {
  const folder = plantedFolder({ '.gitignore': 'node_modules\n' });
  for (const path of paths)
    cpSync(inHouse(path), join(folder.path, path), { recursive: true, filter: isPartOfIt });
  const packages = join(folder.path, 'node_modules');
  mkdirSync(join(packages, '@promptvault'), { recursive: true });
  for (const name of readdirSync(inHouse('node_modules')))
    if (name !== '@promptvault') symlinkSync(inHouse('node_modules', name), join(packages, name));
  for (const name of readdirSync(join(folder.path, 'packages')))
    symlinkSync(join(folder.path, 'packages', name), join(packages, '@promptvault', name));
  return folder;
}
