import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OpenedComparison } from '../open.ts';

export async function getComparison(
  _ctx: Ctx,
  opened: Authorized<OpenedComparison, 'run.read'>,
): Promise<OpenedComparison> {
  return opened;
}
