/** The pages that list modules, their routes and their events say what is there. */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { findModules } from '@promptvault/server/assembly/find-modules';
import { expect, it } from 'vitest';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = (name: string) => readFileSync(`${root}docs/${name}`, 'utf8');
const modules = await findModules();

it('architecture.md lists every module of the server and of the web app, in their order', () => {
  type Place = { space: string; name: string };
  const lists = JSON.parse(readFileSync(`${root}modules.json`, 'utf8')) as Record<
    'modules' | 'pages',
    Place[]
  >;
  const names = [...lists.modules, ...lists.pages].map(({ space, name }) => `${space}/${name}`);
  const at = (name: string) =>
    [`apps/server/src/modules/${name}/module.ts`, `apps/web/src/modules/${name}/module.tsx`].map((file) =>
      existsSync(root + file) ? '✓' : '',
    );
  const listed = [...page('architecture.md').matchAll(/^\| (\w+\/\w+) \| (✓?) ?\| (✓?) ?\|/gm)];
  expect(listed.map(([, name, server, web]) => [name, server, web])).toEqual(
    names.map((name) => [name, ...at(name)]).filter(([, ...sides]) => sides.includes('✓')),
  );
});

it('words.md counts the routes of every module', () => {
  const table = page('words.md').split('## Routes by module')[1] ?? '';
  const counted = [...table.matchAll(/^\| (\w+\/\w+) \| (\d+) \|/gm)];
  const there = modules.filter(({ routes }) => routes?.length);
  expect(Object.fromEntries(counted.map(([, name, count]) => [name, Number(count)]))).toEqual(
    Object.fromEntries(there.map(({ name, routes }) => [name, routes?.length])),
  );
});

it('words.md names every event beside its module', () => {
  const table = page('words.md').split('## Events')[1] ?? '';
  const rowOf = (name: string) => table.split('\n').find((row) => row.startsWith(`| ${name} |`)) ?? '';
  const missing = modules.flatMap(({ name, events = [] }) =>
    events.map(({ type }) => type).filter((type) => !rowOf(name).includes(`\`${type}\``)),
  );
  expect(missing).toEqual([]);
});
