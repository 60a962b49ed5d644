#!/usr/bin/env node
/**
 * The one door to every command: `npm start`, `npm test`, `npm run …` all come here.
 * It has no dependencies and runs on Node 20, because on a fresh clone nothing is installed yet.
 */
import { ScriptError, sayBad } from './say.mjs';

const commands = {
  start: 'install, build and run the server',
  dev: 'run the server and the pages, both reloading on change',
  test: 'install what is needed and run every check, test and journey (or: test modules)',
  check: 'the quick check for every commit: format, lint, fences, laws, types, pure tests',
  format: 'write the house format into all files',
  generate: 'write the files that come from the contract: openapi.json and the types of the SDK',
  demo: 'fill a fresh data directory with believable content',
  bench: 'measure one thing: bench -- <name>',
  schedules: 'co-editing under a bad network, by seed: schedules -- --count=1000 --seed=1',
  screenshots: 'take pictures of the pages: screenshots -- [page]',
  'package-cli': 'bundle the command line into apps/cli/dist, one file that runs with node alone',
  'new-module': 'stamp a module: new-module <space>/<name>',
};

function usage() {
  const lines = Object.entries(commands).map(([name, purpose]) => `  ${name.padEnd(12)} ${purpose}`);
  return `Usage: node scripts/pv.mjs <command>\n\n${lines.join('\n')}\n`;
}

const [command, ...args] = process.argv.slice(2);
if (!Object.hasOwn(commands, command ?? '')) {
  process.stderr.write(usage());
  process.exit(command ? 2 : 0);
}

try {
  const { run } = await import(`./commands/${command}.mjs`);
  process.exitCode = await run(args);
} catch (error) {
  if (!(error instanceof ScriptError)) throw error;
  sayBad(error.message);
  process.exitCode = 1;
}
