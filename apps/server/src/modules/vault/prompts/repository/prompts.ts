import { and, eq, getColumns, inArray, isNull, lt, sql } from 'drizzle-orm';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { profile } from '../../../account/identity/schema.ts';
import { organization } from '../../../account/organizations/schema.ts';
import { tag } from '../../catalog/schema.ts';
import { branch, draft, favorite, prompt, promptCoEditor, promptTag } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

export type PromptColumns = typeof prompt.$inferSelect;

type NewPrompt = typeof prompt.$inferInsert;

/** Everything a prompt is shown with, in one row. */
export interface PromptRecord extends PromptColumns {
  tags: string[];
  coEditorIds: string[];
  isFavorite: boolean;
  head: { id: string; number: number; committedAt: Date } | null;
}

export function selectPrompts({ tx }: Place, person: string | null) {
  return tx
    .select({
      ...getColumns(prompt),
      tags: sql<
        string[]
      >`coalesce((select jsonb_agg(t.name order by t.name_key) from ${promptTag} pt join ${tag} t on t.organization_id = pt.organization_id and t.id = pt.tag_id where pt.organization_id = ${prompt.organizationId} and pt.prompt_id = ${prompt.id}), '[]'::jsonb)`,
      coEditorIds: sql<
        string[]
      >`coalesce((select jsonb_agg(c.user_id order by c.created_at, c.user_id) from ${promptCoEditor} c where c.organization_id = ${prompt.organizationId} and c.prompt_id = ${prompt.id}), '[]'::jsonb)`,
      isFavorite: sql<boolean>`exists (select 1 from ${favorite} f where f.organization_id = ${prompt.organizationId} and f.prompt_id = ${prompt.id} and f.user_id = ${person}::uuid)`,
      headId: branch.headId,
      headNumber: branch.headNumber,
      headAt: branch.headAt,
    })
    .from(prompt)
    .leftJoin(
      branch,
      and(
        eq(branch.organizationId, prompt.organizationId),
        eq(branch.promptId, prompt.id),
        eq(branch.name, prompt.defaultBranch),
        isNull(branch.deletedAt),
      ),
    )
    .$dynamic();
}

type Selected = PromptColumns &
  Pick<PromptRecord, 'tags' | 'coEditorIds' | 'isFavorite'> & {
    headId: string | null;
    headNumber: number | null;
    headAt: Date | null;
  };

export function toRecord({ headId, headNumber, headAt, ...row }: Selected): PromptRecord {
  const head =
    headId && headNumber && headAt ? { id: headId, number: headNumber, committedAt: headAt } : null;
  return { ...row, head };
}

export const isPrompt = (place: Place, promptId: string) =>
  and(eq(prompt.organizationId, place.organizationId), eq(prompt.id, promptId));

/** The prompt, deleted or not. */
export async function findPrompt(
  place: Place,
  person: string | null,
  promptId: string,
): Promise<PromptRecord | undefined> {
  const [row] = await selectPrompts(place, person).where(isPrompt(place, promptId));
  return row && toRecord(row);
}

/** Holds the prompt until the transaction ends; rows that only point at it can still be written. */
export async function lockPrompt(place: Place, promptId: string): Promise<void> {
  await place.tx.select({ id: prompt.id }).from(prompt).where(isPrompt(place, promptId)).for('no key update');
}

/** Whose prompt this is, if anyone may read it; asked before an organization is known. */
export async function organizationOfPublicPrompt(
  tx: Ctx['tx'],
  promptId: string,
): Promise<string | undefined> {
  const wanted = sql`select public_prompt_organization(${promptId}::uuid) as id`;
  const [row] = await tx.execute<{ id: string | null }>(wanted, 'objects');
  return row?.id ?? undefined;
}

/** What anyone may know of a prompt that is published, public and not deleted. */
export async function findPublicPrompt(place: Place, promptId: string) {
  const [row] = await place.tx
    .select({
      title: prompt.title,
      description: prompt.description,
      path: prompt.path,
      organization: organization.name,
      author: profile.name,
      head: branch.headNumber,
    })
    .from(prompt)
    .innerJoin(organization, eq(organization.id, prompt.organizationId))
    .leftJoin(profile, eq(profile.userId, prompt.authorId))
    .leftJoin(
      branch,
      and(
        eq(branch.organizationId, prompt.organizationId),
        eq(branch.promptId, prompt.id),
        eq(branch.name, prompt.defaultBranch),
        isNull(branch.deletedAt),
      ),
    )
    .where(
      and(
        isPrompt(place, promptId),
        eq(prompt.visibility, 'public'),
        eq(prompt.status, 'published'),
        isNull(prompt.deletedAt),
      ),
    );
  return row;
}

export async function findPromptRecords(
  place: Place,
  person: string | null,
  promptIds: readonly string[],
): Promise<PromptRecord[]> {
  if (promptIds.length === 0) return [];
  const rows = await selectPrompts(place, person).where(
    and(eq(prompt.organizationId, place.organizationId), inArray(prompt.id, [...promptIds])),
  );
  return rows.map(toRecord);
}

/** Inserts what has a free path; @returns the ids of what was inserted. */
export async function insertPrompts(place: Place, rows: readonly NewPrompt[]): Promise<Set<string>> {
  const inserted = new Set<string>();
  await inChunks(rows, async (chunk) => {
    const done = await place.tx
      .insert(prompt)
      .values(chunk)
      .onConflictDoNothing()
      .returning({ id: prompt.id });
    for (const { id } of done) inserted.add(id);
  });
  return inserted;
}

/** Changes metadata when it is still at `revision` (null: at any); @returns false when it is not. */
export async function changePrompt(
  place: Place,
  promptId: string,
  revision: number | null,
  change: Partial<NewPrompt>,
): Promise<boolean> {
  const rows = await place.tx
    .update(prompt)
    .set({ ...change, revision: sql`${prompt.revision} + 1` })
    .where(and(isPrompt(place, promptId), revision === null ? undefined : eq(prompt.revision, revision)))
    .returning({ id: prompt.id });
  return rows.length > 0;
}

/** Marks a prompt as worked on, no more often than every `ms`. */
export async function touchPrompt(place: Place, promptId: string, now: Date, ms = 0): Promise<void> {
  const before = new Date(now.getTime() - ms);
  await place.tx
    .update(prompt)
    .set({ updatedAt: now })
    .where(and(isPrompt(place, promptId), lt(prompt.updatedAt, before)));
}

/** Deletes the imported prompts nobody touched since: still at revision 1 and at version 1 at most, drafts as made. */
export async function deleteUntouchedImports(
  place: Place,
  importId: string,
  now: Date,
): Promise<{ id: string; path: string }[]> {
  return place.tx
    .update(prompt)
    .set({ deletedAt: now, updatedAt: now, revision: sql`${prompt.revision} + 1` })
    .where(
      and(
        eq(prompt.organizationId, place.organizationId),
        eq(prompt.importId, importId),
        isNull(prompt.deletedAt),
        eq(prompt.revision, 1),
        lt(prompt.versionCount, 2),
        sql`not exists (select 1 from ${branch} b join ${draft} d on d.organization_id = b.organization_id and d.branch_id = b.id where b.organization_id = ${prompt.organizationId} and b.prompt_id = ${prompt.id} and d.revision > 1)`,
      ),
    )
    .returning({ id: prompt.id, path: prompt.path });
}
