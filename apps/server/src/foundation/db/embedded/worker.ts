/**
 * The embedded PostgreSQL, alone in its thread. It answers one batch at a time, in the order received;
 * who may send between `begin` and `commit` is decided by the client (thread.ts).
 * Values cross as the text PostgreSQL prints, so that the same parsers as for a real server apply.
 */
import fs from 'node:fs';
import path from 'node:path';
import { type MessagePort, receiveMessageOnPort, workerData } from 'node:worker_threads';
import { PGlite } from '@electric-sql/pglite';
import { btree_gin } from '@electric-sql/pglite/contrib/btree_gin';
import { pg_trgm } from '@electric-sql/pglite/contrib/pg_trgm';
import { unaccent } from '@electric-sql/pglite/contrib/unaccent';
import { returnMemoryOfStart } from '../../memory/return-memory.ts';
import { createAnswerer, type Request } from './answer-requests.ts';
import type { BatchReply, BatchRequest, DatabaseFault, OpenOptions, WireResult } from './protocol.ts';
import { openWireSession, type WireSession } from './wire-session.ts';

const { port, ...options } = workerData as OpenOptions & { port: MessagePort };

/** Same as PGlite's own start parameters, but without `-F`: commits must reach the disk. */
const startParameters = [
  '--single',
  '-O',
  '-j',
  ...Object.entries({
    search_path: 'public',
    exit_on_error: 'false',
    log_checkpoints: 'false',
    max_worker_processes: '0',
    max_parallel_workers: '0',
    max_parallel_workers_per_gather: '0',
    max_parallel_maintenance_workers: '0',
    io_method: 'sync',
    shared_buffers: '32MB',
    fsync: options.dataDirectory ? 'on' : 'off',
    wal_sync_method: 'fsync',
    // No commit is acknowledged before it is on the disk, but many may go there together (answer-requests.ts).
    synchronous_commit: 'off',
    // Without fresh statistics a plan for any values can be a hundred times worse than one for these (wire-session.ts).
    plan_cache_mode: 'force_custom_plan',
    timezone: 'UTC',
  }).flatMap(([name, value]) => ['-c', `${name}=${value}`]),
];

let fsyncs = 0;

interface EmscriptenStream {
  nfd: number;
}
interface EmscriptenFileSystem {
  filesystems: { NODEFS: { stream_ops: { fsync?: (stream: EmscriptenStream) => number } } };
}

/** PGlite's file system never calls fsync: without this, a power loss takes acknowledged commits. */
function makeDurable(database: PGlite): void {
  const files = (database.Module as unknown as { FS: EmscriptenFileSystem }).FS;
  files.filesystems.NODEFS.stream_ops.fsync = (stream) => {
    fsyncs++;
    fs.fsyncSync(stream.nfd);
    return 0;
  };
}

/** A new cluster is written by plain file copies: bring them to the disk once. */
function syncTree(directory: string): void {
  for (const entry of fs.readdirSync(directory, { withFileTypes: true })) {
    const full = path.join(directory, entry.name);
    if (entry.isDirectory()) syncTree(full);
    else if (entry.isFile()) {
      const handle = fs.openSync(full, 'r');
      fs.fsyncSync(handle);
      fs.closeSync(handle);
    }
  }
}

async function open(): Promise<PGlite> {
  const fresh =
    options.dataDirectory !== null && !fs.existsSync(path.join(options.dataDirectory, 'PG_VERSION'));
  const database = await PGlite.create({
    ...(options.dataDirectory ? { dataDir: options.dataDirectory } : {}),
    ...(options.template ? { loadDataDir: new Blob([options.template as Uint8Array<ArrayBuffer>]) } : {}),
    extensions: { btree_gin, pg_trgm, unaccent },
    startParams: startParameters,
  });
  if (options.dataDirectory) {
    makeDurable(database);
    if (fresh) syncTree(options.dataDirectory);
  }
  return database;
}

function fault(error: unknown): DatabaseFault {
  const known = error as Record<string, unknown>;
  const text = (key: string) => (typeof known[key] === 'string' ? (known[key] as string) : undefined);
  return {
    message: error instanceof Error ? error.message : String(error),
    code: text('code'),
    detail: text('detail'),
    constraint: text('constraint'),
    schema: text('schema'),
    table: text('table'),
    column: text('column'),
    severity: text('severity'),
    where: text('where'),
    hint: text('hint'),
    position: text('position'),
  };
}

async function run(session: WireSession, request: BatchRequest): Promise<BatchReply> {
  const results: WireResult[] = [];
  try {
    for (const statement of request.statements) results.push(...(await session.run(statement)));
    return { id: request.id, results };
  } catch (error) {
    return { id: request.id, results, fault: fault(error) };
  }
}

const database = await open();
const session = openWireSession(database);

async function answer(request: Request): Promise<BatchReply> {
  if (!('control' in request)) return run(session, request);
  const reply: BatchReply = { id: request.id, results: [] };
  if (request.control === 'fsyncs') reply.value = fsyncs;
  if (request.control === 'keep-plans') session.keepPlans();
  if (request.control === 'dump')
    reply.value = new Uint8Array(await (await database.dumpDataDir('none')).arrayBuffer());
  if (request.control === 'close') await database.close();
  return reply;
}

/** The letters that came while the thread was at work. */
function hear(): Request[][] {
  const letters: Request[][] = [];
  for (let next = receiveMessageOnPort(port); next; next = receiveMessageOnPort(port))
    letters.push(next.message as Request[]);
  return letters;
}

// A `begin` is followed by its first query without waiting: nothing may overtake.
const take = createAnswerer({
  answer,
  hear,
  standing: session.standing,
  // In memory there is nothing to bring anywhere.
  flush: options.dataDirectory ? session.flush : async () => undefined,
  post: (replies) => port.postMessage(replies),
  now: () => performance.now(),
});
port.on('message', take);
const opened: BatchReply[] = [{ id: 0, results: [] }];
port.postMessage(opened);
returnMemoryOfStart();
