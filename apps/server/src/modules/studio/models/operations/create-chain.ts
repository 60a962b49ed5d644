import { ConnectionError } from '@promptvault/contract/studio/models/errors';
import { type createChainBody, echoModel } from '@promptvault/contract/studio/models/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { modelChainChangedEvent } from '../events.ts';
import { openConnection } from '../open.ts';
import { insertChain, listChainRows } from '../repository.ts';
import type { ChainStep } from '../schema.ts';
import { connectionNames } from './connection-names.ts';
import type { NamedChain } from './list-chains.ts';

export type CreateChain = z.output<typeof createChainBody>;

const mostChains = 50;

/** @throws resource.not_found, model.unknown, model.chain_personal, model.chain_name_taken, model.too_many_chains */
export async function createChain(
  ctx: Ctx,
  organization: Authorized<Organization, 'model.manage'>,
  { name, steps }: CreateChain,
): Promise<NamedChain> {
  await checkSteps(ctx, steps);
  if ((await listChainRows(ctx.tx, organization.id)).length >= mostChains)
    throw ConnectionError.too_many_chains({ most: mostChains });
  const at = ctx.clock.now();
  const chain = await insertChain(ctx.tx, {
    organizationId: organization.id,
    id: ctx.newId(),
    name,
    nameKey: sortKey(name),
    steps,
    createdAt: at,
    updatedAt: at,
  });
  if (!chain) throw ConnectionError.chain_name_taken({ name });
  await ctx.emit(modelChainChangedEvent, { kind: 'model_chain', id: chain.id }, { name, steps });
  return { chain, names: await connectionNames(ctx) };
}

/** A chain is for everybody, so what it is made of must be there for everybody. */
export async function checkSteps(ctx: Ctx, steps: readonly ChainStep[]): Promise<void> {
  for (const { connectionId, model } of steps) {
    if (connectionId === null) {
      if (model !== echoModel) throw ConnectionError.unknown({ model });
      continue;
    }
    const { ownerId, name } = await openConnection(ctx, { connectionId }, 'model.use');
    if (ownerId !== null) throw ConnectionError.chain_personal({ name });
  }
}
