import { CommentError } from '@promptvault/contract/vault/discussion/errors';
import type { ReactionSign } from '@promptvault/contract/vault/discussion/shapes';
import { actorName, personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { OpenedComment } from '../open.ts';
import { deleteReaction, insertReaction } from '../repository/threads.ts';
import { type FoundComment, findShownComment } from './find-shown-comment.ts';
import { tellFollowers } from './tell-followers.ts';

type Opened = Authorized<OpenedComment, 'comment.write'>;

/** Reacting twice with one sign is reacting once. @throws comment.deleted */
export async function addReaction(
  ctx: Ctx,
  opened: Opened,
  { sign }: { sign: ReactionSign },
): Promise<FoundComment> {
  const { comment, thing } = opened;
  if (comment.deletedAt) throw CommentError.deleted();
  await insertReaction(ctx, {
    organizationId: ctx.organizationId,
    commentId: comment.id,
    actor: actorName(ctx.actor),
    personId: personOf(ctx.actor),
    sign,
    createdAt: ctx.clock.now(),
  });
  tellFollowers(ctx, thing);
  return findShownComment(ctx, opened, comment.id);
}

export async function removeReaction(
  ctx: Ctx,
  opened: Opened,
  { sign }: { sign: ReactionSign },
): Promise<FoundComment> {
  await deleteReaction(ctx, opened.comment.id, actorName(ctx.actor), sign);
  tellFollowers(ctx, opened.thing);
  return findShownComment(ctx, opened, opened.comment.id);
}
