import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { OpenedThread } from '../open.ts';
import { changeThread, lockThread } from '../repository/threads.ts';
import { addComment, type NewWords, refuseHaste } from './add-comment.ts';
import { type FoundComment, findShownComment } from './find-shown-comment.ts';

/**
 * Answers in a thread. The thread is held meanwhile, so that its number of comments is right.
 * @throws comment.thread_full, comment.mention_unknown, comment.too_fast, suggestion.no_range
 */
export async function createComment(
  ctx: Ctx,
  { thread, thing }: Authorized<OpenedThread, 'comment.write'>,
  words: NewWords,
): Promise<FoundComment> {
  await refuseHaste(ctx);
  const held = await lockThread(ctx, thread.id);
  if (!held) throw ResourceError.not_found();
  // The time of the newest comment comes first: the author has then seen all there is.
  await changeThread(ctx, held.id, { commentCount: held.commentCount + 1, lastAt: ctx.clock.now() });
  const row = await addComment(ctx, { thread: held, thing }, words);
  return findShownComment(ctx, { thread: held, thing }, row.id);
}
