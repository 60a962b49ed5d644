import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findOrganization } from '../repository.ts';

/** What the organization of this transaction is called. */
export const nameOrganization = async (ctx: Ctx): Promise<string> =>
  (await findOrganization(ctx.tx, ctx.organizationId))?.name ?? '';
