/**
 * Who may do what with a prompt. `may` judges one row, `visible` is the same sight as SQL for lists; a property
 * test holds them to each other.
 *
 * - A private prompt is seen by its author and co-editors alone.
 * - One that was never published (or is unpublished again) is seen by them and by whoever has prompt.read-any.
 * - Author and co-editors write; only the author publishes and deletes. prompt.write-any does all of it to any
 *   prompt one sees.
 * - Whoever has prompt.branch may branch any prompt they see, and write the branches they made.
 */
import { and, eq, exists, inArray, isNotNull, ne, or, type SQL, sql } from 'drizzle-orm';
import type { Grant, Insider } from '../../../foundation/context/actor.ts';
import { personOf } from '../../../foundation/context/actor.ts';
import { prompt, promptCoEditor } from './schema.ts';

/** The seeded roles that see prompts, and those that see the unpublished ones of others. */
export const readerRoles = ['owner', 'admin', 'editor', 'viewer'] as const;
export const anyReaderRoles = ['owner', 'admin'] as const;

/** The seeded roles that approve moves of protected labels. */
export const approverRoles = ['owner', 'admin'] as const;

/** What of a prompt decides about it. */
export interface PromptFacts {
  id: string;
  authorId: string | null;
  coEditorIds: readonly string[];
  visibility: 'private' | 'organization' | 'public';
  publishedAt: Date | null;
}

const holds = (actor: Insider, permission: string, id: string, now: Date): boolean =>
  actor.grants.some(
    (grant) => isFor(grant, now) && grant.subject.id === id && grant.permissions.includes(permission),
  );

const isFor = (grant: Grant, now: Date): boolean =>
  grant.subject.kind === 'prompt' && (grant.until === null || grant.until > now);

export function isAuthor(actor: Insider, row: PromptFacts): boolean {
  const person = personOf(actor);
  return person !== null && row.authorId === person;
}

const isCoEditor = (actor: Insider, row: PromptFacts): boolean => {
  const person = personOf(actor);
  return person !== null && row.coEditorIds.includes(person);
};

/** Whether the actor may change who sees it and who writes it: its author, and who may write any prompt. */
export const maySteer = (actor: Insider, row: PromptFacts): boolean =>
  isAuthor(actor, row) || actor.permissions.has('prompt.write-any');

function sees(actor: Insider, row: PromptFacts, now: Date): boolean {
  if (holds(actor, 'prompt.read', row.id, now)) return true;
  if (!actor.permissions.has('prompt.read')) return false;
  if (isAuthor(actor, row) || isCoEditor(actor, row)) return true;
  if (row.visibility === 'private') return false;
  return row.publishedAt !== null || actor.permissions.has('prompt.read-any');
}

/** Whether the actor may do this with the prompt. Nothing is possible with a prompt one does not see. */
export function may(actor: Insider, row: PromptFacts, permission: string, now: Date): boolean {
  if (!sees(actor, row, now)) return false;
  if (permission === 'prompt.read') return true;
  if (holds(actor, permission, row.id, now)) return true;
  if (!actor.permissions.has(permission)) return false;
  switch (permission) {
    case 'prompt.write':
      return isAuthor(actor, row) || isCoEditor(actor, row) || actor.permissions.has('prompt.write-any');
    case 'prompt.publish':
    case 'prompt.delete':
      return maySteer(actor, row);
    default:
      return true;
  }
}

/** Whether the actor may write a branch: who may write the prompt, and who made the branch. */
export const mayWriteBranch = (
  actor: Insider,
  row: PromptFacts,
  branch: { createdBy: string | null },
  now: Date,
): boolean => {
  if (may(actor, row, 'prompt.write', now)) return true;
  const person = personOf(actor);
  return person !== null && branch.createdBy === person && may(actor, row, 'prompt.branch', now);
};

/** The rows of `prompt` that the actor sees. */
export function visible(actor: Insider, now: Date): SQL {
  const shared = isGranted(actor, 'prompt.read', now);
  if (!actor.permissions.has('prompt.read')) return shared ?? sql`false`;
  const open = actor.permissions.has('prompt.read-any') ? undefined : isNotNull(prompt.publishedAt);
  return or(shared, isAuthored(actor), isShared(actor), and(ne(prompt.visibility, 'private'), open)) as SQL;
}

/** The rows the actor may delete and so restore. */
export function deletable(actor: Insider, now: Date): SQL {
  const any = actor.permissions.has('prompt.write-any') ? sql`true` : isAuthored(actor);
  const allowed = actor.permissions.has('prompt.delete') ? any : undefined;
  return and(visible(actor, now), or(isGranted(actor, 'prompt.delete', now), allowed) ?? sql`false`) as SQL;
}

function isGranted(actor: Insider, permission: string, now: Date): SQL | undefined {
  const ids = actor.grants
    .filter((grant) => isFor(grant, now) && grant.permissions.includes(permission))
    .map((grant) => grant.subject.id);
  return ids.length > 0 ? inArray(prompt.id, ids) : undefined;
}

function isAuthored(actor: Insider): SQL | undefined {
  const person = personOf(actor);
  return person === null ? undefined : eq(prompt.authorId, person);
}

function isShared(actor: Insider): SQL | undefined {
  const person = personOf(actor);
  if (person === null) return undefined;
  return exists(
    sql`(select 1 from ${promptCoEditor} where ${promptCoEditor.organizationId} = ${prompt.organizationId} and ${promptCoEditor.promptId} = ${prompt.id} and ${promptCoEditor.userId} = ${person})`,
  );
}
