import { existsSync, realpathSync } from 'node:fs';
import { basename, delimiter, dirname, join } from 'node:path';
import { ScriptError } from '../say.mjs';

const nearNode = (folder) => [
  join(folder, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
  join(folder, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
];

/** @returns the path of npm's own script, which any Node can run; PATH's `npm` is a link to it or lies beside it. */
export function findNpm(environment = process.env, execPath = process.execPath) {
  const running = environment.npm_execpath;
  if (running && basename(running) === 'npm-cli.js' && existsSync(running)) return running;
  const folders = [dirname(execPath), ...(environment.PATH ?? '').split(delimiter).filter(Boolean)];
  for (const folder of folders) {
    const link = join(folder, 'npm');
    const linked = existsSync(link) ? realpathSync(link) : '';
    const found = [linked, ...nearNode(folder)].find(
      (file) => file.endsWith('npm-cli.js') && existsSync(file),
    );
    if (found) return found;
  }
  throw new ScriptError('npm was not found. Install Node with npm from https://nodejs.org and start again.');
}
