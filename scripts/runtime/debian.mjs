import { existsSync } from 'node:fs';
import { ScriptError, say } from '../say.mjs';
import { runChild } from './child.mjs';

const aptGet = '/usr/bin/apt-get';

/** @returns {Promise<boolean>} false where we may not install: not Debian, or not root. */
export async function installDebianPackages(packages) {
  if (process.getuid?.() !== 0 || !existsSync(aptGet)) return false;
  say(`installing ${packages.join(', ')} with apt-get`);
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const args of [
    ['update', '-qq'],
    ['install', '-y', '-qq', '--no-install-recommends', ...packages],
  ]) {
    const { code, output } = await runChild(aptGet, args, { env, quiet: true });
    if (code !== 0) throw new ScriptError(`apt-get ${args.join(' ')} failed:\n${output}`);
  }
  return true;
}
