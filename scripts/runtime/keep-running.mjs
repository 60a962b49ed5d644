import { spawn } from 'node:child_process';
import { root } from '../house.mjs';
import { ancestry } from './ancestry.mjs';

const watchEvery = 300;
const patience = 2_000;

/**
 * Runs long-lived children that end together: on a signal, when one of them ends, or when npm is gone.
 *
 * `npm start` runs us below a shell that dies of SIGTERM without passing it on; the only trace is that our
 * parent changes. Without this watch the server would live on and hold the lock of its data directory.
 * @param {{ program: string, args: string[], cwd?: string, env?: Record<string, string> }[]} commands
 * @returns {Promise<number>} the exit code of the child that ended first, 0 after a signal.
 */
export function keepRunning(commands, { env, watchParent = Boolean(process.env.npm_lifecycle_event) } = {}) {
  const ancestors = ancestry();
  let stopping = false;
  const children = commands.map((command) =>
    spawn(command.program, command.args, {
      cwd: command.cwd ?? root,
      env: { ...env, ...command.env },
      stdio: ['ignore', 'inherit', 'inherit'],
    }),
  );
  const stop = () => {
    stopping = true;
    for (const child of children)
      if (child.exitCode === null && child.signalCode === null) child.kill('SIGTERM');
  };
  // Ctrl-C reaches the whole group by itself; a second signal on top would read as "at once".
  const stopLater = () => {
    stopping = true;
    setTimeout(stop, process.stdin.isTTY ? patience : 0).unref();
  };
  process.on('SIGTERM', stop).on('SIGHUP', stop).on('SIGINT', stopLater);
  const watch = watchParent && setInterval(() => ancestry() !== ancestors && !stopping && stop(), watchEvery);

  const ends = children.map(
    (child) =>
      new Promise((resolve, reject) => {
        child.on('error', reject);
        child.on('close', (code, signal) => resolve(stopping ? (code ?? 0) : (code ?? (signal ? 1 : 0))));
      }),
  );
  return Promise.race(ends).then(async (code) => {
    stop();
    await Promise.all(ends);
    clearInterval(watch);
    process.off('SIGTERM', stop).off('SIGHUP', stop).off('SIGINT', stopLater);
    return code;
  });
}
