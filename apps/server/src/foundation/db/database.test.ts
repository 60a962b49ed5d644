/** What both drivers promise beyond the SQL they run: transactions end whole, and one caller's fault stays theirs. */
import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { openEmbedded } from './embedded/open-embedded.ts';
import { isConnectionLost } from './faults.ts';
import { openPostgres } from './open-postgres.ts';

const server = process.env.TEST_DATABASE_URL;
const nobody = { organizationId: null, userId: null };
const tableSql = 'create table noted (n integer primary key); grant all on noted to pv_app, pv_identity;';

async function asLogin<T>(url: string, fn: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await fn(client);
  } finally {
    await client.end();
  }
}

async function openServer(): Promise<{ db: Database; url: string }> {
  const name = `pv_test_db_${randomUUID().replaceAll('-', '').slice(0, 12)}`;
  await asLogin(server as string, (client) => client.query(`create database ${name}`));
  const url = new URL(server as string);
  url.pathname = `/${name}`;
  const db = await openPostgres({ url: url.href, classes: [], poolSize: 1, onError: () => {} });
  await asLogin(url.href, (client) => client.query(tableSql));
  return { db, url: url.href };
}

const drivers = [
  {
    name: 'embedded',
    open: async () => ({
      db: (await openEmbedded({
        dataDirectory: null,
        classes: [],
        prepare: async (script) => {
          await script(tableSql);
        },
      })) as Database,
      url: '',
    }),
  },
  ...(server ? [{ name: 'postgres', open: openServer }] : []),
];

describe.each(drivers)('the database port on $name', ({ open }) => {
  let db: Database;
  let url: string;
  beforeAll(async () => {
    ({ db, url } = await open());
    await db.seal();
  });
  afterAll(async () => {
    await db.close();
    if (!url) return;
    const name = new URL(url).pathname.slice(1);
    await asLogin(server as string, (client) => client.query(`drop database ${name} with (force)`));
  });
  const numbers = () =>
    db.tenant(nobody, async (tx) =>
      (await tx.execute<{ n: number }>(sql`select n from noted order by n`, 'objects')).map(({ n }) => n),
    );

  it('says so when a transaction that met an error could not be committed', async () => {
    const swallowing = db.tenant(nobody, async (tx) => {
      await tx.execute(sql`insert into noted values (1)`);
      await tx.execute(sql`select 1 / 0`).catch(() => undefined);
      return 'acknowledged';
    });
    await expect(swallowing).rejects.toThrow();
    expect(await numbers()).toEqual([]);
  });

  it('keeps a failed transaction’s other queries out of the next one', async () => {
    let late: Promise<unknown> = Promise.resolve();
    const failing = db.tenant(nobody, async (tx) => {
      const all = [0, 1, 2, 3].map((n) =>
        n === 0 ? tx.execute(sql`select 1 / 0`) : tx.execute(sql`insert into noted values (${10 + n})`),
      );
      late = Promise.allSettled(all);
      await Promise.all(all);
    });
    const next = db.tenant(nobody, (tx) => tx.execute(sql`insert into noted values (2)`));
    await expect(failing).rejects.toThrow();
    await next;
    await late;
    expect(await numbers()).toEqual([2]);
  });

  it('sends what is asked for together in the order of the asking', async () => {
    const [, , seen] = await db.tenant(nobody, (tx) =>
      Promise.all([
        tx.execute(sql`insert into noted values (20)`),
        tx.execute(sql`insert into noted values (21)`),
        tx.execute<{ n: number }>(sql`select n from noted where n >= 20 order by n`, 'objects'),
        tx.execute(sql`delete from noted where n >= 20`),
      ]),
    );
    expect(seen.map(({ n }) => n)).toEqual([20, 21]);
    expect(await numbers()).toEqual([2]);
  });

  it('goes on after a statement of identity or of the job queue failed', async () => {
    await expect(db.identity.execute(sql`insert into noted values (2)`)).rejects.toThrow();
    expect(await numbers()).toEqual([2]);
    await expect(db.system('begin; select 1 / 0; commit')).rejects.toThrow();
    expect(await numbers()).toEqual([2]);
  });

  it('goes on with a statement after a value of it could not be sent', async () => {
    const insert = (n: unknown) =>
      db.tenant(nobody, (tx) => tx.execute(sql`insert into "noted" ("n") values (${sql.param(n)})`));
    const circular: { self?: unknown } = {};
    circular.self = circular;
    await expect(insert(circular)).rejects.toThrow();
    await insert(30);
    await db.tenant(nobody, (tx) => tx.execute(sql`delete from noted where n = 30`));
    expect(await numbers()).toEqual([2]);
  });

  it('refuses a query after its transaction ended', async () => {
    let kept: { execute(query: ReturnType<typeof sql>): Promise<unknown> } | undefined;
    await db.tenant(nobody, async (tx) => {
      kept = tx as never;
    });
    await expect(kept?.execute(sql`insert into noted values (5)`)).rejects.toThrow();
    expect(await numbers()).toEqual([2]);
  });

  it.runIf(server)(
    'lets one process at a time prepare what needs the owner',
    { timeout: 60_000 },
    async () => {
      if (db.kind !== 'postgres') return;
      const start = async () => {
        const own = await openPostgres({ url, classes: [], onError: () => {} });
        try {
          for (let n = 0; n < 20; n++)
            await own.system('grant select on noted to pv_server; revoke select on noted from pv_server');
          await own.seal();
        } finally {
          await own.close();
        }
      };
      await Promise.all([start(), start(), start(), start()]);
    },
  );

  it.runIf(server)('takes the end of its connection for what it is, and connects again', async () => {
    if (db.kind !== 'postgres') return;
    const cut = db.tenant(nobody, async (tx) => {
      const [own] = await tx.execute<{ pid: number }>(sql`select pg_backend_pid() as pid`, 'objects');
      await asLogin(url, (client) => client.query('select pg_terminate_backend($1)', [own?.pid]));
      await new Promise((resolve) => setTimeout(resolve, 50));
      await tx.execute(sql`select 1`);
    });
    expect(isConnectionLost(await cut.catch((error: unknown) => error))).toBe(true);
    expect(await numbers()).toEqual([2]);
  });
});
