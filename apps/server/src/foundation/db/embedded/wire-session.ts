/**
 * Speaks PostgreSQL's protocol with the engine inside the thread: one message a statement. PGlite's own
 * `query` sends six, since it asks for the types of parameters; ours are text already (thread.ts).
 */
import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { Statement, WireResult } from './protocol.ts';

const { serialize } = protocol;

/** For statements that keep their plan, and for the checks of foreign keys that they bring along. */
const planOnce = serialize.query('set plan_cache_mode = auto');
const planAnew = serialize.query('set plan_cache_mode = force_custom_plan');

/** Beyond this, statements are not kept: texts that differ in the length of a list are many. */
const mostPrepared = 300;

export interface WireSession {
  /** Runs a statement, or a script when its parameters are null. @throws the engine's error */
  run(statement: Statement): Promise<WireResult[]>;
  /** From now on statements are parsed and planned once. For after the migrations: a plan outlives no new column. */
  keepPlans(): void;
  /** Whether a transaction is open after what was last run. */
  standing(): 'idle' | 'in-transaction' | 'failed-transaction';
  /** Brings the log to the disk, where some of it is not there yet. Not within a failed transaction. */
  flush(): Promise<void>;
}

const standings = { I: 'idle', T: 'in-transaction', E: 'failed-transaction' } as const;

/** The message itself means nothing: writing it with its last argument is what flushes the log up to it. */
const flushSql =
  "select case when pg_current_wal_insert_lsn() > pg_current_wal_flush_lsn() then pg_logical_emit_message(false, 'flush', '', true) end";

export function openWireSession(database: PGlite): WireSession {
  const prepared = new Map<string, string>();
  let keeping = false;
  let standing: ReturnType<WireSession['standing']> = 'idle';

  /** The name of a kept statement, and whether it must be parsed first. */
  function nameOf(text: string): { name: string; isNew: boolean } {
    const known = prepared.get(text);
    if (known !== undefined) return { name: known, isNew: false };
    return { name: keeping && prepared.size < mostPrepared ? `pv${prepared.size}` : '', isNew: true };
  }

  async function send(parts: Uint8Array[], onParsed?: () => void): Promise<WireResult[]> {
    const answer = await database.execProtocol(new Uint8Array(Buffer.concat(parts)), {
      throwOnError: false,
      syncToFs: false,
    });
    for (const message of answer.messages)
      if (message instanceof messages.ReadyForQueryMessage)
        standing = standings[message.status as keyof typeof standings];
    // A statement that was parsed is kept even when running it failed.
    if (answer.messages.includes(messages.parseComplete)) onParsed?.();
    for (const message of answer.messages) if (message instanceof messages.DatabaseError) throw message;
    return collect(answer.messages);
  }

  return {
    keepPlans() {
      keeping = true;
    },
    standing: () => standing,
    async flush() {
      await send([serialize.query(flushSql)]);
    },
    async run({ text, params, keepsPlan }) {
      if (params === null) return send([serialize.query(text)]);
      const { name, isNew } = nameOf(text);
      const keeps = name !== '' && keepsPlan;
      const results = await send(
        [
          ...(keeps ? [planOnce] : []),
          ...(isNew ? [serialize.parse({ name, text })] : []),
          serialize.bind({ statement: name, values: params }),
          serialize.describe({ type: 'P' }),
          serialize.execute({}),
          serialize.sync(),
          ...(keeps ? [planAnew] : []),
        ],
        () => name !== '' && prepared.set(text, name),
      );
      return keeps ? results.slice(1, -1) : results;
    },
  };
}

/** The results in the order of the statements; whatever answers with nothing has an empty one. */
function collect(all: readonly object[]): WireResult[] {
  const results: WireResult[] = [];
  let fields: WireResult['fields'] = [];
  let rows: WireResult['rows'] = [];
  const finish = (tag: string) => {
    const count = Number(tag.split(' ').at(-1));
    results.push({
      rows,
      fields,
      command: tag.split(' ')[0] ?? '',
      rowCount: Number.isInteger(count) ? count : rows.length,
    });
    fields = [];
    rows = [];
  };
  for (const message of all) {
    if (message instanceof messages.RowDescriptionMessage)
      fields = message.fields.map(({ name, dataTypeID }) => ({ name, dataTypeID }));
    else if (message instanceof messages.DataRowMessage) rows.push(message.fields as (string | null)[]);
    else if (message instanceof messages.CommandCompleteMessage) finish(message.text);
    else if (message === messages.emptyQuery) finish('');
  }
  return results;
}
