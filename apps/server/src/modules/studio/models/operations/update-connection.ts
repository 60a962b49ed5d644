import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import { hasTwoApis, type updateConnectionBody } from '@promptvault/contract/studio/models/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { connectionUpdatedEvent } from '../events.ts';
import { type ConnectionChanges, type ConnectionRow, updateConnectionRow } from '../repository.ts';
import { openKey, sealKey } from './connection-key.ts';
import { testColumns, tryConnection } from './try-connection.ts';

export type UpdateConnection = z.output<typeof updateConnectionBody> & { revision: number };

/** What changes, with the key a test would use. */
interface Plan {
  changed: ('name' | 'baseUrl' | 'key' | 'api')[];
  baseUrl: string | null;
  key: string | null;
}

/** @throws request.stale, model.key_elsewhere, model.one_way_only, model.connection_failed, model.name_taken */
export async function updateConnection(
  outside: Outside<Authorized<ConnectionRow, 'model.manage'>>,
  input: UpdateConnection,
): Promise<ConnectionRow> {
  const before = await outside.transaction(async (_ctx, row) => row);
  const plan = planOf(outside, before, input);
  const reachable = plan.changed.includes('baseUrl') || plan.changed.includes('key');
  const test = reachable ? await tryConnection(outside, { ...plan, provider: before.provider }) : undefined;
  if (test && !test.ok && !input.saveAnyway)
    throw ConnectionError.connection_failed({ reason: test.error.message, code: test.error.code });
  if (reachable) await outside.ports.llm.forgetHealth(before.id);
  return outside
    .transaction(async (ctx, row) => {
      if (plan.changed.length === 0) return row;
      const now = ctx.clock.now();
      const changes: ConnectionChanges = { updatedAt: now, baseUrl: plan.baseUrl };
      if (input.name !== undefined)
        Object.assign(changes, { name: input.name, nameKey: sortKey(input.name) });
      if (input.api !== undefined) changes.api = input.api;
      if (input.key !== undefined) Object.assign(changes, sealKey(ctx.ports.secrets, row, input.key));
      if (test) Object.assign(changes, testColumns(test, now));
      const updated = await updateConnectionRow(ctx.tx, row, input.revision, changes);
      if (!updated) throw RequestError.stale({ current: row.revision });
      const { id, name, provider } = updated;
      await ctx.emit(
        connectionUpdatedEvent,
        { kind: 'connection', id },
        { name, provider, changed: plan.changed },
      );
      return updated;
    })
    .catch((error: unknown) => {
      if (isUniqueViolation(error, 'model_connection_name'))
        throw ConnectionError.name_taken({ name: input.name ?? before.name });
      throw error;
    });
}

function planOf(
  { ports }: Outside<Authorized<ConnectionRow, 'model.manage'>>,
  row: ConnectionRow,
  input: UpdateConnection,
): Plan {
  if (row.revision !== input.revision) throw RequestError.stale({ current: row.revision });
  const baseUrl = input.baseUrl === undefined ? row.baseUrl : input.baseUrl;
  if (input.api !== undefined && !hasTwoApis(row.provider)) throw ConnectionError.one_way_only();
  const changed: Plan['changed'] = [];
  if (input.name !== undefined && input.name !== row.name) changed.push('name');
  if (baseUrl !== row.baseUrl) changed.push('baseUrl');
  if (input.key !== undefined) changed.push('key');
  if (input.api !== undefined && input.api !== row.api) changed.push('api');
  // Otherwise whoever may change an address could have the key sent to a machine of their own.
  if (changed.includes('baseUrl') && row.sealedKey !== null && input.key === undefined)
    throw ConnectionError.key_elsewhere();
  const needsKey = changed.includes('baseUrl') || changed.includes('key');
  const stored = () => (needsKey ? openKey(ports.secrets, row) : null);
  return { changed, baseUrl, key: input.key === undefined ? stored() : input.key };
}
