import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { OpenedThread } from '../open.ts';
import { findThread } from '../repository/threads.ts';
import { type ShownThread, showThreads } from './show-threads.ts';

/** One thread, in the text of the branch it follows. */
export async function getThread(ctx: Ctx, { thread, thing }: OpenedThread): Promise<ShownThread> {
  const [shown] = await showThreads(ctx, thing, [thread], { branchId: thread.branchId ?? undefined });
  return shown as ShownThread;
}

/** A thread as it is after an operation of this transaction. */
export async function readThread(ctx: Ctx, { thread, thing }: OpenedThread): Promise<ShownThread> {
  const row = await findThread(ctx, thread.id);
  if (!row) throw ResourceError.not_found();
  return getThread(ctx, { thread: row, thing });
}
