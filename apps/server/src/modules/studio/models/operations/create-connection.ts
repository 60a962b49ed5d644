import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import { type createConnectionBody, hasTwoApis } from '@promptvault/contract/studio/models/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { ServerError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Outside } from '../../../../foundation/http/serve.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { connectionCreatedEvent } from '../events.ts';
import { type ConnectionRow, countConnections, insertConnection, isNameTaken } from '../repository.ts';
import { sealKey } from './connection-key.ts';
import { testColumns, tryConnection } from './try-connection.ts';

export type CreateConnection = z.output<typeof createConnectionBody>;

const mostConnections = 100;

/** @throws model.name_taken, model.too_many, model.one_way_only, model.connection_failed */
export async function createConnection(
  outside: Outside<Authorized<Organization, 'model.manage'>>,
  input: CreateConnection,
): Promise<ConnectionRow> {
  const { name, provider, baseUrl, key, personal } = input;
  if (input.api && !hasTwoApis(provider)) throw ConnectionError.one_way_only();
  const api = input.api ?? (provider === 'openai' ? 'responses' : 'chat');
  const nameKey = sortKey(name);
  await outside.transaction(async (ctx) => {
    if (await isNameTaken(ctx.tx, ctx.organizationId, ownerOf(ctx, personal), nameKey))
      throw ConnectionError.name_taken({ name });
    if ((await countConnections(ctx.tx, ctx.organizationId, ownerOf(ctx, personal))) >= mostConnections)
      throw ConnectionError.too_many({ most: mostConnections });
  });
  const test = await tryConnection(outside, { provider, baseUrl, key });
  if (!test.ok && !input.saveAnyway)
    throw ConnectionError.connection_failed({ reason: test.error.message, code: test.error.code });
  return outside
    .transaction(async (ctx) => {
      const { organizationId } = ctx;
      const id = ctx.newId();
      const now = ctx.clock.now();
      const row = await insertConnection(ctx.tx, {
        organizationId,
        id,
        name,
        nameKey,
        provider,
        baseUrl,
        api,
        ownerId: ownerOf(ctx, personal),
        ...sealKey(ctx.ports.secrets, { organizationId, id }, key),
        listed: [],
        ...testColumns(test, now),
        createdBy: personOf(ctx.actor),
        createdAt: now,
        updatedAt: now,
      });
      if (!row) throw ServerError.unexpected();
      const subject = { kind: 'connection', id };
      await ctx.emit(connectionCreatedEvent, subject, {
        name,
        provider,
        baseUrl,
        hasKey: key !== null,
        personal,
      });
      return row;
    })
    .catch((error: unknown) => {
      // Two people took the same name while both were waiting for their providers.
      if (isUniqueViolation(error, 'model_connection_name')) throw ConnectionError.name_taken({ name });
      throw error;
    });
}

const ownerOf = ({ actor }: Ctx, personal: boolean): string | null => (personal ? personOf(actor) : null);
