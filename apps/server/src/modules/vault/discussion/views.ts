import type { ActivityEntryView } from '@promptvault/contract/vault/discussion/activity-shapes';
import type { CommentView, ReactionSign, ThreadView } from '@promptvault/contract/vault/discussion/shapes';
import { actorName, isOutsideName } from '../../../foundation/context/actor.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import type { FoundComment } from './operations/find-shown-comment.ts';
import type { Activity } from './operations/list-activity.ts';
import type { ThreadList } from './operations/list-threads.ts';
import type { ShownComment, ShownThread } from './operations/show-threads.ts';
import { mayDelete, mayEdit } from './policy.ts';

const time = (date: Date | null) => date?.toISOString() ?? null;

const personIn = ({ people }: ShownThread, id: string | null) =>
  id === null ? null : (people.get(id) ?? null);

export function toThread(shown: ShownThread, ctx: Ctx): ThreadView {
  const { thread, place, isOutdated, comments, isUnread, mayReply, mayReadDraft } = shown;
  return {
    id: thread.id,
    subject: { kind: thread.subjectKind, id: thread.subjectId },
    anchor: toAnchor(shown),
    place,
    isOutdated,
    state: thread.state,
    resolvedBy: personIn(shown, thread.resolvedBy),
    resolvedAt: time(thread.resolvedAt),
    isUnread,
    comments: comments.map((comment) => toCommentOf(shown, comment, ctx)),
    createdAt: thread.createdAt.toISOString(),
    lastAt: thread.lastAt.toISOString(),
    revision: thread.revision,
    may: { reply: mayReply, apply: mayReadDraft },
  };
}

function toAnchor({ thread, branch, place, mayReadDraft }: ShownThread): ThreadView['anchor'] {
  const { anchor } = thread;
  if (!anchor) return null;
  if (anchor.on === 'whole_version')
    return { on: anchor.on, branch, version: anchor.version, sectionId: null, quote: null };
  const version = anchor.on === 'version' ? anchor.version : thread.placedVersion;
  // What was written and never saved stays with those who may read the draft.
  const quote = anchor.on === 'draft' && !mayReadDraft ? (place?.text ?? null) : anchor.quote;
  return { on: anchor.on, branch, version, sectionId: anchor.sectionId, quote };
}

/** Whoever speaks through a link is no person here: their name stands with the comment. */
const guestOf = (
  shown: ShownThread,
  { actor, authorId, visitorName }: ShownComment['comment'],
): string | null => (isOutsideName(actor) ? (visitorName ?? personIn(shown, authorId)?.name ?? '') : null);

function toCommentOf(
  shown: ShownThread,
  { comment, reactions, isOutdated }: ShownComment,
  ctx: Ctx,
): CommentView {
  const { suggestion } = comment;
  return {
    id: comment.id,
    threadId: comment.threadId,
    author: personIn(shown, comment.authorId),
    guest: guestOf(shown, comment),
    body: comment.body,
    mentions: comment.mentions.flatMap((id) => personIn(shown, id) ?? []),
    suggestion: suggestion && {
      text: suggestion.text,
      original: suggestion.original,
      state: suggestion.state === 'open' && isOutdated ? 'outdated' : suggestion.state,
      decidedBy: personIn(shown, suggestion.decidedBy),
      decidedAt: suggestion.decidedAt,
    },
    reactions: toReactions(shown, reactions, ctx),
    createdAt: comment.createdAt.toISOString(),
    editedAt: time(comment.editedAt),
    deletedAt: time(comment.deletedAt),
    revision: comment.revision,
    may: {
      edit: shown.mayReply && mayEdit(ctx.actor, comment),
      delete: shown.mayReply && mayDelete(ctx.actor, comment),
    },
  };
}

function toReactions(
  shown: ShownThread,
  rows: ShownComment['reactions'],
  ctx: Ctx,
): CommentView['reactions'] {
  const me = actorName(ctx.actor);
  return [...Map.groupBy(rows, ({ sign }) => sign)].map(([sign, all]) => ({
    sign: sign as ReactionSign,
    people: all.flatMap(({ personId }) => personIn(shown, personId) ?? []),
    mine: all.some(({ actor }) => actor === me),
  }));
}

export const toComment = ({ shown, of }: FoundComment, ctx: Ctx): CommentView => toCommentOf(of, shown, ctx);

export const toThreadPage = ({ threads, counts, mayComment, nextCursor }: ThreadList, ctx: Ctx) => ({
  items: threads.map((shown) => toThread(shown, ctx)),
  counts,
  may: { comment: mayComment },
  nextCursor,
});

export const toActivityPage = ({ entries, people, nextCursor }: Activity) => ({
  items: entries.map(
    ({ event, facts }): ActivityEntryView => ({
      id: event.id,
      type: event.type,
      at: event.at.toISOString(),
      actor: event.actorPerson === null ? null : (people.get(event.actorPerson) ?? null),
      subject: {
        kind: event.subjectKind,
        id: event.subjectId,
        title: facts?.title ?? null,
        address: facts?.address ?? null,
      },
      facts: event.payload as Record<string, unknown>,
    }),
  ),
  nextCursor,
});
