/**
 * Who may speak about a thing: whoever sees it and has the permission, by role or by a grant for that very thing (or
 * for the prompt it belongs to), as a link or a guest has.
 */
import { eq, inArray, isNotNull, isNull, or, type SQL, sql } from 'drizzle-orm';
import { actorName, type Insider } from '../../../foundation/context/actor.ts';
import { type StoredAnchor, thread } from './schema.ts';

export interface DiscussedFacts {
  kind: string;
  id: string;
  promptId: string | null;
}

export function may(actor: Insider, thing: DiscussedFacts, permission: string, now: Date): boolean {
  if (actor.permissions.has(permission)) return true;
  return actor.grants.some(
    ({ subject, permissions, until }) =>
      permissions.includes(permission) &&
      (until === null || until > now) &&
      ((subject.kind === thing.kind && subject.id === thing.id) ||
        (subject.kind === 'prompt' && subject.id === thing.promptId)),
  );
}

export interface ThreadFacts {
  anchor: StoredAnchor | null;
  branchId: string | null;
  placedVersion: number | null;
  createdBy: string;
}

/** Words of a draft are for those who may read the draft, and for whoever brought them up. */
export const sees = (actor: Insider, row: ThreadFacts, drafts: ReadonlySet<string>): boolean =>
  row.anchor?.on !== 'draft' ||
  row.placedVersion !== null ||
  row.createdBy === actorName(actor) ||
  (row.branchId !== null && drafts.has(row.branchId));

/** The threads of a thing one sees that `sees` lets through. */
export const visible = (actor: Insider, drafts: ReadonlySet<string>): SQL =>
  or(
    isNull(thread.anchor),
    sql`${thread.anchor} ->> 'on' <> 'draft'`,
    isNotNull(thread.placedVersion),
    eq(thread.createdBy, actorName(actor)),
    drafts.size > 0 ? inArray(thread.branchId, [...drafts]) : undefined,
  ) as SQL;

export interface CommentFacts {
  actor: string;
  deletedAt: Date | null;
}

const isOwn = (actor: Insider, row: CommentFacts) => row.actor === actorName(actor);

export const mayEdit = (actor: Insider, row: CommentFacts): boolean =>
  row.deletedAt === null && isOwn(actor, row);

export const mayDelete = (actor: Insider, row: CommentFacts): boolean =>
  row.deletedAt === null && (isOwn(actor, row) || actor.permissions.has('comment.moderate'));
