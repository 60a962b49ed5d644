/**
 * Speaks PostgreSQL's protocol with the engine inside the thread: one message a statement. PGlite's own
 * `query` sends six, since it asks for the types of parameters; ours are text already (thread.ts).
 */
import { messages, type PGlite, protocol } from '@electric-sql/pglite';
import type { Statement, WireResult } from './protocol.ts';

const { serialize } = protocol;

/** Beyond this, statements are not kept: texts that differ in the length of a list are many. */
const mostPrepared = 300;

export interface WireSession {
  /** Runs a statement, or a script when its parameters are null. @throws the engine's error */
  run(statement: Statement): Promise<WireResult[]>;
  /** From now on statements are parsed and planned once. For after the migrations: a plan outlives no new column. */
  keepPlans(): void;
}

export function openWireSession(database: PGlite): WireSession {
  const prepared = new Map<string, string>();
  let keeping = false;

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
    // A statement that was parsed is kept even when running it failed.
    if (answer.messages.includes(messages.parseComplete)) onParsed?.();
    for (const message of answer.messages) if (message instanceof messages.DatabaseError) throw message;
    return collect(answer.messages);
  }

  return {
    keepPlans() {
      keeping = true;
    },
    async run({ text, params }) {
      if (params === null) return send([serialize.query(text)]);
      const { name, isNew } = nameOf(text);
      return send(
        [
          ...(isNew ? [serialize.parse({ name, text })] : []),
          serialize.bind({ statement: name, values: params }),
          serialize.describe({ type: 'P' }),
          serialize.execute({}),
          serialize.sync(),
        ],
        () => name !== '' && prepared.set(text, name),
      );
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
