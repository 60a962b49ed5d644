import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPostgres } from '../foundation/db/open-postgres.ts';
import { makeDirectory } from '../foundation/disk/make-directory.ts';
import { type Environment, readEnvironment } from '../foundation/env.ts';
import { loadMasterKeys } from '../foundation/secrets/master-key.ts';
import { Secret } from '../foundation/secrets/secret.ts';
import { reach, startExitCode, startProblem } from './start-problem.ts';

let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'promptvault-start-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

function environment(data: string): Environment {
  const read = readEnvironment({ PROMPTVAULT_DATA: data });
  if ('problem' in read) throw new Error(read.problem);
  return read.ok;
}

async function thrownBy(fn: () => unknown): Promise<unknown> {
  try {
    await fn();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}

describe('a start that cannot go on is explained in a sentence', () => {
  it('when the data directory cannot be made or written', async () => {
    writeFileSync(join(directory, 'file'), '');
    const data = join(directory, 'file', 'data');
    const error = await thrownBy(() => makeDirectory(data));
    expect(startProblem(error, environment(data))).toMatch(/data directory .*data cannot be used \(ENOTDIR/);
  });

  it.runIf(process.platform === 'linux')(
    'when the data directory lies where the system makes none',
    async () => {
      const data = '/proc/promptvault/data';
      const error = await thrownBy(() => makeDirectory(data));
      expect(startProblem(error, environment(data))).toMatch(
        /^The data directory \/proc\/promptvault\/data cannot be used \(ENOENT at \/proc\/promptvault\)\. .*PROMPTVAULT_DATA/,
      );
    },
  );

  it('when the port is taken', async () => {
    const taken = createServer().listen(0, '127.0.0.1');
    await new Promise((resolve) => taken.once('listening', resolve));
    const address = taken.address();
    const port = typeof address === 'object' ? address?.port : 0;
    const second = createServer();
    const error = await new Promise((resolve) => second.once('error', resolve).listen(port, '127.0.0.1'));
    taken.close();
    expect(startProblem(error, environment(directory))).toContain('is in use');
  });

  it('when a server cannot be reached, without its password', async () => {
    const url = 'postgres://someone:hunter2@127.0.0.1:1/vault';
    const opening = () => reach('DATABASE_URL', openPostgres({ url, classes: [], onError: () => {} }));
    const sentence = startProblem(await thrownBy(opening), environment(directory));
    expect(sentence).toMatch(/^DATABASE_URL names a server that cannot be used: .*ECONNREFUSED/);
    expect(sentence).not.toContain('hunter2');
  });

  it('when the master keys are none, as a setting that cannot be used and without them', async () => {
    const path = join(directory, 'master.key');
    writeFileSync(path, 'hunter2\n');
    const keys = new Secret('hunter2');
    for (const [source, name] of [
      [{ kind: 'environment', keys }, 'PROMPTVAULT_MASTER_KEY'],
      [{ kind: 'file', path }, path],
    ] as const) {
      const error = await thrownBy(() => loadMasterKeys(source));
      const sentence = startProblem(error, environment(directory));
      expect(sentence).toContain(`${name} does not hold usable master keys`);
      expect(sentence).not.toContain('hunter2');
      expect(startExitCode(error)).toBe(2);
    }
  });

  it('and a fault of ours is left to the log', () => {
    expect(startProblem(new TypeError('x is undefined'), environment(directory))).toBeUndefined();
  });
});
