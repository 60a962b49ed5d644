import { inHouse } from '../house.mjs';
import { keepRunning } from '../runtime/keep-running.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { ensureWebBuild } from '../runtime/web-build.mjs';

/**
 * The young generation stays small: without it V8 keeps tens of megabytes that the database thread never uses.
 * The heap may double before it is collected: left alone, V8 lets a busy server pile three times what is in use onto it.
 * With less than that the collector comes so often that first tokens wait for it.
 * The collector may be asked for: the server gives the memory that starting needed back.
 */
export const serverFlags = ['--max-semi-space-size=16', '--heap-growing-percent=100', '--expose-gc'];

/**
 * What the C library has free at the end of its heap goes back to the system. With no number given it raises its own
 * with every large block that is freed, and keeps eighty megabytes of what compiling at the start needed.
 */
export const serverVariables = { MALLOC_TRIM_THRESHOLD_: String(8 * 2 ** 20) };
export const serverEntry = inHouse('apps', 'server', 'src', 'main.ts');

export async function run(args) {
  const { node, env } = await prepare();
  await ensureWebBuild({ node, env });
  return keepRunning([{ program: node, args: [...serverFlags, serverEntry, ...args] }], {
    env: { ...serverVariables, ...env, NODE_ENV: env.NODE_ENV ?? 'production' },
  });
}
