import { expect, test } from 'vitest';
import { keepRunning } from './keep-running.mjs';

const node = (source) => ({ program: process.execPath, args: ['-e', source] });
const forever = 'setInterval(() => {}, 1000)';
const options = { env: process.env, watchParent: false };

test('the code of the child that ended first is the answer, and the others end with it', async () => {
  expect(await keepRunning([node('process.exit(7)'), node(forever)], options)).toBe(7);
});

test('a signal to us ends the child, and that is no failure', async () => {
  const child = node(
    `${forever}; process.on('SIGTERM', () => process.exit(0)); process.kill(process.ppid, 'SIGHUP')`,
  );
  expect(await keepRunning([child], options)).toBe(0);
});
