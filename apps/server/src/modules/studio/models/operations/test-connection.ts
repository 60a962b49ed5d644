import type { Authorized } from '../../../../foundation/context/authorized.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import { connectionTestedEvent } from '../events.ts';
import { type ConnectionRow, updateConnectionRow } from '../repository.ts';
import { openKey } from './connection-key.ts';
import { testColumns, tryConnection } from './try-connection.ts';

/** Tries the connection as it is stored, and stores what came of it. @throws request.stale */
export async function testConnection(
  outside: Outside<Authorized<ConnectionRow, 'model.manage'>>,
  _input: object,
): Promise<ConnectionRow> {
  const before = await outside.transaction(async (_ctx, row) => row);
  const test = await tryConnection(outside, { ...before, key: openKey(outside.ports.secrets, before) });
  await outside.ports.llm.forgetHealth(before.id);
  return outside.transaction(async (ctx, row) => {
    // A test of what was changed meanwhile says nothing about what is there now.
    const updated = await updateConnectionRow(
      ctx.tx,
      row,
      before.revision,
      testColumns(test, ctx.clock.now()),
    );
    if (!updated) throw RequestError.stale({ current: row.revision });
    const { id, name, provider } = updated;
    const code = test.ok ? null : test.error.code;
    await ctx.emit(connectionTestedEvent, { kind: 'connection', id }, { name, provider, ok: test.ok, code });
    return updated;
  });
}
