import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from '@playwright/test';
import { type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';
import { type ApiPerson, openApi } from '../house/api-person.ts';
import { type DemoHouse, startDemo } from './start-demo.ts';
import { take } from './take.ts';

interface Shown {
  name: string;
  /** The address in the demonstration; one without it has nothing to fill. */
  full: (demo: DemoHouse) => string;
  /** The address in an organization that has nothing; absent where that cannot be. */
  empty?: string;
  /** Whether to show it with a server that fails. */
  fails: boolean;
  signedOut?: true;
}

const pages: Shown[] = [
  { name: 'sign-in', full: () => '/sign-in', fails: true, signedOut: true },
  { name: 'sign-up', full: () => '/sign-up', fails: false, signedOut: true },
  { name: 'home', full: () => '/', empty: '/', fails: true },
  { name: 'prompts', full: () => '/prompts', empty: '/prompts', fails: true },
  { name: 'import', full: () => '/prompts/import', empty: '/prompts/import', fails: false },
  { name: 'studio', full: ({ promptPath }) => promptPath, empty: '/studio', fails: true },
  { name: 'merge', full: ({ mergePath }) => mergePath, fails: true },
  { name: 'versions', full: ({ comparedPath }) => comparedPath, fails: false },
  { name: 'answers', full: ({ answersPath }) => answersPath, fails: false },
  { name: 'context', full: () => '/context', fails: false },
  { name: 'runs', full: () => '/runs', empty: '/runs', fails: true },
  { name: 'run', full: ({ runPath }) => runPath, fails: true },
  { name: 'compare', full: ({ comparePath }) => comparePath, empty: '/runs/compare', fails: true },
  { name: 'suites', full: () => '/suites', empty: '/suites', fails: true },
  { name: 'suite', full: ({ suitePath }) => suitePath, fails: true },
  { name: 'suite-report', full: ({ reportPath }) => reportPath, fails: true },
  { name: 'suite-new', full: ({ newSuitePath }) => newSuitePath, empty: '/suites/new', fails: false },
  { name: 'cases', full: ({ casesPath }) => casesPath, empty: '/suites/cases', fails: true },
  { name: 'cases-propose', full: ({ casesPath }) => `${casesPath}/propose`, fails: true },
  {
    name: 'experiments',
    full: () => '/suites/experiments',
    empty: '/suites/experiments',
    fails: true,
  },
  { name: 'experiment', full: ({ experimentPath }) => experimentPath, fails: true },
  {
    name: 'experiment-new',
    full: ({ newExperimentPath }) => newExperimentPath,
    empty: '/suites/experiments/new',
    fails: false,
  },
  { name: 'settings-profile', full: () => '/settings/profile', fails: true },
  { name: 'notices', full: () => '/notices', empty: '/notices', fails: true },
  { name: 'settings-notices', full: () => '/settings/notifications', fails: true },
  { name: 'settings-sharing', full: () => '/settings/sharing', empty: '/settings/sharing', fails: true },
  { name: 'settings-mail', full: () => '/settings/mail', fails: true },
  { name: 'settings-organization', full: () => '/settings/organization', fails: false },
  { name: 'settings-members', full: () => '/settings/members', empty: '/settings/members', fails: true },
  { name: 'settings-labels', full: () => '/settings/labels', empty: '/settings/labels', fails: true },
  { name: 'settings-tags', full: () => '/settings/tags', empty: '/settings/tags', fails: true },
  { name: 'settings-cache', full: () => '/settings/cache', fails: true },
  { name: 'settings-retention', full: () => '/settings/retention', fails: true },
  { name: 'settings-usage', full: () => '/settings/usage', fails: true },
  { name: 'settings-budget', full: () => '/settings/budget', fails: true },
  { name: 'settings-models', full: () => '/settings/models', empty: '/settings/models', fails: true },
];

let demo: DemoHouse;
let bare: { server: ServerProcess; person: ApiPerson; directory: string };

test.beforeAll(async () => {
  test.setTimeout(180_000);
  demo = await startDemo();
  const directory = mkdtempSync(join(tmpdir(), 'promptvault-shots-'));
  const server = await startServerProcess({ dataDirectory: directory });
  const account = { name: 'Ada', email: 'ada@example.com', password: 'a long enough password' };
  bare = { server, directory, person: await openApi(server.url, { ...account, invitation: undefined }) };
});

test.afterAll(async () => {
  await demo?.close();
  await bare?.server.stop();
  if (bare) rmSync(bare.directory, { recursive: true, force: true });
});

for (const { name, full, empty, fails, signedOut } of pages)
  test(`${name} all`, async ({ browser }) => {
    const person = signedOut ? undefined : demo.person;
    const address = `${demo.url}${full(demo)}`;
    await take(browser, { name: `${name}-full`, address, person });
    if (fails) await take(browser, { name: `${name}-error`, address, person, fails });
    if (empty)
      await take(browser, {
        name: `${name}-empty`,
        address: `${bare.server.url}${empty}`,
        person: bare.person,
      });
  });
