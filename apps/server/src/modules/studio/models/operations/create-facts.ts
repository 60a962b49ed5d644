import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import type { createModelFactsBody } from '@promptvault/contract/studio/models/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { modelFactsChangedEvent } from '../events.ts';
import { type ConnectionRow, type FactsRow, findFactsOf, insertFacts } from '../repository.ts';
import { toFactsPayload } from '../views.ts';
import { refuseHalfPrice } from './half-price.ts';

export type CreateFacts = z.output<typeof createModelFactsBody>;

/** @throws model.facts_exist, model.price_incomplete */
export async function createFacts(
  ctx: Ctx,
  connection: Authorized<ConnectionRow, 'model.manage'>,
  { connectionId: _connection, model, ...facts }: CreateFacts,
): Promise<FactsRow> {
  refuseHalfPrice(facts);
  const { organizationId, clock } = ctx;
  const at = clock.now();
  const connectionId = connection.id;
  const row = await insertFacts(ctx.tx, {
    ...facts,
    organizationId,
    id: ctx.newId(),
    connectionId,
    model,
    createdAt: at,
    updatedAt: at,
  });
  if (!row) {
    const factsId = (await findFactsOf(ctx.tx, organizationId, { connectionId, model }))?.id ?? '';
    throw ConnectionError.facts_exist({ model, factsId });
  }
  await ctx.emit(modelFactsChangedEvent, { kind: 'model_facts', id: row.id }, toFactsPayload(row));
  return row;
}
