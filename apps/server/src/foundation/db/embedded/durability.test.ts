import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openEmbedded } from './open-embedded.ts';

const rounds = 20;
const writer = fileURLToPath(new URL('./keep-writing.ts', import.meta.url));
let directory: string;
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'promptvault-durability-'));
});
afterAll(() => rmSync(directory, { recursive: true, force: true }));

const ended = (child: ChildProcess) => new Promise<void>((resolve) => child.once('exit', () => resolve()));

describe('the embedded database', () => {
  it(`keeps every acknowledged write through ${rounds} kills`, { timeout: 180_000 }, async () => {
    const seed = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
    console.info(`durability: SEED=${seed}`);
    let state = seed;
    const random = () => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return state / 0x7fffffff;
    };
    const data = join(directory, 'kills');
    const acknowledged = new Set<number>();
    for (let round = 0; round < rounds; round++) {
      const child = spawn(process.execPath, [writer, data, String(round * 1_000_000)], {
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      const end = ended(child);
      for await (const line of createInterface({ input: child.stdout })) {
        if (line === 'ready') setTimeout(() => child.kill('SIGKILL'), 20 + random() * 200);
        else acknowledged.add(Number(line));
      }
      await end;
    }
    const db = await openEmbedded({ dataDirectory: data, classes: [] });
    try {
      const rows = await db.tenant({ organizationId: null, userId: null }, (tx) =>
        tx.execute<{ n: number }>(sql`select n from kept`, 'objects'),
      );
      const kept = new Set(rows.map((row) => row.n));
      expect(acknowledged.size).toBeGreaterThan(rounds);
      expect([...acknowledged].filter((n) => !kept.has(n))).toEqual([]);
    } finally {
      await db.close();
    }
  });

  it('asks the disk to keep each commit, and refuses a second process meanwhile', {
    timeout: 60_000,
  }, async () => {
    const data = join(directory, 'fsync');
    const db = await openEmbedded({
      dataDirectory: data,
      classes: [],
      prepare: (script) =>
        script('create table one (n integer); grant all on one to pv_app').then(() => undefined),
    });
    try {
      const before = await db.fsyncs();
      await db.tenant({ organizationId: null, userId: null }, (tx) =>
        tx.execute(sql`insert into one values (1)`),
      );
      expect(await db.fsyncs()).toBeGreaterThan(before);
      await expect(openEmbedded({ dataDirectory: data, classes: [] })).rejects.toThrow(
        `Another PromptVault (process ${process.pid}) is using`,
      );
    } finally {
      await db.close();
    }
  });

  it('refuses data written by a newer version and another major version of PostgreSQL', {
    timeout: 60_000,
  }, async () => {
    const data = join(directory, 'newer');
    const newer = await openEmbedded({
      dataDirectory: data,
      classes: [],
      prepare: (script) =>
        script(
          `insert into drizzle.__drizzle_migrations (hash, created_at, name) values ('x', 1, '99990101000000_later')`,
        ).then(() => undefined),
    });
    await newer.close();
    await expect(openEmbedded({ dataDirectory: data, classes: [] })).rejects.toThrow(
      'newer version of PromptVault',
    );
    writeFileSync(join(data, 'postgres', 'PG_VERSION'), '17\n');
    await expect(openEmbedded({ dataDirectory: data, classes: [] })).rejects.toThrow(
      'written by PostgreSQL 17',
    );
  });

  it('errors at once when an outer handle or the network is used inside a transaction', {
    timeout: 60_000,
  }, async () => {
    const db = await openEmbedded({ dataDirectory: null, classes: [] });
    const scope = { organizationId: null, userId: null };
    try {
      await expect(db.tenant(scope, () => db.tenant(scope, async () => 1))).rejects.toThrow(
        'inside a transaction',
      );
      await expect(db.tenant(scope, () => db.system('select 1'))).rejects.toThrow('inside a transaction');
      await expect(db.tenant(scope, async () => db.identity.execute(sql`select 1`))).rejects.toThrow();
      expect(await db.ping(1_000)).toBe(true);
    } finally {
      await db.close();
    }
  });
});
