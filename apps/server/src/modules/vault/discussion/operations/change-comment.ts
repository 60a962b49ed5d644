import { CommentError } from '@promptvault/contract/vault/discussion/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError, RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { CommentDeleted } from '../events.ts';
import type { OpenedComment } from '../open.ts';
import { mayDelete, mayEdit } from '../policy.ts';
import {
  changeComment,
  changeThread,
  commentsOf,
  isAnswered,
  lockThread,
  removeComments,
  removeReactions,
} from '../repository/threads.ts';
import { type FoundComment, findShownComment } from './find-shown-comment.ts';
import { readMentions } from './mentions.ts';
import { tellFollowers } from './tell-followers.ts';

type Opened = Authorized<OpenedComment, 'comment.write'>;

/** @throws comment.deleted, auth.forbidden, comment.mention_unknown, request.stale */
export async function updateComment(
  ctx: Ctx,
  opened: Opened,
  input: { body: string; revision: number },
): Promise<FoundComment> {
  const { comment, thread } = opened;
  if (comment.deletedAt) throw CommentError.deleted();
  if (!mayEdit(ctx.actor, comment)) throw AuthError.forbidden();
  const { body, mentions } = await readMentions(ctx, opened.thing, input.body);
  const set = { body, mentions, editedAt: ctx.clock.now() };
  const changed = await changeComment(ctx, comment.id, input.revision, set);
  if (!changed) throw RequestError.stale({ current: comment.revision });
  tellFollowers(ctx, { kind: thread.subjectKind, id: thread.subjectId });
  return findShownComment(ctx, opened, comment.id);
}

/**
 * Deletes a comment: one that was answered leaves its place, others go, and so does a thread without words.
 * @throws auth.forbidden, request.stale
 */
export async function deleteComment(
  ctx: Ctx,
  opened: Opened,
  { revision }: { revision: number },
): Promise<void> {
  const { comment } = opened;
  if (comment.deletedAt) return;
  if (!mayDelete(ctx.actor, comment)) throw AuthError.forbidden();
  const thread = await lockThread(ctx, comment.threadId);
  if (!thread) return;
  const now = ctx.clock.now();
  const set = { body: '', mentions: [], suggestion: null, deletedAt: now };
  const changed = await changeComment(ctx, comment.id, revision, set);
  if (!changed) throw RequestError.stale({ current: comment.revision });
  await removeReactions(ctx, comment.id);
  if (!(await isAnswered(ctx, comment))) await removeTail(ctx, thread.id, now);
  const thing = { kind: thread.subjectKind, id: thread.subjectId };
  await ctx.emit(CommentDeleted, thing, { threadId: thread.id, commentId: comment.id });
  tellFollowers(ctx, thing);
}

/** Takes away the deleted comments at the end of a thread, which nobody answered. */
async function removeTail(ctx: Ctx, threadId: string, now: Date): Promise<void> {
  const all = await commentsOf(ctx, [threadId]);
  const lastAlive = all.findLastIndex(({ deletedAt }) => deletedAt === null);
  const tail = all.slice(lastAlive + 1).map(({ id }) => id);
  await removeComments(ctx, tail);
  const last = all[lastAlive];
  await changeThread(ctx, threadId, {
    commentCount: lastAlive + 1,
    ...(last ? { lastAt: last.createdAt } : { deletedAt: now }),
  });
}
