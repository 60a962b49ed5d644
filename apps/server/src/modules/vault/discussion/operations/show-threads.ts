import type { PersonRef } from '@promptvault/contract/values';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { type Discussed, readableDrafts } from '../open.ts';
import { may } from '../policy.ts';
import {
  type CommentRow,
  commentsOf,
  type ReactionRow,
  reactionsOf,
  seenAmong,
  type ThreadRow,
} from '../repository/threads.ts';
import { type AskedText, type Placing, placeThreads } from './place-threads.ts';

export interface ShownComment {
  comment: CommentRow;
  reactions: ReactionRow[];
  /** What a suggestion replaces stands there no more. */
  isOutdated: boolean;
}

/** A thread with everything it is shown with. */
export interface ShownThread extends Placing {
  thread: ThreadRow;
  branch: string | null;
  comments: ShownComment[];
  isUnread: boolean;
  mayReply: boolean;
  /** Whoever may not is shown the words as the version has them, and applies nothing. */
  mayReadDraft: boolean;
  people: ReadonlyMap<string, PersonRef>;
}

export async function showThreads(
  ctx: Ctx,
  thing: Discussed,
  rows: readonly ThreadRow[],
  asked: AskedText,
): Promise<ShownThread[]> {
  const person = personOf(ctx.actor);
  const ids = rows.map(({ id }) => id);
  const { placing, branchName } = await placeThreads(ctx, thing, rows, asked);
  const comments = await commentsOf(ctx, ids);
  const reactions = await reactionsOf(
    ctx,
    comments.map(({ id }) => id),
  );
  const seen = await seenAmong(ctx, person, ids);
  const people = await namePeople(ctx, peopleIn(rows, comments, reactions));
  const mayReply = may(ctx.actor, thing, 'comment.write', ctx.clock.now());
  const drafts = readableDrafts(thing);
  const reactionsBy = Map.groupBy(reactions, ({ commentId }) => commentId);
  const commentsBy = Map.groupBy(comments, ({ threadId }) => threadId);
  return rows.map((thread) => {
    const where = placing(thread);
    const seenAt = seen.get(thread.id);
    return {
      ...where,
      thread,
      branch: branchName(thread),
      comments: (commentsBy.get(thread.id) ?? []).map((comment) => ({
        comment,
        reactions: reactionsBy.get(comment.id) ?? [],
        isOutdated: comment.suggestion !== null && where.place?.text !== comment.suggestion.original,
      })),
      isUnread: person !== null && (seenAt === undefined || seenAt < thread.lastAt),
      mayReply,
      mayReadDraft: thread.branchId !== null && drafts.has(thread.branchId),
      people,
    };
  });
}

function* peopleIn(
  threads: readonly ThreadRow[],
  comments: readonly CommentRow[],
  reactions: readonly ReactionRow[],
): Generator<string | null> {
  for (const { resolvedBy } of threads) yield resolvedBy;
  for (const { authorId, mentions, suggestion } of comments) {
    yield authorId;
    yield* mentions;
    if (suggestion) yield suggestion.decidedBy;
  }
  for (const { personId } of reactions) yield personId;
}
