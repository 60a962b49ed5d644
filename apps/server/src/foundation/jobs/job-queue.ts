/**
 * Work that must happen even if the process ends now: pg-boss in the same database, sent in the same
 * transaction as what asks for it. Two queues by urgency; the kind of a job is a field, since every queue
 * polls. What fails for good stays as a dead letter with its error.
 */
import { type SQL, sql } from 'drizzle-orm';
import { type Job, PgBoss } from 'pg-boss';
import * as z from 'zod';
import type { Database, Tx } from '../db/database.ts';
import type { Log } from '../log/log.ts';
import type { JobDeclaration, JobWork } from '../module/define-module.ts';

const urgencies = ['soon', 'later'] as const;
const deadQueue = 'dead';
const noJob = '00000000-0000-0000-0000-000000000000';
type Urgency = (typeof urgencies)[number];

const envelope = z.object({ kind: z.string(), data: z.record(z.string(), z.unknown()) });

export interface JobQueue {
  /** Creates the queues; the owner's session must still be open. */
  prepare(): Promise<void>;
  /** Starts working; `makeWork` gives each job its services. */
  work(makeWork: (signal: AbortSignal) => JobWork): Promise<void>;
  send(
    tx: Tx,
    kind: string,
    data: object,
    options?: { startAfter?: Date; singletonKey?: string },
  ): Promise<void>;
  /** Jobs that failed for good, newest first. */
  deadLetters(limit: number): Promise<{ id: string; kind: string; error: string; at: string }[]>;
  stop(): Promise<void>;
}

/** The text and parameters of a statement that pg-boss numbers `$1…`, as Drizzle writes it. */
function asStatement(text: string, values: unknown[]): SQL {
  const parts = text.split(/\$(\d+)/);
  return sql.join(
    parts.map((part, index) =>
      index % 2 === 0 ? sql.raw(part) : sql`${sql.param(values[Number(part) - 1])}`,
    ),
    sql.raw(''),
  );
}

export interface JobQueueOptions {
  /** Before the first retry; doubled for each further one. */
  retryDelaySeconds?: number;
  /** How often the urgent queue is looked at. */
  pollingSeconds?: number;
}

export function createJobQueue(
  db: Database,
  kinds: Readonly<Record<string, JobDeclaration>>,
  log: Log,
  { retryDelaySeconds = 2, pollingSeconds = 2 }: JobQueueOptions = {},
): JobQueue {
  const boss = new PgBoss({
    db: {
      executeSql: async (text: string, values?: unknown[]) => ({
        rows: (await db.system(text, values)).rows,
      }),
    },
    ...(db.kind === 'embedded' ? { backend: 'pglite' as const } : {}),
    schema: 'pgboss',
    application_name: 'promptvault',
    superviseIntervalSeconds: 60,
    maintenanceIntervalSeconds: 300,
    cronMonitorIntervalSeconds: 30,
    cronWorkerIntervalSeconds: 15,
  } as never);
  boss.on('error', (error) => log.error('the job queue reported an error', { error }));
  const declared = (kind: string) => {
    const job = kinds[kind];
    if (!job) throw new Error(`No module declares the job ${kind}.`);
    return job;
  };

  async function runOne(job: Job<unknown>, makeWork: (signal: AbortSignal) => JobWork): Promise<void> {
    const { kind, data } = envelope.parse(job.data);
    const declaration = declared(kind);
    const handler = await declaration.handler();
    await handler(makeWork(job.signal), declaration.data.parse(data) as never);
  }

  return {
    async prepare() {
      await boss.start();
      await boss.createQueue(deadQueue);
      for (const urgency of urgencies)
        await boss.createQueue(urgency, {
          deadLetter: deadQueue,
          retryLimit: 5,
          retryDelay: retryDelaySeconds,
          retryBackoff: retryDelaySeconds > 0,
        });
      await db.system(
        `grant usage on schema pgboss to pv_server, pv_app;
         grant select, insert, update, delete on all tables in schema pgboss to pv_server, pv_app;
         grant usage, select on all sequences in schema pgboss to pv_server, pv_app;
         grant execute on all functions in schema pgboss to pv_server, pv_app;`,
      );
      // Looking for a job that is none fills the cache of queues: a first look-up inside a tenant's transaction would
      // wait for itself.
      for (const name of [...urgencies, deadQueue]) await boss.getJobById(name, noJob);
    },
    async work(makeWork) {
      for (const urgency of urgencies)
        await boss.work(
          urgency,
          { pollingIntervalSeconds: urgency === 'soon' ? pollingSeconds : 15, batchSize: 1 } as never,
          (async (jobs: Job<unknown>[]) => {
            for (const job of jobs) {
              try {
                await runOne(job, makeWork);
              } catch (error) {
                log.warn('a job failed and will be tried again', { error, job: job.id, queue: urgency });
                throw error;
              }
            }
          }) as never,
        );
      for (const [kind, job] of Object.entries(kinds))
        if (job.cron)
          await boss.schedule(job.urgency, job.cron, { kind, data: {} }, { key: kind, tz: 'UTC' } as never);
    },
    async send(tx, kind, data, options) {
      const declaration = declared(kind);
      declaration.data.parse(data);
      await boss.send(declaration.urgency as Urgency, { kind, data }, {
        ...(declaration.retries === undefined ? {} : { retryLimit: declaration.retries }),
        ...(options?.startAfter ? { startAfter: options.startAfter } : {}),
        ...(options?.singletonKey ? { singletonKey: options.singletonKey } : {}),
        db: {
          executeSql: async (text: string, values: unknown[] = []) => {
            const result = await tx.execute(asStatement(text, values));
            return { rows: (result as unknown as { rows: unknown[] }).rows };
          },
        },
      } as never);
    },
    async deadLetters(limit) {
      const { rows } = await db.system(
        `select id, data, output, created_on from pgboss.job where name = $1 order by created_on desc limit $2`,
        [deadQueue, limit],
      );
      return (rows as { id: string; data: { kind?: string }; output: unknown; created_on: Date }[]).map(
        (row) => ({
          id: row.id,
          kind: row.data?.kind ?? 'unknown',
          error: JSON.stringify(row.output ?? null).slice(0, 2000),
          at: new Date(row.created_on).toISOString(),
        }),
      );
    },
    async stop() {
      await boss.stop({ graceful: true, timeout: 5_000, close: false } as never);
    },
  };
}
