import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { inHouse } from '../house.mjs';
import { ScriptError, say } from '../say.mjs';
import { findNpm } from './npm.mjs';

/** The product needs Node 24: it runs TypeScript sources as they are. */
const wanted = { major: 24, version: '24.21.0' };
const executable = process.platform === 'win32' ? 'node.exe' : 'node';

/** The npm package that carries the runtime for this machine; it needs no install script. */
export const runtimePackage = (platform = process.platform, arch = process.arch) =>
  `node-${platform === 'win32' ? 'win' : platform}-${arch}`;

const majorOf = (version) => Number(/^v?(\d+)\./.exec(version)?.[1] ?? 0);

function nodeInPath() {
  for (const folder of (process.env.PATH ?? '').split(delimiter).filter(Boolean)) {
    const node = join(folder, executable);
    if (!existsSync(node)) continue;
    const { status, stdout } = spawnSync(node, ['--version'], { encoding: 'utf8' });
    if (status === 0 && majorOf(stdout.trim()) >= wanted.major) return node;
  }
  return undefined;
}

/** @returns the path of a Node that can run the product, fetched into `.node/` when the machine has none. */
export function ensureNode() {
  if (majorOf(process.version) >= wanted.major) return process.execPath;
  const name = runtimePackage();
  const home = inHouse('.node', name);
  const node = join(home, ...(process.platform === 'win32' ? [executable] : ['bin', executable]));
  if (existsSync(node)) return node;
  return nodeInPath() ?? fetchNode(name, home, node);
}

function fetchNode(name, home, node) {
  say(`this is Node ${process.versions.node}; fetching Node ${wanted.version} for this folder only`);
  const workshop = inHouse('.node', `fetching-${process.pid}`);
  mkdirSync(workshop, { recursive: true });
  writeFileSync(join(workshop, 'package.json'), '{ "private": true }\n');
  const { status, stderr } = spawnSync(
    process.execPath,
    [
      findNpm(),
      'install',
      '--no-save',
      '--ignore-scripts',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
      `${name}@${wanted.version}`,
    ],
    { cwd: workshop, encoding: 'utf8', env: { ...process.env, npm_config_engine_strict: 'false' } },
  );
  const fetched = join(workshop, 'node_modules', name);
  try {
    if (status !== 0 || !existsSync(fetched)) {
      throw new ScriptError(
        `Node ${wanted.version} could not be fetched as the npm package ${name}. Install Node ${wanted.major} yourself and start again.\n${stderr}`,
      );
    }
    // Moved whole, so that an interrupted fetch never leaves half a runtime behind.
    if (!existsSync(node)) renameSync(fetched, home);
  } finally {
    rmSync(workshop, { recursive: true, force: true });
  }
  return node;
}
