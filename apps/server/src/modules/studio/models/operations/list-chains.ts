import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { type ChainRow, listChainRows } from '../repository.ts';
import { connectionNames } from './connection-names.ts';

/** A chain with what its connections are called; one that is gone has no name. */
export interface NamedChain {
  chain: ChainRow;
  names: ReadonlyMap<string, string>;
}

export async function listChains(
  ctx: Ctx,
  organization: Authorized<Organization, 'model.read'>,
): Promise<NamedChain[]> {
  const [chains, names] = await Promise.all([listChainRows(ctx.tx, organization.id), connectionNames(ctx)]);
  return chains.map((chain) => ({ chain, names }));
}
