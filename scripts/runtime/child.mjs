import { spawn } from 'node:child_process';
import { root } from '../house.mjs';

/**
 * Runs a program by its argument list, never through a shell, and waits for its end.
 * @returns {Promise<{ code: number, output: string }>} code 0 is success; output only when `quiet` or `capture`.
 */
export function runChild(program, args, { env, cwd = root, quiet = false, capture = false } = {}) {
  const listens = quiet || capture;
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, {
      cwd,
      env,
      stdio: listens ? ['ignore', 'pipe', 'pipe'] : ['inherit', 'inherit', 'inherit'],
    });
    let output = '';
    if (listens) {
      child.stdout.setEncoding('utf8').on('data', (chunk) => (output += chunk));
      child.stderr.setEncoding('utf8').on('data', (chunk) => (output += chunk));
    }
    const stop = (signal) => child.kill(signal);
    process.on('SIGTERM', stop).on('SIGHUP', stop);
    const release = () => process.off('SIGTERM', stop).off('SIGHUP', stop);
    child.on('error', (error) => {
      release();
      reject(error);
    });
    child.on('close', (code, signal) => {
      release();
      resolve({ code: code ?? (signal ? 1 : 0), output });
    });
  });
}
