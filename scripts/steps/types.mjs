import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { inHouse } from '../house.mjs';
import { runChild } from '../runtime/child.mjs';

/** The TypeScript that checks; the one named `typescript` is older and serves the tools that need its API. */
const checker = inHouse('node_modules', 'typescript-7', 'bin', 'tsc');
const atOnce = 2;

/** Folders of all workspaces that have types to check. */
export const typedWorkspaces = () =>
  ['apps', 'packages', 'tests']
    .flatMap((group) => readdirSync(inHouse(group)).map((name) => join(group, name)))
    .filter((folder) => existsSync(inHouse(folder, 'tsconfig.json')));

/** Types of every workspace; an unchanged one is answered from the last run's notes in `.cache`. */
export const types = ({ node, env }) => ({
  name: 'types',
  run: async () => {
    mkdirSync(inHouse('.cache', 'types'), { recursive: true });
    const waiting = typedWorkspaces();
    const failures = [];
    const worker = async () => {
      for (let folder = waiting.shift(); folder; folder = waiting.shift()) {
        const notes = inHouse('.cache', 'types', `${folder.replaceAll(/[\\/]/g, '-')}.tsbuildinfo`);
        const args = [
          checker,
          '-p',
          join(folder, 'tsconfig.json'),
          '--noEmit',
          '--incremental',
          '--tsBuildInfoFile',
          notes,
        ];
        const { code, output } = await runChild(node, args, { env, quiet: true });
        if (code !== 0) failures.push(`${folder}\n${output}`);
      }
    };
    await Promise.all(Array.from({ length: atOnce }, worker));
    for (const failure of failures) process.stderr.write(`${failure}\n`);
    return { ok: failures.length === 0 };
  },
});
