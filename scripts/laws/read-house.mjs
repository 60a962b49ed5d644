import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { markTestAids } from './mark-test-aids.mjs';
import { sourceFile } from './source-file.mjs';

const groups = ['apps', 'docs', 'packages', 'tests', 'scripts'];
const passedOver = new Set([
  'node_modules',
  'dist',
  '.tanstack',
  'test-results',
  'playwright-report',
  'screenshots',
]);

function* paths(root, folder) {
  for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) {
      if (!passedOver.has(entry.name)) yield* paths(root, path);
    } else yield path;
  }
}

/**
 * The house as data, for the laws to look at.
 * @typedef {object} House
 * @property {ReturnType<typeof sourceFile>[]} files TypeScript sources, generated ones left out
 * @property {string[]} paths every file of the workspaces, scripts and documents
 * @property {(path: string) => string} read
 * @property {{ spaces: string[], modules: { space: string, name: string }[], pages: { space: string, name: string }[] }} order
 */

/** @returns {House} */
export function readHouse(root) {
  const read = (path) => readFileSync(join(root, path), 'utf8');
  const all = [
    'package.json',
    ...groups
      .filter((group) => existsSync(join(root, group)))
      .flatMap((group) => [...paths(root, group)])
      .sort(),
  ];
  return house(all, read, JSON.parse(read('modules.json')));
}

/** @returns {House} a house from a record of path to text, for trying a law on a planted violation. */
export function plantedHouse(texts, order = { spaces: [], modules: [], pages: [] }) {
  return house(Object.keys(texts), (path) => texts[path], order);
}

function house(all, read, order) {
  const isSource = (path) => /\.tsx?$/.test(path) && !/\.d\.ts$|\.gen(erated)?\./.test(path);
  return {
    paths: all,
    read,
    order,
    files: markTestAids(all.filter(isSource).map((path) => sourceFile(path, read(path)))),
  };
}
