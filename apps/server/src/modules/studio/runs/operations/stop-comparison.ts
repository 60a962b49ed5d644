import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OpenedComparison } from '../open.ts';
import { stopAll } from './stop-run.ts';

/** Closes all calls that go on of those the person sees. */
export async function stopComparison(
  ctx: Ctx,
  opened: Authorized<OpenedComparison, 'run.create'>,
): Promise<OpenedComparison> {
  stopAll(ctx, opened.runs);
  return opened;
}
