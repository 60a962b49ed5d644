import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import type { updateChainBody } from '@promptvault/contract/studio/models/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { modelChainChangedEvent } from '../events.ts';
import { type ChainRow, updateChainRow } from '../repository.ts';
import { connectionNames } from './connection-names.ts';
import { checkSteps } from './create-chain.ts';
import type { NamedChain } from './list-chains.ts';

export type UpdateChain = z.output<typeof updateChainBody> & { revision: number };

/** @throws request.stale, and what making one throws */
export async function updateChain(
  ctx: Ctx,
  row: Authorized<ChainRow, 'model.manage'>,
  { name, steps, revision }: UpdateChain,
): Promise<NamedChain> {
  if (steps) await checkSteps(ctx, steps);
  const chain = await updateChainRow(ctx.tx, row, revision, {
    ...(name === undefined ? {} : { name, nameKey: sortKey(name) }),
    ...(steps === undefined ? {} : { steps }),
    updatedAt: ctx.clock.now(),
  }).catch((error: unknown) => {
    if (isUniqueViolation(error, 'model_chain_name'))
      throw ConnectionError.chain_name_taken({ name: name ?? row.name });
    throw error;
  });
  if (!chain) throw RequestError.stale({ current: row.revision });
  const subject = { kind: 'model_chain', id: chain.id };
  await ctx.emit(modelChainChangedEvent, subject, { name: chain.name, steps: chain.steps });
  return { chain, names: await connectionNames(ctx) };
}
