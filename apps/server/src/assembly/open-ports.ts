/** Chooses the adapter of each port from the environment. */
import { join } from 'node:path';
import { createMemoryHealth, type HealthStore } from '@promptvault/wire/health-store';
import { createHealthBook } from '@promptvault/wire/key-health';
import { createLlmGateway } from '@promptvault/wire/llm-gateway';
import type { Blobs } from '../foundation/blobs/blobs.ts';
import type { Bus } from '../foundation/bus/bus.ts';
import { createMemoryBus } from '../foundation/bus/memory-bus.ts';
import { type Clock, systemClock } from '../foundation/clock/clock.ts';
import type { Ports } from '../foundation/context/ctx.ts';
import type { Database } from '../foundation/db/database.ts';
import { openEmbedded } from '../foundation/db/embedded/open-embedded.ts';
import { openPostgres } from '../foundation/db/open-postgres.ts';
import type { TableClasses } from '../foundation/db/table-classes.ts';
import { assertOutsideTransaction } from '../foundation/db/transaction-guard.ts';
import type { Environment } from '../foundation/env.ts';
import { makeId } from '../foundation/ids/id-maker.ts';
import { createWorkerIsolate } from '../foundation/isolate/worker-isolate.ts';
import type { Limits } from '../foundation/limits/limits.ts';
import { createMemoryLimits } from '../foundation/limits/memory-limits.ts';
import { guardedFetch } from '../foundation/llm/guarded-fetch.ts';
import type { Log } from '../foundation/log/log.ts';
import { createDiskOutbox } from '../foundation/mail/disk-outbox.ts';
import type { Mail } from '../foundation/mail/mail.ts';
import { createOutboxMail } from '../foundation/mail/outbox-mail.ts';
import { createWebPush } from '../foundation/push/web-push.ts';
import { connectRedis } from '../foundation/redis/connect-redis.ts';
import { loadMasterKeys } from '../foundation/secrets/master-key.ts';
import { createSecrets } from '../foundation/secrets/secrets.ts';
import { createMemoryStreams } from '../foundation/streams/memory-streams.ts';
import type { Streams } from '../foundation/streams/streams.ts';
import { reach } from './start-problem.ts';

export interface OpenOptions {
  environment: Environment;
  log: Log;
  classes: TableClasses[];
  clock?: Clock;
  /** An embedded database in memory, from a dump of a migrated one. */
  template?: Uint8Array;
  inMemory?: boolean;
}

export type OpenPorts = Omit<Ports, 'within' | 'subjects' | 'notices' | 'listeners'>;

export async function openDatabase({
  environment,
  classes,
  template,
  inMemory,
  log,
}: OpenOptions): Promise<Database> {
  const { database } = environment;
  if (database.kind === 'postgres')
    return reach(
      'DATABASE_URL',
      openPostgres({
        url: database.url.reveal(),
        classes,
        onError: (error) => log.warn('a database connection was lost', { error }),
      }),
    );
  return openEmbedded({
    dataDirectory: inMemory ? null : environment.dataDirectory,
    classes,
    ...(template ? { template } : {}),
  });
}

async function openBus(environment: Environment, db: Database, clock: Clock, log: Log): Promise<Bus> {
  if (environment.redis) {
    const { createRedisBus } = await import('../foundation/bus/redis-bus.ts');
    const { url } = environment.redis;
    const opening = createRedisBus({ connect: () => connectRedis({ url, log, patient: false }), log });
    return reach('REDIS_URL', opening);
  }
  const { connectionString } = db;
  if (!connectionString) return createMemoryBus({ log });
  const [{ createPostgresBus }, { connectPostgres }] = await Promise.all([
    import('../foundation/bus/postgres-bus.ts'),
    import('../foundation/bus/connect-postgres.ts'),
  ]);
  return createPostgresBus({ clock, log, connect: () => connectPostgres(connectionString, log) });
}

async function openStreams(environment: Environment, clock: Clock, log: Log): Promise<Streams> {
  if (!environment.redis) return createMemoryStreams({ clock });
  const { createRedisStreams } = await import('../foundation/streams/redis-streams.ts');
  const { url } = environment.redis;
  const opening = createRedisStreams({ connect: () => connectRedis({ url, log }), clock, log });
  return reach('REDIS_URL', opening);
}

async function openLimits(environment: Environment, db: Database, clock: Clock, log: Log): Promise<Limits> {
  if (environment.redis) {
    const { createRedisLimits } = await import('../foundation/limits/redis-limits.ts');
    const redis = await reach('REDIS_URL', connectRedis({ url: environment.redis.url, log }));
    return createRedisLimits({ redis });
  }
  if (db.kind === 'embedded') return createMemoryLimits({ clock });
  const { createSqlLimits, limitsSchemaSql } = await import('../foundation/limits/sql-limits.ts');
  await db.system(limitsSchemaSql);
  await db.system('grant select, insert, update, delete on limit_counter, limit_place to pv_server');
  return createSqlLimits({ query: async (text, values) => db.system(text, values) as never });
}

/** Bus topic: what is known of the health of these keys was written anew. */
const healthTopic = 'models.health';

async function openHealth(environment: Environment, db: Database, log: Log): Promise<HealthStore> {
  if (environment.redis) {
    const { createRedisHealth } = await import('../foundation/llm/redis-health.ts');
    const redis = await reach('REDIS_URL', connectRedis({ url: environment.redis.url, log }));
    return createRedisHealth({ redis });
  }
  if (db.kind === 'embedded') return createMemoryHealth();
  const { createSqlHealth, healthSchemaSql } = await import('../foundation/llm/sql-health.ts');
  await db.system(healthSchemaSql);
  await db.system('grant select, insert, update, delete on key_health to pv_server');
  return createSqlHealth({ query: async (text, values) => db.system(text, values) as never });
}

async function openBlobs(environment: Environment): Promise<Blobs> {
  if (environment.s3) {
    const { openS3Blobs } = await import('../foundation/blobs/s3-blobs.ts');
    return reach(environment.s3.endpoint ? 'S3_ENDPOINT' : 'S3_BUCKET', openS3Blobs(environment.s3));
  }
  const { createDiskBlobs } = await import('../foundation/blobs/disk-blobs.ts');
  return createDiskBlobs({ directory: join(environment.dataDirectory, 'blobs') });
}

async function openMail(environment: Environment, clock: Clock, log: Log): Promise<Mail> {
  if (environment.smtp) {
    const { createSmtpMail } = await import('../foundation/mail/smtp-mail.ts');
    return createSmtpMail({ url: environment.smtp.url, from: environment.smtp.from, log });
  }
  const store = createDiskOutbox({ directory: join(environment.dataDirectory, 'outbox') });
  return createOutboxMail({ store, clock, newId: makeId });
}

/** Everything modules may use but the transaction, which needs the modules themselves. */
export async function openPorts(
  db: Database,
  { environment, log, clock = systemClock }: OpenOptions,
): Promise<OpenPorts> {
  const masterKeys = await loadMasterKeys(environment.masterKey);
  if (masterKeys.warning) log.warn(masterKeys.warning);
  const guarded = guardedFetch({ allowPrivateAddresses: environment.allowPrivateAddresses });
  const outside =
    (what: string): typeof fetch =>
    (...request) => {
      assertOutsideTransaction(what);
      return guarded(...request);
    };
  const bus = await openBus(environment, db, clock, log);
  const health = createHealthBook({
    clock,
    store: await openHealth(environment, db, log),
    tell: (key) => bus.publish(healthTopic, [key]),
    warn: (message, error) => log.warn(message, { error }),
  });
  bus.subscribe(healthTopic, health.hear);
  bus.onGap(health.load);
  await health.load();
  return {
    bus,
    streams: await openStreams(environment, clock, log),
    secrets: createSecrets(masterKeys.keys),
    mail: await openMail(environment, clock, log),
    push: createWebPush({
      // Whatever models may be called at: browsers are told at addresses anybody can make up.
      fetch: guardedFetch({ allowPrivateAddresses: false }),
      clock,
      publicUrl: environment.http.publicUrl,
      offered: environment.push,
    }),
    llm: createLlmGateway({
      fetch: outside('A model was called'),
      clock,
      health,
      log: { warn: (facts, message) => log.warn(message, facts) },
    }),
    fetch: outside('A tool was called'),
    isolate: createWorkerIsolate(),
    limits: await openLimits(environment, db, clock, log),
    blobs: await openBlobs(environment),
    hear: () => db.hear(),
    clock,
    newId: makeId,
    processId: makeId(),
    log,
    publicUrl: environment.http.publicUrl,
  };
}
