import { inHouse } from '../house.mjs';
import { freePort } from '../runtime/free-port.mjs';
import { keepRunning } from '../runtime/keep-running.mjs';
import { prepare } from '../runtime/prepare.mjs';
import { serverEntry, serverFlags } from './start.mjs';

/**
 * Pages and server, each reloading on change, behind the one address people know: the pages' development server
 * takes PORT and passes calls on to the server, which stands on a port of its own.
 */
export async function run() {
  const { node, env } = await prepare();
  const port = env.PORT ?? '3000';
  const behind = String(await freePort());
  const address = `http://localhost:${port}`;
  return keepRunning(
    [
      {
        program: node,
        args: ['--watch', '--watch-preserve-output', ...serverFlags, serverEntry],
        env: { PORT: behind, PROMPTVAULT_PUBLIC_URL: address, PROMPTVAULT_DEVELOPMENT: '1' },
      },
      {
        program: node,
        args: [
          inHouse('node_modules', 'vite', 'bin', 'vite.js'),
          '--port',
          port,
          '--strictPort',
          '--clearScreen',
          'false',
          '--logLevel',
          'warn',
        ],
        cwd: inHouse('apps', 'web'),
        env: { PORT: behind },
      },
    ],
    { env },
  );
}
