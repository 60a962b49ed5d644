/**
 * `npm run demo`: fills a fresh data directory with two organizations, people, prompts and runs. It starts the
 * server for itself and calls its API like anyone else, so nothing here is possible that a person could not do.
 */
import { existsSync, readdirSync } from 'node:fs';
import { relative } from 'node:path';
import { getEntrance } from '@promptvault/contract/account/identity/routes';
import { switchOrganization } from '@promptvault/contract/account/organizations/routes';
import { assemble } from './assembly/assemble.ts';
import { listen } from './assembly/listen.ts';
import { createCaller } from './demo/caller.ts';
import { demoPassword, people } from './demo/demo-people.ts';
import { fillVault } from './demo/fill-vault.ts';
import { gatherPeople, inviteOthers } from './demo/gather-people.ts';
import { judgePrompts } from './demo/judge-prompts.ts';
import { createMovedClock } from './demo/moved-clock.ts';
import { ownPrompts } from './demo/own-prompts.ts';
import { runPrompts } from './demo/run-prompts.ts';
import { samplePrompts } from './demo/sample-prompts.ts';
import { tryVersions } from './demo/try-versions.ts';
import { type Environment, readEnvironment } from './foundation/env.ts';
import { createLog } from './foundation/log/create-log.ts';

const say = (sentence: string) => process.stdout.write(`${sentence}\n`);

function refuse(sentence: string): never {
  process.stderr.write(`The demonstration was not made.\n${sentence}\n`);
  process.exit(2);
}

/** The caller's environment, but on a port and behind a door that nobody else uses meanwhile. */
function quietEnvironment(): Environment {
  const read = readEnvironment();
  if ('problem' in read) refuse(read.problem);
  const { ok } = read;
  return {
    ...ok,
    http: { ...ok.http, host: '127.0.0.1', port: 0, loopback: true },
    tls: undefined,
    smtp: undefined,
    signUp: { kind: 'open' },
    testing: { setUpCode: undefined, limitsOff: true },
  };
}

/** Invitation links live for seven days by the database's own clock, so the story is a little shorter. */
const firstDay = 6.5;

async function fill(url: string, samples: string | undefined, moveTo: (daysAgo: number) => void) {
  moveTo(firstDay);
  const [northwind, harbor] = await gatherPeople(url);
  say(`  ${Object.keys(people).length} people in 2 organizations`);

  const { as } = northwind;
  const prompts = [...samplePrompts(samples), ...ownPrompts];
  const vault = await fillVault(prompts, {
    authors: [as('maya'), as('priya'), as('jonas'), as('tomas')],
    readers: [as('maya'), as('jonas'), as('priya'), as('elena')],
    moveTo,
  });
  const drafts = ownPrompts.slice(0, 5);
  const second = await fillVault(drafts, {
    authors: [harbor.as('noor')],
    readers: [harbor.as('maya')],
    moveTo,
  });
  say(`  ${vault.length + second.length} prompts`);

  const runs = await runPrompts([...vault].reverse(), [as('maya'), as('priya')], moveTo);
  const suites = await judgePrompts(vault);
  say(`  ${runs} runs, ${suites} ${suites === 1 ? 'suite' : 'suites'}`);
  const experiments = await tryVersions(vault, moveTo);
  say(`  ${experiments} ${experiments === 1 ? 'experiment' : 'experiments'}`);
  moveTo(0);
  await inviteOthers([northwind, harbor]);
  await as('maya').call(switchOrganization);
}

const environment = quietEnvironment();
const { dataDirectory, database } = environment;
if (existsSync(dataDirectory) && readdirSync(dataDirectory).length > 0)
  refuse(
    `${dataDirectory} is not empty. Set PROMPTVAULT_DATA to a new directory, or move the old one away first.`,
  );

const log = createLog({ level: 'warn', form: environment.log.form });
const { clock, moveTo } = createMovedClock();
say(`Filling ${dataDirectory}`);
const started = performance.now();
const application = await assemble({ environment, log, version: 'demo', webDirectory: '', clock });
const listening = await listen(application, environment);
try {
  const url = `http://127.0.0.1:${listening.port}`;
  const { claimed } = await createCaller(url).call(getEntrance);
  if (claimed) refuse('This database belongs to somebody already. Name an empty one in DATABASE_URL.');
  await fill(url, environment.samples, moveTo);
} finally {
  await listening.close();
  await application.close();
}

const near = relative(process.cwd(), dataDirectory);
const directory = near.startsWith('..') ? dataDirectory : near;
const start = directory === 'data' ? 'npm start' : `PROMPTVAULT_DATA=${directory} npm start`;
say(`Done in ${((performance.now() - started) / 1000).toFixed(0)} s.

  Start it:  ${database.kind === 'embedded' ? start : 'npm start (with the same DATABASE_URL)'}
  Sign in:   ${people.maya.email}
  Password:  ${demoPassword}   (the same for ${Object.values(people)
    .slice(1)
    .map(({ email }) => email)
    .join(', ')})
`);
process.exit(0);
