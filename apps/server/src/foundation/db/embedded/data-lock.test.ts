import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { takeDataLock } from './data-lock.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'promptvault-lock-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const deadHolder = JSON.stringify({ pid: 2 ** 22 + 5, startedAt: '1' });

/** Takes one directory after the other, each at its moment, and prints those it got. */
const racer = `
  const { takeDataLock } = await import(process.env.LOCK_MODULE);
  for (const [index, data] of process.env.LOCK_DIRECTORIES.split(':').entries()) {
    while (Date.now() < Number(process.env.LOCK_START) + index * 50);
    if ('lock' in takeDataLock(data)) console.log(data);
  }
  process.stdin.once('end', () => process.exit(0)).resume();
`;

describe('the data lock', () => {
  it('is taken over from a dead process and from a recycled pid, never from a living one', () => {
    const data = join(directory, 'lock');
    mkdirSync(data);
    const first = takeDataLock(data);
    expect('lock' in first).toBe(true);
    expect(takeDataLock(data)).toEqual({ heldBy: process.pid });
    writeFileSync(join(data, 'server.lock'), JSON.stringify({ pid: process.pid, startedAt: '1' }));
    expect('lock' in takeDataLock(data)).toBe(true);
    writeFileSync(join(data, 'server.lock'), deadHolder);
    expect('lock' in takeDataLock(data)).toBe(true);
    writeFileSync(join(data, 'server.lock'), 'half a li');
    expect('lock' in takeDataLock(data)).toBe(true);
  });

  it('is taken over although a process died while it took it over', () => {
    const data = join(directory, 'claimed');
    mkdirSync(data);
    writeFileSync(join(data, 'server.lock'), deadHolder);
    writeFileSync(join(data, 'server.lock.claim'), deadHolder);
    expect('lock' in takeDataLock(data)).toBe(true);
  });

  it('goes to one of several that find it left behind at the same moment', async () => {
    const directories = Array.from({ length: 40 }, (_, index) => join(directory, `race-${index}`));
    for (const data of directories) {
      mkdirSync(data);
      writeFileSync(join(data, 'server.lock'), deadHolder);
    }
    const env = {
      PATH: process.env.PATH,
      LOCK_MODULE: new URL('./data-lock.ts', import.meta.url).href,
      LOCK_DIRECTORIES: directories.join(':'),
      LOCK_START: String(Date.now() + 1_000),
    };
    const taken: string[] = [];
    const racers = [1, 2, 3].map(() =>
      spawn(process.execPath, ['--input-type=module', '--eval', racer], {
        env,
        stdio: ['pipe', 'pipe', 'inherit'],
      }),
    );
    for (const { stdout } of racers)
      stdout.setEncoding('utf8').on('data', (text: string) => taken.push(...text.trim().split('\n')));
    await new Promise((resolve) => setTimeout(resolve, 1_000 + directories.length * 50 + 500));
    await Promise.all(
      racers.map((child) => {
        child.stdin.end();
        return once(child, 'close');
      }),
    );
    expect(taken.sort()).toEqual([...directories].sort());
  });
});
