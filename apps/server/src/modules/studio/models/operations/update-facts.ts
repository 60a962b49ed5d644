import type { updateModelFactsBody } from '@promptvault/contract/studio/models/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { modelFactsChangedEvent } from '../events.ts';
import { type FactsRow, updateFactsRow } from '../repository.ts';
import { toFactsPayload } from '../views.ts';
import { refuseHalfPrice } from './half-price.ts';

export type UpdateFacts = z.output<typeof updateModelFactsBody> & { revision: number };

/** @throws request.stale, model.price_incomplete */
export async function updateFacts(
  ctx: Ctx,
  row: Authorized<FactsRow, 'model.manage'>,
  { revision, ...input }: UpdateFacts,
): Promise<FactsRow> {
  const { contextWindow, maxOutputTokens, vision, pdf, tools, schema, reasoning, retiresOn } = input;
  const { inputMicroDollars, outputMicroDollars, cachedInputMicroDollars } = input;
  const prices = { inputMicroDollars, outputMicroDollars, cachedInputMicroDollars };
  const abilities = { vision, pdf, tools, schema, reasoning };
  const changes = { contextWindow, maxOutputTokens, ...abilities, ...prices, retiresOn };
  const given = Object.fromEntries(Object.entries(changes).filter(([, value]) => value !== undefined));
  refuseHalfPrice({ ...row, ...given });
  const updated = await updateFactsRow(ctx.tx, row, revision, { ...given, updatedAt: ctx.clock.now() });
  if (!updated) throw RequestError.stale({ current: row.revision });
  await ctx.emit(modelFactsChangedEvent, { kind: 'model_facts', id: row.id }, toFactsPayload(updated));
  return updated;
}
