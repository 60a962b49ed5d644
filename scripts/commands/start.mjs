import { inHouse } from '../house.mjs';
import { keepRunning } from '../runtime/keep-running.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { ensureWebBuild } from '../runtime/web-build.mjs';

/**
 * The young generation stays small: without it V8 keeps tens of megabytes that the database thread never uses.
 * The collector may be asked for: the server gives the memory that starting needed back.
 */
export const serverFlags = ['--max-semi-space-size=16', '--expose-gc'];
export const serverEntry = inHouse('apps', 'server', 'src', 'main.ts');

export async function run(args) {
  const { node, env } = await prepare();
  await ensureWebBuild({ node, env });
  return keepRunning([{ program: node, args: [...serverFlags, serverEntry, ...args] }], {
    env: { ...env, NODE_ENV: env.NODE_ENV ?? 'production' },
  });
}
