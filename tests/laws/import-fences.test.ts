import { afterAll, describe, expect, test } from 'vitest';
import { cruiseHouse } from '../../scripts/fences/cruise-house.mjs';
import { root } from '../../scripts/house.mjs';
import { plantedFolder } from './planted-folder.ts';

const order = {
  spaces: ['account', 'vault'],
  modules: [
    { space: 'account', name: 'identity' },
    { space: 'vault', name: 'prompts' },
    { space: 'vault', name: 'search' },
  ],
  pages: [{ space: 'studio', name: 'studio' }],
};

const server = 'apps/server/src';
const prompts = `${server}/modules/vault/prompts`;
const web = 'apps/web/src';
const pages = `${web}/modules/vault/prompts`;

/** A small house in which every import is allowed. */
const sound: Record<string, string> = {
  'modules.json': JSON.stringify(order),
  'package.json': JSON.stringify({ private: true, type: 'module', workspaces: ['apps/*', 'packages/*'] }),
  'node_modules/hono/package.json': JSON.stringify({ name: 'hono', type: 'module', exports: './index.js' }),
  'node_modules/hono/index.js': 'export const Hono = 1;',
  'node_modules/zod/package.json': JSON.stringify({ name: 'zod', type: 'module', exports: './index.js' }),
  'node_modules/zod/index.js': 'export const string = 1;',
  'node_modules/openapi-fetch/package.json': JSON.stringify({
    name: 'openapi-fetch',
    type: 'module',
    exports: './index.js',
  }),
  'node_modules/openapi-fetch/index.js': 'export const createClient = 1;',
  [`${server}/main.ts`]: "import './assembly/assemble.ts';",
  [`${server}/assembly/assemble.ts`]:
    "import '../modules/vault/prompts/module.ts';\nimport '../foundation/clock.ts';",
  [`${server}/foundation/clock.ts`]: 'export const clock = 1;',
  [`${server}/modules/account/identity/index.ts`]: "export { person } from './open.ts';",
  [`${server}/modules/account/identity/open.ts`]: 'export const person = 1;',
  [`${server}/modules/account/identity/schema.ts`]: 'export const people = 1;',
  [`${prompts}/module.ts`]:
    "import { person } from '../../account/identity/index.ts';\nexport const module = person;",
  [`${prompts}/schema.ts`]:
    "import { people } from '../../account/identity/schema.ts';\nexport const prompt = people;",
  [`${prompts}/views.ts`]: 'export const view = 1;',
  [`${server}/modules/vault/search/index.ts`]: 'export const find = 1;',
  [`${web}/main.tsx`]: "import './shell/frame.tsx';\nimport './modules/vault/prompts/index.ts';",
  [`${web}/shell/frame.tsx`]: 'export const frame = 1;',
  [`${pages}/index.ts`]: "export { list } from './components/prompt-list.tsx';",
  [`${pages}/components/prompt-list.tsx`]:
    "import { button } from '../../../../ui/button.tsx';\nexport const list = button;",
  [`${web}/modules/account/identity/index.ts`]: 'export const who = 1;',
  [`${web}/modules/account/identity/components/avatar.tsx`]: 'export const avatar = 1;',
  [`${web}/modules/studio/studio/index.ts`]: "import '../../vault/prompts/index.ts';",
  [`${web}/ui/button.tsx`]: 'export const button = 1;',
  [`${web}/wire/client.ts`]: "import 'openapi-fetch';",
  'packages/contract/src/define-route.ts': "import 'hono';",
  'packages/contract/src/vault/prompts/shapes.ts': "import * as z from 'zod';\nexport const prompt = z;",
  'packages/contract/src/vault/prompts/routes.ts': "import '../../define-route.ts';\nimport './shapes.ts';",
  'packages/template/src/index.ts': 'export const parse = 1;',
  'packages/testing/src/factory.ts': 'export const make = 1;',
  [`${prompts}/views-testing.ts`]: "import '../../../../../../packages/testing/src/factory.ts';",
  [`${prompts}/views.test.ts`]:
    "import '../../../../../../packages/testing/src/factory.ts';\nimport './views.ts';\nimport './views-testing.ts';",
};

const up = '../../../../../../';
/** One planted import for each fence: where, what, and the fence that must catch it. */
const planted: [fence: string, file: string, specifier: string][] = [
  ['floor:foundation', `${server}/foundation/one.ts`, '../modules/vault/prompts/views.ts'],
  ['floor:foundation', `${server}/foundation/two.ts`, '../assembly/assemble.ts'],
  ['floor:modules', `${prompts}/operations/one.ts`, '../../../../assembly/assemble.ts'],
  ['floor:assembly', `${server}/assembly/one.ts`, '../modules/vault/prompts/views.ts'],
  ['floor:assembly', `${server}/assembly/two.ts`, '../main.ts'],
  ['server-sees-no-pages', `${server}/foundation/three.ts`, '../../../web/src/ui/button.tsx'],
  ['lift-order:server:vault/prompts', `${prompts}/operations/two.ts`, '../../search/index.ts'],
  ['lift-order:web:vault/prompts', `${pages}/components/one.tsx`, '../../../studio/studio/index.ts'],
  ['front-door:server', `${prompts}/operations/three.ts`, '../../../account/identity/open.ts'],
  ['front-door:server', `${prompts}/operations/four.ts`, '../../../account/identity/schema.ts'],
  ['front-door:server:tables', `${prompts}/repository.ts`, '../../account/identity/open.ts'],
  ['front-door:server:tables', `${prompts}/repository/labels.ts`, '../../../account/identity/open.ts'],
  ['front-door:web', `${pages}/components/two.tsx`, '../../../account/identity/components/avatar.tsx'],
  ['front-door:web:routes', `${web}/routes/one.tsx`, '../modules/vault/prompts/components/prompt-list.tsx'],
  ['web-sees-no-server', `${web}/wire/one.ts`, '../../../server/src/foundation/clock.ts'],
  ['floor:shell', `${web}/shell/two.tsx`, '../main.tsx'],
  ['floor:shell', `${web}/shell/three.tsx`, '../modules/vault/prompts/index.ts'],
  ['floor:pages', `${pages}/components/three.tsx`, '../../../../main.tsx'],
  ['floor:wire', `${web}/wire/two.ts`, '../ui/button.tsx'],
  ['floor:ui', `${web}/ui/one.tsx`, '../wire/client.ts'],
  ['floor:ui', `${web}/ui/two.tsx`, '../../../../packages/contract/src/vault/prompts/shapes.ts'],
  ['ui-neither-fetches-nor-routes', `${web}/ui/three.tsx`, 'openapi-fetch'],
  ['pure-packages', 'packages/template/src/one.ts', '../../contract/src/vault/prompts/shapes.ts'],
  ['pure-packages-no-builtins', 'packages/template/src/two.ts', 'node:fs'],
  ['contract-below-apps', 'packages/contract/src/one.ts', `../../../${server}/foundation/clock.ts`],
  ['contract-shapes-zod-only', 'packages/contract/src/vault/search/shapes.ts', 'hono'],
  ['contract-shapes-zod-only', 'packages/contract/src/vault/search/errors.ts', '../prompts/routes.ts'],
  [
    'contract-routes-server-only',
    `${pages}/components/four.tsx`,
    `${up}../packages/contract/src/vault/prompts/routes.ts`,
  ],
  ['contract-routes-server-only', `${pages}/components/five.tsx`, 'hono'],
  ['testing-in-tests-only', `${prompts}/operations/five.ts`, `${up}../packages/testing/src/factory.ts`],
  ['tests-are-leaves', `${prompts}/operations/six.ts`, '../views.test.ts'],
  ['no-unresolvable', `${prompts}/operations/seven.ts`, './nowhere.ts'],
  ['no-cycles', `${prompts}/operations/eight-again.ts`, './eight.ts'],
];

describe('import fences', () => {
  const folders: { remove(): void }[] = [];
  afterAll(() => folders.forEach((folder) => void folder.remove()));
  const cruise = (texts: Record<string, string>) => {
    const folder = plantedFolder(texts);
    folders.push(folder);
    return cruiseHouse(folder.path);
  };

  test('a sound house crosses none, and every source was looked at', async () => {
    const { looked, unseen, violations } = await cruise(sound);
    expect(violations).toEqual([]);
    expect(unseen).toEqual([]);
    expect(looked).toBe(Object.keys(sound).filter((path) => /^(apps|packages)\/.*\.tsx?$/.test(path)).length);
  });

  test('each planted import is caught by its fence', async () => {
    const extra = { [`${prompts}/operations/eight.ts`]: "import './eight-again.ts';" };
    const texts = Object.fromEntries(planted.map(([, file, specifier]) => [file, `import '${specifier}';`]));
    const { violations } = await cruise({ ...sound, ...extra, ...texts });
    const caught = planted.filter(([fence, file]) =>
      violations.some((one) => one.fence === fence && one.from === file),
    );
    expect(caught).toEqual(planted);
  });

  test('a type import crosses a fence like any other', async () => {
    const file = `${server}/foundation/one.ts`;
    const text =
      "import type { view } from '../modules/vault/prompts/views.ts';\nexport type View = typeof view;";
    const { violations } = await cruise({ ...sound, [file]: text });
    expect(violations.map(({ fence, from }) => ({ fence, from }))).toEqual([
      { fence: 'floor:foundation', from: file },
    ]);
  });

  test('in the real house every source is looked at', async () => {
    const { looked, unseen } = await cruiseHouse(root);
    expect(looked).toBeGreaterThan(0);
    expect(unseen).toEqual([]);
  });
});
