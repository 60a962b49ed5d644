import { readFileSync } from 'node:fs';
import { inHouse } from '../house.mjs';
import { ScriptError, say, sayGood, since } from '../say.mjs';
import { runChild } from './child.mjs';
import { lockDifference } from './lock-difference.mjs';
import { findNpm } from './npm.mjs';

function readJson(path) {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (error.code === 'ENOENT') return undefined;
    throw error;
  }
}

/** Installs what the lock file names, when it is not what lies in node_modules. */
export async function ensurePackages({ node, env }) {
  const lock = readJson(inHouse('package-lock.json'));
  if (!lock) throw new ScriptError('package-lock.json is missing: the checkout is not complete.');
  const difference = lockDifference(lock, readJson(inHouse('node_modules', '.package-lock.json')));
  if (!difference) return;
  const from = Date.now();
  say(`installing packages (${difference})`);
  const { code, output } = await runChild(node, [findNpm(), 'ci', '--loglevel=error'], { env, quiet: true });
  if (code !== 0) throw new ScriptError(`npm ci failed:\n${output}`);
  sayGood(`packages installed in ${since(from)}`);
}
