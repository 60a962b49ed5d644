import { chmodSync, readFileSync, writeFileSync } from 'node:fs';
import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { ScriptError, sayGood } from '../say.mjs';

/** Bundles the command line into apps/cli/dist: a package of one file, which runs with node alone. */
export async function run() {
  const { node, env } = await prepare();
  const { code, output } = await runChild(
    node,
    [inHouse('node_modules', 'vite', 'bin', 'vite.js'), 'build', '--logLevel', 'warn'],
    { env: { ...env, NODE_ENV: 'production' }, cwd: inHouse('apps', 'cli'), quiet: true },
  );
  if (code !== 0) throw new ScriptError(`the command line could not be bundled:\n${output}`);
  const { version } = JSON.parse(readFileSync(inHouse('apps', 'cli', 'package.json'), 'utf8'));
  const manifest = {
    name: 'promptvault',
    version,
    description: 'Runs suites of PromptVault, in CI and terminals',
    license: 'UNLICENSED',
    type: 'module',
    bin: { promptvault: 'promptvault.mjs' },
    engines: { node: '>=20' },
  };
  writeFileSync(inHouse('apps', 'cli', 'dist', 'package.json'), `${JSON.stringify(manifest, null, 2)}\n`);
  chmodSync(inHouse('apps', 'cli', 'dist', 'promptvault.mjs'), 0o755);
  sayGood('apps/cli/dist holds the command line: node apps/cli/dist/promptvault.mjs --help');
  return 0;
}
