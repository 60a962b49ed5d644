import { CommentError, SuggestionError } from '@promptvault/contract/vault/discussion/errors';
import { mostComments } from '@promptvault/contract/vault/discussion/shapes';
import { actorName, personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { CommentAdded } from '../events.ts';
import type { OpenedThread } from '../open.ts';
import {
  type CommentRow,
  countRecentComments,
  insertComment,
  rememberSeen,
  type ThreadRow,
} from '../repository/threads.ts';
import { readMentions } from './mentions.ts';
import { tellFollowers } from './tell-followers.ts';
import { tellPeople } from './tell-people.ts';

const minute = 60_000;
/** More than anyone says, less than a loop. */
const mostInMinute = 30;

export interface NewWords {
  body: string;
  suggestion?: string | undefined;
}

/** @throws comment.too_fast */
export async function refuseHaste(ctx: Ctx): Promise<void> {
  const now = ctx.clock.now().getTime();
  const { total, first } = await countRecentComments(ctx, actorName(ctx.actor), new Date(now - minute));
  if (total >= mostInMinute)
    throw CommentError.too_fast({ retryAfterMs: minute - (now - (first?.getTime() ?? now)) });
}

/** Adds what somebody says to a thread, first or later. @throws comment.mention_unknown, suggestion.no_range */
export async function addComment(
  ctx: Ctx,
  { thread, thing }: OpenedThread,
  words: NewWords,
): Promise<CommentRow> {
  if (thread.commentCount >= mostComments) throw CommentError.thread_full({ most: mostComments });
  const { body, mentions, inGroups } = await readMentions(ctx, thing, words.body);
  const now = ctx.clock.now();
  const row = await insertComment(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    threadId: thread.id,
    actor: actorName(ctx.actor),
    authorId: personOf(ctx.actor),
    visitorName: ctx.actor.kind === 'link' ? (ctx.actor.visitor?.name ?? null) : null,
    body,
    mentions,
    suggestion: words.suggestion === undefined ? null : toSuggestion(thread, words.suggestion),
    createdAt: now,
  });
  const person = personOf(ctx.actor);
  if (person) await rememberSeen(ctx, thread.id, person, now);
  await ctx.emit(CommentAdded, thing, {
    threadId: thread.id,
    commentId: row.id,
    isReply: thread.commentCount > 0,
    suggests: row.suggestion !== null,
    mentions,
  });
  await tellPeople(ctx, thing, row, inGroups);
  tellFollowers(ctx, thing);
  return row;
}

function toSuggestion({ anchor }: ThreadRow, text: string): CommentRow['suggestion'] {
  if (!anchor || anchor.on === 'whole_version') throw SuggestionError.no_range();
  return { text, original: anchor.quote, state: 'open', decidedBy: null, decidedAt: null };
}
