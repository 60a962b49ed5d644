import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { OpenedThread } from '../open.ts';
import { readThread } from './get-thread.ts';
import type { ShownComment, ShownThread } from './show-threads.ts';

export interface FoundComment {
  shown: ShownComment;
  of: ShownThread;
}

/** A comment as it is after an operation of this transaction. */
export async function findShownComment(
  ctx: Ctx,
  opened: OpenedThread,
  commentId: string,
): Promise<FoundComment> {
  const of = await readThread(ctx, opened);
  const shown = of.comments.find(({ comment }) => comment.id === commentId);
  if (!shown) throw ResourceError.not_found();
  return { shown, of };
}
