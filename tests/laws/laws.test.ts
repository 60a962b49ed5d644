import { describe, expect, test } from 'vitest';
import { root } from '../../scripts/house.mjs';
import { allLaws } from '../../scripts/laws/all-laws.mjs';
import { plantedHouse, readHouse } from '../../scripts/laws/read-house.mjs';

const order = { spaces: ['vault'], modules: [{ space: 'vault', name: 'prompts' }], pages: [] };
const server = 'apps/server/src/modules/vault/prompts';
const manifest = {
  [`${server}/module.ts`]: 'export const module = 1;',
  [`${server}/README.md`]: '# Prompts\n',
};
const workspace = {
  'package.json': JSON.stringify({ devDependencies: { vitest: '1.0.0' } }),
  'apps/server/package.json': JSON.stringify({
    name: 'server',
    dependencies: { zod: '1.0.0' },
    devDependencies: { '@types/pg': '1.0.0', sharp: '1.0.0' },
  }),
};

interface Case {
  law: string;
  /** What is done. */
  doing: string;
  file: string;
  text: string;
  others?: Record<string, string>;
}

const breaking: Case[] = [
  {
    law: 'database-doors',
    doing: 'an operation imports drizzle',
    file: `${server}/operations/list.ts`,
    text: "import { eq } from 'drizzle-orm';",
  },
  {
    law: 'database-doors',
    doing: 'an operation imports the driver',
    file: `${server}/operations/list.ts`,
    text: "import pg from 'pg';",
  },
  {
    law: 'database-doors',
    doing: 'an operation loads drizzle lazily',
    file: `${server}/operations/list.ts`,
    text: "export const load = () => import('drizzle-orm/pg-core');",
  },
  {
    law: 'database-doors',
    doing: 'a view imports tables',
    file: `${server}/views.ts`,
    text: "import { prompt } from './schema.ts';",
  },
  {
    law: 'database-doors',
    doing: 'a policy queries',
    file: `${server}/policy.ts`,
    text: "import { count } from 'drizzle-orm';",
  },
  {
    law: 'database-doors',
    doing: 'an operation selects by its transaction',
    file: `${server}/operations/list.ts`,
    text: 'export const list = (ctx) => ctx.tx.select().from(1);',
  },
  {
    law: 'database-doors',
    doing: 'assembly queries',
    file: 'apps/server/src/assembly/assemble.ts',
    text: "import { sql } from 'drizzle-orm';",
  },
  {
    law: 'declared-errors',
    doing: 'an operation throws a bare error',
    file: `${server}/operations/list.ts`,
    text: "throw new Error('no');",
  },
  {
    law: 'declared-errors',
    doing: 'an operation throws a transport error',
    file: `${server}/operations/list.ts`,
    text: 'throw new HTTPException(404);',
  },
  {
    law: 'declared-errors',
    doing: 'an operation throws a text',
    file: `${server}/operations/list.ts`,
    text: "throw 'no';",
  },
  {
    law: 'declared-imports',
    doing: 'a source imports an undeclared package',
    file: 'apps/server/src/main.ts',
    text: "import 'hono/cors';",
    others: workspace,
  },
  {
    law: 'declared-imports',
    doing: 'a source imports a scoped undeclared package',
    file: 'apps/server/src/main.ts',
    text: "export { x } from '@hono/node-server/conninfo';",
    others: workspace,
  },
  {
    law: 'declared-imports',
    doing: 'a source runs on a development dependency',
    file: 'apps/server/src/main.ts',
    text: "import sharp from 'sharp';",
    others: workspace,
  },
  {
    law: 'declared-errors',
    doing: 'a source calls itself a test aid',
    file: `${server}/operations/runs-testing.ts`,
    text: "throw new Error('no');",
    others: { [`${server}/operations/list.ts`]: "import './runs-testing.ts';" },
  },
  {
    law: 'declared-imports',
    doing: 'a source imports a tool of the root',
    file: 'apps/server/src/main.ts',
    text: "import 'vitest';",
    others: workspace,
  },
  {
    law: 'documented-dependencies',
    doing: 'a dependency has no reason',
    file: 'apps/web/package.json',
    text: JSON.stringify({ dependencies: { react: '1.0.0' } }),
    others: { 'docs/dependencies.md': '| zod | shapes |' },
  },
  {
    law: 'documented-dependencies',
    doing: 'a reason is left over',
    file: 'docs/dependencies.md',
    text: '| react | the interface |\n| vue | another interface |',
    others: { 'apps/web/package.json': JSON.stringify({ dependencies: { react: '1.0.0' } }) },
  },
  { law: 'drawers', doing: 'a folder is called lib', file: 'apps/web/src/lib/dates.ts', text: '' },
  { law: 'drawers', doing: 'a file is called utils', file: 'packages/template/src/utils.ts', text: '' },
  {
    law: 'drawers',
    doing: 'a file ends in -helpers',
    file: 'packages/template/src/string-helpers.test.ts',
    text: '',
  },
  {
    law: 'environment',
    doing: 'a module reads process.env',
    file: `${server}/jobs.ts`,
    text: 'export const home = process.env.HOME;',
  },
  {
    law: 'environment',
    doing: 'a module takes env apart',
    file: `${server}/jobs.ts`,
    text: 'const { env } = process;',
  },
  {
    law: 'environment',
    doing: 'a module imports env',
    file: `${server}/jobs.ts`,
    text: "import { env as e } from 'node:process';",
  },
  {
    law: 'environment',
    doing: 'a module goes around by globalThis',
    file: `${server}/jobs.ts`,
    text: "export const home = globalThis.process['env'];",
  },
  {
    law: 'foreign-writes',
    doing: 'a repository inserts into another module',
    file: `${server}/repository.ts`,
    text: "import { member } from '../../account/organizations/schema.ts';\nexport const add = (tx) => tx.insert(member).values({});",
  },
  {
    law: 'foreign-writes',
    doing: 'a repository updates through a namespace',
    file: `${server}/repository.ts`,
    text: "import * as organizations from '../../account/organizations/schema.ts';\nexport const add = (tx) => tx.update(organizations.member).set({});",
  },
  {
    law: 'foreign-writes',
    doing: 'raw SQL puts a foreign table where one is written',
    file: `${server}/repository.ts`,
    text: `import { member } from '../../account/organizations/schema.ts';\nexport const end = () => sql\`delete from \${member}\`;`,
  },
  {
    law: 'foreign-writes',
    doing: 'raw SQL names a foreign table',
    file: `${server}/repository.ts`,
    text: 'export const end = () => sql`update member set role = 1`;',
    others: {
      'apps/server/src/modules/account/organizations/schema.ts':
        "export const member = pgTable('member', {});",
    },
  },
  {
    law: 'module-plan',
    doing: 'a module invents a top-level file',
    file: `${server}/cache.ts`,
    text: '',
    others: manifest,
  },
  {
    law: 'foreign-writes',
    doing: 'a file of a repository folder inserts into another module',
    file: `${server}/repository/members.ts`,
    text: "import { member } from '../../../account/organizations/schema.ts';\nexport const add = (tx) => tx.insert(member).values({});",
  },
  {
    law: 'database-doors',
    doing: 'a folder of operations calls itself a repository',
    file: `${server}/operations/repository/list.ts`,
    text: "import { eq } from 'drizzle-orm';",
  },
  {
    law: 'module-plan',
    doing: 'a module has a repository twice',
    file: `${server}/repository/labels.ts`,
    text: '',
    others: { ...manifest, [`${server}/repository.ts`]: '' },
  },
  {
    law: 'module-plan',
    doing: 'a module invents a folder',
    file: `${server}/services/list.ts`,
    text: '',
    others: manifest,
  },
  { law: 'module-plan', doing: 'a module has no manifest', file: `${server}/README.md`, text: '# Prompts\n' },
  {
    law: 'module-plan',
    doing: 'a README is long',
    file: `${server}/README.md`,
    text: 'line\n'.repeat(16),
    others: { [`${server}/module.ts`]: '' },
  },
  {
    law: 'module-plan',
    doing: 'a module stands outside the order',
    file: 'apps/web/src/modules/vault/secrets/index.ts',
    text: '',
  },
  {
    law: 'named-doors',
    doing: 'a front door exports everything',
    file: `${server}/index.ts`,
    text: "export * from './open.ts';",
  },
  {
    law: 'plain-routes',
    doing: 'a route decides',
    file: `${server}/routes.ts`,
    text: 'export const route = (x) => (x ? 1 : 2);',
  },
  {
    law: 'plain-routes',
    doing: 'a route branches',
    file: `${server}/routes.ts`,
    text: 'export function route(x) { if (x) return 1; }',
  },
  {
    law: 'proofs',
    doing: 'an operation mints its own proof',
    file: `${server}/operations/list.ts`,
    text: "import { authorize } from '../../../../foundation/context/authorized.ts';",
  },
  {
    law: 'purity',
    doing: 'a pure package fetches',
    file: 'packages/template/src/load.ts',
    text: "export const load = () => fetch('/x');",
  },
  {
    law: 'purity',
    doing: 'a pure package asks the clock',
    file: 'packages/template/src/now.ts',
    text: 'export const now = () => Date.now();',
  },
  {
    law: 'purity',
    doing: 'a pure package makes the present',
    file: 'packages/template/src/now.ts',
    text: 'export const now = () => new Date();',
  },
  {
    law: 'purity',
    doing: 'a pure package rolls dice',
    file: 'packages/template/src/pick.ts',
    text: 'export const pick = () => Math.random();',
  },
  {
    law: 'purity',
    doing: 'a pure package touches the page',
    file: 'packages/template/src/page.ts',
    text: 'export const title = () => document.title;',
  },
  {
    law: 'purity',
    doing: 'a pure package reads files',
    file: 'packages/template/src/read.ts',
    text: "import { readFileSync } from 'node:fs';",
  },
];

const keeping: Case[] = [
  {
    law: 'database-doors',
    doing: 'a repository queries',
    file: `${server}/repository.ts`,
    text: "import { eq } from 'drizzle-orm';\nimport { prompt } from './schema.ts';",
  },
  {
    law: 'database-doors',
    doing: 'a file of a repository folder queries',
    file: `${server}/repository/labels.ts`,
    text: "import { eq } from 'drizzle-orm';\nimport { prompt } from '../schema.ts';",
  },
  {
    law: 'database-doors',
    doing: 'a policy says who sees what',
    file: `${server}/policy.ts`,
    text: "import { and, eq, type SQL } from 'drizzle-orm';\nimport { prompt } from './schema.ts';",
  },
  {
    law: 'database-doors',
    doing: 'a view takes the type of a row',
    file: `${server}/views.ts`,
    text: "import type { PromptRow } from './schema.ts';",
  },
  {
    law: 'database-doors',
    doing: 'the foundation opens the database',
    file: 'apps/server/src/foundation/db/open.ts',
    text: "import pg from 'pg';",
  },
  {
    law: 'declared-errors',
    doing: 'an operation throws a declared error',
    file: `${server}/operations/list.ts`,
    text: "throw PromptError.name_taken({ name: 'x' });",
  },
  {
    law: 'declared-errors',
    doing: 'a test aid fails loudly',
    file: `${server}/operations/runs-testing.ts`,
    text: "throw new Error('no');",
    others: {
      [`${server}/operations/list.test.ts`]: "import './runs-testing.ts';",
      [`${server}/operations/list.ts`]: '',
    },
  },
  {
    law: 'declared-errors',
    doing: 'a caught error is passed on',
    file: `${server}/operations/list.ts`,
    text: 'try { x(); } catch (error) { throw error; }',
  },
  {
    law: 'declared-imports',
    doing: 'a source uses a dependency, a test a tool',
    file: 'apps/server/src/main.test.ts',
    text: "import 'zod/mini';\nimport 'vitest';\nimport 'node:fs';\nimport './x.ts';",
    others: workspace,
  },
  {
    law: 'declared-imports',
    doing: 'types come from a development dependency',
    file: 'apps/server/src/main.ts',
    text: "import type { Pool } from 'pg';",
    others: workspace,
  },
  {
    law: 'documented-dependencies',
    doing: 'each has its reason and workspaces need none',
    file: 'docs/dependencies.md',
    text: '| Package | Why |\n|---|---|\n| react | the interface |',
    others: {
      'apps/web/package.json': JSON.stringify({
        dependencies: { react: '1.0.0', '@promptvault/sdk': '0.1.0' },
      }),
    },
  },
  { law: 'drawers', doing: 'a noun holds a drawer word', file: 'apps/web/src/shared-with-me.ts', text: '' },
  {
    law: 'environment',
    doing: 'the one reader reads',
    file: 'apps/server/src/foundation/env.ts',
    text: 'export const all = process.env;',
  },
  {
    law: 'foreign-writes',
    doing: 'a repository joins another module',
    file: `${server}/repository.ts`,
    text: "import { member } from '../../account/organizations/schema.ts';\nexport const all = (tx) => tx.select().from(prompt).leftJoin(member, 1);",
  },
  {
    law: 'module-plan',
    doing: 'a module spreads its repository over a folder',
    file: `${server}/repository/labels.ts`,
    text: '',
    others: manifest,
  },
  {
    law: 'module-plan',
    doing: 'a module follows the plan',
    file: `${server}/operations/list.test.ts`,
    text: '',
    others: { ...manifest, [`${server}/policy.test.ts`]: '' },
  },
  {
    law: 'named-doors',
    doing: 'a front door names',
    file: `${server}/index.ts`,
    text: "export { open } from './open.ts';",
  },
  {
    law: 'plain-routes',
    doing: 'a route reads as a sentence',
    file: `${server}/routes.ts`,
    text: 'export const routes = [serve(a).open(b).run(c).view(d)];',
  },
  {
    law: 'proofs',
    doing: 'open.ts mints, an operation takes',
    file: `${server}/operations/list.ts`,
    text: "import type { Authorized } from '../../../../foundation/context/authorized.ts';",
    others: {
      [`${server}/open.ts`]: "import { authorize } from '../../../../foundation/context/authorized.ts';",
    },
  },
  {
    law: 'purity',
    doing: 'a parameter is called document',
    file: 'packages/template/src/parse.ts',
    text: 'export const parse = (document) => [document.text, new Date(0)];',
  },
];

const lawNamed = (name: string) => {
  const law = allLaws.find((one) => one.name === name);
  if (!law) throw new Error(`no law is named ${name}`);
  return law;
};
const judge = ({ law, file, text, others }: Case) =>
  lawNamed(law).check(plantedHouse({ ...others, [file]: text }, order));

describe('laws', () => {
  test.each(breaking)('$law catches it when $doing', (one) => {
    const { violations } = judge(one);
    expect(violations.length).toBeGreaterThan(0);
    for (const { file, line, message } of violations) {
      expect([one.file, ...Object.keys(one.others ?? {})].some((path) => path.startsWith(file))).toBe(true);
      expect(line).toBeGreaterThan(0);
      expect(message).not.toBe('');
    }
  });

  test.each(keeping)('$law lets it be when $doing', (one) => {
    const { looked, violations } = judge(one);
    expect(looked).toBeGreaterThan(0);
    expect(violations).toEqual([]);
  });

  test('every law has a planted violation', () => {
    expect(new Set(breaking.map(({ law }) => law))).toEqual(new Set(allLaws.map(({ name }) => name)));
  });

  const house = readHouse(root);
  test.each(allLaws)('$name looks at the real house', (law) => {
    expect(law.check(house).looked).toBeGreaterThan(0);
  });
});
