import { spawnSync } from 'node:child_process';
import { copyFileSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { inHouse } from '../../scripts/house.mjs';
import { plantedFolder } from './planted-folder.ts';

const server = 'apps/server/src';
const planted: [rule: string, file: string, text: string][] = [
  ['noProcessEnv', `${server}/main.ts`, 'export const home = process.env.HOME;\n'],
  [
    'noImportCycles',
    `${server}/one.ts`,
    "import { two } from './two.ts';\n\nexport const one = () => two;\n",
  ],
  [
    'noUndeclaredDependencies',
    `${server}/three.ts`,
    "import { Hono } from 'hono';\n\nexport const app = new Hono();\n",
  ],
  ['noExplicitAny', `${server}/four.ts`, 'export const four = (value: any) => value;\n'],
  ['noDefaultExport', `${server}/five.ts`, 'export default 5;\n'],
  ['useFilenamingConvention', `${server}/sixSeven.ts`, 'export const six = 6;\n'],
  ['noEnum', `${server}/seven.ts`, 'export enum Seven {\n  One,\n}\n'],
  [
    'useImportType',
    `${server}/eight.ts`,
    "import { Clock } from './clock.ts';\n\nexport type Eight = Clock;\n",
  ],
];
const allowed: Record<string, string> = {
  'package.json': '{ "private": true, "workspaces": ["apps/*"] }\n',
  'apps/server/package.json': '{ "name": "server", "type": "module", "dependencies": {} }\n',
  [`${server}/two.ts`]: "import { one } from './one.ts';\n\nexport const two = () => one;\n",
  [`${server}/clock.ts`]: 'export interface Clock {\n  now(): Date;\n}\n',
  [`${server}/foundation/env.ts`]: 'export const all = process.env;\n',
  [`${server}/clock.test.ts`]: "import { expect } from 'vitest';\n\nexpect(process.env.HOME).toBe('');\n",
  'apps/web/vite.config.ts': 'export default {};\n',
  'apps/web/src/routes/__root.tsx': 'export const Route = 1;\n',
};

interface Found {
  category: string;
  location: { path: { file: string } | string };
}
let folder: ReturnType<typeof plantedFolder>;
let found: { rule: string; file: string }[];

beforeAll(() => {
  folder = plantedFolder({
    ...allowed,
    ...Object.fromEntries(planted.map(([, file, text]) => [file, text])),
  });
  copyFileSync(inHouse('biome.json'), join(folder.path, 'biome.json'));
  // The copy is no repository, so there is no ignore file to follow.
  const configuration = JSON.parse(readFileSync(inHouse('biome.json'), 'utf8'));
  writeFileSync(
    join(folder.path, 'biome.json'),
    JSON.stringify({ ...configuration, vcs: { enabled: false } }),
  );
  const biome = inHouse('node_modules', '@biomejs', 'biome', 'bin', 'biome');
  const { stdout } = spawnSync(
    process.execPath,
    [biome, 'lint', '--reporter=json', '--max-diagnostics=none', '.'],
    {
      cwd: folder.path,
      encoding: 'utf8',
    },
  );
  found = (JSON.parse(stdout).diagnostics as Found[]).map(({ category, location: { path } }) => ({
    rule: category.split('/').at(-1) ?? '',
    file: typeof path === 'string' ? path : path.file,
  }));
});
afterAll(() => folder.remove());

test.each(planted)('%s is caught in %s', (rule, file) => {
  expect(found).toContainEqual({ rule, file });
});

test('what is allowed is not reported, but for the other half of the cycle', () => {
  const reported = found.filter(({ file }) => file in allowed);
  expect(reported).toEqual([{ rule: 'noImportCycles', file: `${server}/two.ts` }]);
});
