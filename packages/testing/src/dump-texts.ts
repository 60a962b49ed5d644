import { join } from 'node:path';
import { startDatabaseThread } from '@promptvault/server/foundation/db/embedded/thread';

/**
 * Everything of the embedded database that can hold words, of all tables and tenants: for tests of what must not be
 * there. The server of this data directory must have stopped.
 */
export async function dumpTexts(dataDirectory: string): Promise<string> {
  const thread = await startDatabaseThread({
    dataDirectory: join(dataDirectory, 'postgres'),
    template: null,
  });
  try {
    return await thread.lease(
      async (session) => {
        const { rows } = await session.query(
          `select table_schema as schema, table_name as name from information_schema.tables
         where table_schema not in ('pg_catalog', 'information_schema') and table_type = 'BASE TABLE'`,
        );
        const texts: string[] = [];
        for (const { schema, name } of rows as { schema: string; name: string }[]) {
          // As JSON, bytes come in hexadecimal: they are given back as what they may spell.
          const found = await session.query(`select to_jsonb(t)::text as row from "${schema}"."${name}" t`);
          for (const { row } of found.rows as { row: string }[])
            texts.push(`${schema}.${name} ${row}`, spelled(row));
        }
        return texts.join('\n');
      },
      { patient: true },
    );
  } finally {
    await thread.close();
  }
}

const spelled = (row: string): string =>
  [...row.matchAll(/\\\\x([0-9a-f]{8,})/g)]
    .map(([, hex = '']) => Buffer.from(hex, 'hex').toString('latin1'))
    .join(' ');
