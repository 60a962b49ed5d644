import type { PromptDocument } from '@promptvault/document';
import {
  and,
  asc,
  desc,
  eq,
  exists,
  getColumns,
  inArray,
  isNotNull,
  isNull,
  lt,
  ne,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { profile } from '../../account/identity/schema.ts';
import { member, organization } from '../../account/organizations/schema.ts';
import { tag } from '../catalog/schema.ts';
import {
  branch,
  draft,
  draftUpdate,
  favorite,
  label,
  labelMove,
  prompt,
  promptCoEditor,
  promptPathAlias,
  promptTag,
  promptView,
  version,
} from './schema.ts';

/** Whose rows: every query names the organization too, so that indexes are used. */
export type Place = Pick<Ctx, 'tx' | 'organizationId'>;

export type BranchRow = typeof branch.$inferSelect;
export type DraftRow = typeof draft.$inferSelect;
export type LabelRow = typeof label.$inferSelect;
export type VersionRow = typeof version.$inferSelect;
export type PromptColumns = typeof prompt.$inferSelect;
type NewPrompt = typeof prompt.$inferInsert;

/** Everything a prompt is shown with, in one row. */
export interface PromptRecord extends PromptColumns {
  tags: string[];
  coEditorIds: string[];
  isFavorite: boolean;
  head: { id: string; number: number; committedAt: Date } | null;
}

export interface PromptFilter {
  q: { titleKey: string; pathKey: string } | undefined;
  tagKey: string | undefined;
  status: 'unpublished' | 'published' | undefined;
  authorId: string | undefined;
  favorite: boolean;
  archived: boolean;
  deletedSince: Date | undefined;
}

export interface PromptOrder {
  sort: 'updated' | 'created' | 'title' | 'uses';
  direction: 'asc' | 'desc';
}

const sortColumns = {
  updated: prompt.updatedAt,
  created: prompt.createdAt,
  title: prompt.titleSort,
  uses: prompt.useCount,
};
const sortTypes = {
  updated: sql`timestamptz`,
  created: sql`timestamptz`,
  title: sql`text`,
  uses: sql`integer`,
};

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

/** Rows of one insert: PostgreSQL takes 65,535 parameters in a statement. */
const rowsAtOnce = 1000;

async function inChunks<T>(rows: readonly T[], insert: (chunk: T[]) => PromiseLike<unknown>): Promise<void> {
  for (let from = 0; from < rows.length; from += rowsAtOnce)
    await insert(rows.slice(from, from + rowsAtOnce));
}

function selectPrompts({ tx }: Place, person: string | null) {
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

function toRecord({ headId, headNumber, headAt, ...row }: Selected): PromptRecord {
  const head =
    headId && headNumber && headAt ? { id: headId, number: headNumber, committedAt: headAt } : null;
  return { ...row, head };
}

const isPrompt = (place: Place, promptId: string) =>
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

function matching(place: Place, person: string | null, seen: SQL, filter: PromptFilter): SQL | undefined {
  const { tx, organizationId } = place;
  const tagged =
    filter.tagKey === undefined
      ? undefined
      : exists(
          tx
            .select({ one: sql`1` })
            .from(promptTag)
            .innerJoin(
              tag,
              and(eq(tag.organizationId, promptTag.organizationId), eq(tag.id, promptTag.tagId)),
            )
            .where(
              and(
                eq(promptTag.organizationId, organizationId),
                eq(promptTag.promptId, prompt.id),
                eq(tag.nameKey, filter.tagKey),
              ),
            ),
        );
  const liked = filter.favorite
    ? exists(
        tx
          .select({ one: sql`1` })
          .from(favorite)
          .where(
            and(
              eq(favorite.organizationId, organizationId),
              eq(favorite.promptId, prompt.id),
              sql`${favorite.userId} = ${person}::uuid`,
            ),
          ),
      )
    : undefined;
  return and(
    eq(prompt.organizationId, organizationId),
    filter.deletedSince
      ? sql`${prompt.deletedAt} >= ${filter.deletedSince.toISOString()}::timestamptz`
      : isNull(prompt.deletedAt),
    filter.archived
      ? eq(prompt.status, 'archived')
      : filter.deletedSince
        ? undefined
        : ne(prompt.status, 'archived'),
    filter.status ? eq(prompt.status, filter.status) : undefined,
    filter.authorId ? eq(prompt.authorId, filter.authorId) : undefined,
    filter.q
      ? or(
          sql`${prompt.titleSort} like ${`%${escapeLike(filter.q.titleKey)}%`}`,
          sql`${prompt.pathKey} like ${`%${escapeLike(filter.q.pathKey)}%`}`,
        )
      : undefined,
    tagged,
    liked,
    seen,
  );
}

export async function listPromptRecords(
  place: Place,
  person: string | null,
  seen: SQL,
  list: {
    filter: PromptFilter;
    order: PromptOrder;
    after: { key: string | number; id: string } | null;
    limit: number;
  },
): Promise<PromptRecord[]> {
  const { order, after } = list;
  const column = sortColumns[order.sort];
  const towards = order.direction === 'asc' ? asc : desc;
  const past = order.direction === 'asc' ? sql`>` : sql`<`;
  const rows = await selectPrompts(place, person)
    .where(
      and(
        matching(place, person, seen, list.filter),
        after
          ? sql`(${column}, ${prompt.id}) ${past} (${after.key}::${sortTypes[order.sort]}, ${after.id}::uuid)`
          : undefined,
      ),
    )
    .orderBy(towards(column), towards(prompt.id))
    .limit(list.limit);
  return rows.map(toRecord);
}

/** How many match, counted no further than `atMost`. */
export async function countPrompts(
  place: Place,
  person: string | null,
  seen: SQL,
  filter: PromptFilter,
  atMost: number,
): Promise<number> {
  const found = place.tx
    .select({ one: sql`1`.as('one') })
    .from(prompt)
    .where(matching(place, person, seen, filter))
    .limit(atMost)
    .as('found');
  const [row] = await place.tx.select({ count: sql<number>`count(*)::int` }).from(found);
  return row?.count ?? 0;
}

/** Of these texts, those a live prompt the actor sees has or had in a version, with the prompt's title. */
export async function findKnownVersions(
  place: Place,
  seen: SQL,
  hashes: readonly string[],
): Promise<{ titleSort: string; hash: string }[]> {
  const found: { titleSort: string; hash: string }[] = [];
  await inChunks(hashes, async (chunk) => {
    const rows = await place.tx
      .selectDistinct({ titleSort: prompt.titleSort, hash: version.hash })
      .from(version)
      .innerJoin(
        prompt,
        and(eq(prompt.organizationId, version.organizationId), eq(prompt.id, version.promptId)),
      )
      .where(
        and(
          eq(version.organizationId, place.organizationId),
          inArray(version.hash, chunk),
          isNull(prompt.deletedAt),
          seen,
        ),
      );
    found.push(...rows);
  });
  return found;
}

/** Of these path keys, those that a live prompt has or had. */
export async function takenPathKeys(place: Place, pathKeys: readonly string[]): Promise<Set<string>> {
  const taken = new Set<string>();
  await inChunks(pathKeys, async (chunk) => {
    const live = await place.tx
      .select({ key: prompt.pathKey })
      .from(prompt)
      .where(
        and(
          eq(prompt.organizationId, place.organizationId),
          inArray(prompt.pathKey, chunk),
          isNull(prompt.deletedAt),
        ),
      );
    for (const { key } of [...live, ...(await aliases(place, chunk))]) taken.add(key);
  });
  return taken;
}

/** Older paths of live prompts. */
async function aliases(
  place: Place,
  pathKeys: readonly string[],
): Promise<{ key: string; promptId: string }[]> {
  return place.tx
    .select({ key: promptPathAlias.pathKey, promptId: promptPathAlias.promptId })
    .from(promptPathAlias)
    .innerJoin(
      prompt,
      and(eq(prompt.organizationId, promptPathAlias.organizationId), eq(prompt.id, promptPathAlias.promptId)),
    )
    .where(
      and(
        eq(promptPathAlias.organizationId, place.organizationId),
        inArray(promptPathAlias.pathKey, [...pathKeys]),
        isNull(prompt.deletedAt),
      ),
    );
}

/** Who a path leads to, by its present name or an older one. */
export async function promptsByPath(
  place: Place,
  seen: SQL,
  pathKeys: readonly string[],
): Promise<Map<string, { promptId: string; path: string; defaultBranch: string }>> {
  const found = new Map<string, { promptId: string; path: string; defaultBranch: string }>();
  if (pathKeys.length === 0) return found;
  const columns = { promptId: prompt.id, path: prompt.path, defaultBranch: prompt.defaultBranch };
  const isSeen = and(eq(prompt.organizationId, place.organizationId), isNull(prompt.deletedAt), seen);
  const older = await place.tx
    .select({ ...columns, key: promptPathAlias.pathKey })
    .from(promptPathAlias)
    .innerJoin(
      prompt,
      and(eq(prompt.organizationId, promptPathAlias.organizationId), eq(prompt.id, promptPathAlias.promptId)),
    )
    .where(and(inArray(promptPathAlias.pathKey, [...pathKeys]), isSeen));
  const present = await place.tx
    .select({ ...columns, key: prompt.pathKey })
    .from(prompt)
    .where(and(inArray(prompt.pathKey, [...pathKeys]), isSeen));
  for (const { key, ...row } of [...older, ...present]) found.set(key, row);
  return found;
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

export const insertBranches = (place: Place, rows: readonly (typeof branch.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(branch).values(chunk));

export const insertDrafts = (place: Place, rows: readonly (typeof draft.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(draft).values(chunk));

export const insertDraftUpdates = (place: Place, rows: readonly (typeof draftUpdate.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(draftUpdate).values(chunk));

export const insertVersions = (place: Place, rows: readonly (typeof version.$inferInsert)[]) =>
  inChunks(rows, (chunk) => place.tx.insert(version).values(chunk));

export const insertPromptTags = (place: Place, rows: readonly { promptId: string; tagId: string }[]) =>
  inChunks(rows, (chunk) =>
    place.tx
      .insert(promptTag)
      .values(chunk.map((row) => ({ ...row, organizationId: place.organizationId })))
      .onConflictDoNothing(),
  );

export async function replacePromptTags(
  place: Place,
  promptId: string,
  tagIds: readonly string[],
): Promise<void> {
  await place.tx
    .delete(promptTag)
    .where(and(eq(promptTag.organizationId, place.organizationId), eq(promptTag.promptId, promptId)));
  await insertPromptTags(
    place,
    tagIds.map((tagId) => ({ promptId, tagId })),
  );
}

export async function replaceCoEditors(
  place: Place,
  promptId: string,
  userIds: readonly string[],
  createdAt: Date,
): Promise<void> {
  const { organizationId } = place;
  await place.tx
    .delete(promptCoEditor)
    .where(and(eq(promptCoEditor.organizationId, organizationId), eq(promptCoEditor.promptId, promptId)));
  if (userIds.length > 0)
    await place.tx
      .insert(promptCoEditor)
      .values(userIds.map((userId) => ({ organizationId, promptId, userId, createdAt })));
}

/** Of these people, those who are members now. */
export async function membersAmong(place: Place, userIds: readonly string[]): Promise<Set<string>> {
  if (userIds.length === 0) return new Set();
  const rows = await place.tx
    .select({ userId: member.userId })
    .from(member)
    .where(
      and(
        eq(member.organizationId, place.organizationId),
        inArray(member.userId, [...userIds]),
        isNull(member.removedAt),
      ),
    );
  return new Set(rows.map(({ userId }) => userId));
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

export async function addPathAlias(
  place: Place,
  row: { pathKey: string; path: string; promptId: string; createdAt: Date },
): Promise<void> {
  const { promptId, path, createdAt } = row;
  await place.tx
    .insert(promptPathAlias)
    .values({ ...row, organizationId: place.organizationId })
    .onConflictDoUpdate({
      target: [promptPathAlias.organizationId, promptPathAlias.pathKey],
      set: { promptId, path, createdAt },
    });
}

export async function removePathAlias(place: Place, promptId: string, pathKey: string): Promise<void> {
  await place.tx
    .delete(promptPathAlias)
    .where(
      and(
        eq(promptPathAlias.organizationId, place.organizationId),
        eq(promptPathAlias.promptId, promptId),
        eq(promptPathAlias.pathKey, pathKey),
      ),
    );
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

export async function addFavorite(place: Place, promptId: string, userId: string, now: Date): Promise<void> {
  const added = await place.tx
    .insert(favorite)
    .values({ organizationId: place.organizationId, promptId, userId, createdAt: now })
    .onConflictDoNothing()
    .returning({ userId: favorite.userId });
  if (added.length > 0) await addTo(place, promptId, { favoriteCount: sql`${prompt.favoriteCount} + 1` });
}

export async function removeFavorite(place: Place, promptId: string, userId: string): Promise<void> {
  const removed = await place.tx
    .delete(favorite)
    .where(
      and(
        eq(favorite.organizationId, place.organizationId),
        eq(favorite.promptId, promptId),
        eq(favorite.userId, userId),
      ),
    )
    .returning({ userId: favorite.userId });
  if (removed.length > 0) await addTo(place, promptId, { favoriteCount: sql`${prompt.favoriteCount} - 1` });
}

export async function addView(place: Place, promptId: string, userId: string, day: string): Promise<void> {
  const added = await place.tx
    .insert(promptView)
    .values({ organizationId: place.organizationId, promptId, userId, day })
    .onConflictDoNothing()
    .returning({ day: promptView.day });
  if (added.length > 0) await addTo(place, promptId, { viewCount: sql`${prompt.viewCount} + 1` });
}

export const addUses = (place: Place, promptId: string, uses: number) =>
  addTo(place, promptId, { useCount: sql`${prompt.useCount} + ${uses}` });

async function addTo(
  place: Place,
  promptId: string,
  counters: Partial<Record<'viewCount' | 'useCount' | 'favoriteCount', SQL>>,
): Promise<void> {
  await place.tx.update(prompt).set(counters).where(isPrompt(place, promptId));
}

const isBranch = (place: Place, promptId: string, name: string) =>
  and(eq(branch.organizationId, place.organizationId), eq(branch.promptId, promptId), eq(branch.name, name));

export async function findBranch(
  place: Place,
  promptId: string,
  name: string,
): Promise<BranchRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(branch)
    .where(isBranch(place, promptId, name));
  return row;
}

/** The branch, held until the transaction ends: whoever commits next waits. */
export async function lockBranch(
  place: Place,
  promptId: string,
  name: string,
): Promise<BranchRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(branch)
    .where(isBranch(place, promptId, name))
    .for('update');
  return row;
}

export async function listBranchRows(place: Place, promptId: string): Promise<BranchRow[]> {
  return place.tx
    .select()
    .from(branch)
    .where(and(eq(branch.organizationId, place.organizationId), eq(branch.promptId, promptId)))
    .orderBy(asc(branch.createdAt), asc(branch.id));
}

/** The next number of the prompt's versions; without gaps, since it is given back when the transaction fails. */
export async function takeVersionNumber(place: Place, promptId: string, now: Date): Promise<number> {
  const [row] = await place.tx
    .update(prompt)
    .set({ versionCount: sql`${prompt.versionCount} + 1`, updatedAt: now })
    .where(isPrompt(place, promptId))
    .returning({ number: prompt.versionCount });
  return row?.number ?? 1;
}

export async function moveBranchHead(
  place: Place,
  branchId: string,
  head: { headId: string; headNumber: number; headAt: Date },
): Promise<void> {
  await place.tx
    .update(branch)
    .set(head)
    .where(and(eq(branch.organizationId, place.organizationId), eq(branch.id, branchId)));
}

const isVersion = (place: Place, promptId: string, number: number) =>
  and(
    eq(version.organizationId, place.organizationId),
    eq(version.promptId, promptId),
    eq(version.number, number),
  );

export type VersionRecord = VersionRow & { branchName: string };

export async function findVersion(
  place: Place,
  promptId: string,
  number: number,
): Promise<VersionRecord | undefined> {
  const [row] = await place.tx
    .select({ ...getColumns(version), branchName: branch.name })
    .from(version)
    .innerJoin(
      branch,
      and(eq(branch.organizationId, version.organizationId), eq(branch.id, version.branchId)),
    )
    .where(isVersion(place, promptId, number));
  return row;
}

export async function findVersionHash(
  place: Place,
  promptId: string,
  number: number,
): Promise<string | undefined> {
  const [row] = await place.tx
    .select({ hash: version.hash })
    .from(version)
    .where(isVersion(place, promptId, number));
  return row?.hash;
}

/** Versions without their documents, the newest first. */
export async function listVersionRows(
  place: Place,
  promptId: string,
  list: { branch: string | undefined; before: number | null; limit: number },
): Promise<(Omit<VersionRow, 'document'> & { branchName: string })[]> {
  const { document: _document, ...columns } = getColumns(version);
  return place.tx
    .select({ ...columns, branchName: branch.name })
    .from(version)
    .innerJoin(
      branch,
      and(eq(branch.organizationId, version.organizationId), eq(branch.id, version.branchId)),
    )
    .where(
      and(
        eq(version.organizationId, place.organizationId),
        eq(version.promptId, promptId),
        list.branch === undefined ? undefined : eq(branch.name, list.branch),
        list.before === null ? undefined : lt(version.number, list.before),
      ),
    )
    .orderBy(desc(version.number))
    .limit(list.limit);
}

/** The documents of some versions: of prompt `promptId` the version `number`. */
export async function findDocuments(
  place: Place,
  wanted: readonly { promptId: string; number: number }[],
): Promise<{ id: string; promptId: string; number: number; document: PromptDocument }[]> {
  if (wanted.length === 0) return [];
  const pairs = sql.join(
    wanted.map(({ promptId, number }) => sql`(${promptId}::uuid, ${number}::int)`),
    sql`, `,
  );
  return place.tx
    .select({
      id: version.id,
      promptId: version.promptId,
      number: version.number,
      document: version.document,
    })
    .from(version)
    .where(
      and(
        eq(version.organizationId, place.organizationId),
        sql`(${version.promptId}, ${version.number}) in (${pairs})`,
      ),
    );
}

/** The newest version of the default branch of each prompt that has one. */
export async function headNumbers(place: Place, promptIds: readonly string[]): Promise<Map<string, number>> {
  if (promptIds.length === 0) return new Map();
  const rows = await place.tx
    .select({ promptId: prompt.id, number: branch.headNumber })
    .from(prompt)
    .innerJoin(
      branch,
      and(
        eq(branch.organizationId, prompt.organizationId),
        eq(branch.promptId, prompt.id),
        eq(branch.name, prompt.defaultBranch),
        isNotNull(branch.headNumber),
      ),
    )
    .where(and(eq(prompt.organizationId, place.organizationId), inArray(prompt.id, [...promptIds])));
  return new Map(
    rows.flatMap(({ promptId, number }) => (number === null ? [] : [[promptId, number] as const])),
  );
}

export async function versionNumbersAmong(
  place: Place,
  promptId: string,
  numbers: readonly number[],
): Promise<Set<number>> {
  const rows = await place.tx
    .select({ number: version.number })
    .from(version)
    .where(
      and(
        eq(version.organizationId, place.organizationId),
        eq(version.promptId, promptId),
        inArray(version.number, [...numbers]),
      ),
    );
  return new Set(rows.map(({ number }) => number));
}

const isDraft = (place: Place, branchId: string) =>
  and(eq(draft.organizationId, place.organizationId), eq(draft.branchId, branchId));

export async function findDraft(place: Place, branchId: string): Promise<DraftRow | undefined> {
  const [row] = await place.tx.select().from(draft).where(isDraft(place, branchId));
  return row;
}

/** The draft, held until the transaction ends: two who write at once take turns. */
export async function lockDraft(place: Place, branchId: string): Promise<DraftRow | undefined> {
  const [row] = await place.tx.select().from(draft).where(isDraft(place, branchId)).for('update');
  return row;
}

export async function storeDraft(
  place: Place,
  branchId: string,
  change: Partial<Omit<DraftRow, 'organizationId' | 'branchId'>>,
): Promise<void> {
  await place.tx.update(draft).set(change).where(isDraft(place, branchId));
}

export async function draftUpdatesAfter(
  place: Place,
  branchId: string,
  seq: number,
  limit: number,
): Promise<{ seq: number; update: Uint8Array }[]> {
  return place.tx
    .select({ seq: draftUpdate.seq, update: draftUpdate.update })
    .from(draftUpdate)
    .where(
      and(
        eq(draftUpdate.organizationId, place.organizationId),
        eq(draftUpdate.branchId, branchId),
        sql`${draftUpdate.seq} > ${seq}`,
      ),
    )
    .orderBy(asc(draftUpdate.seq))
    .limit(limit);
}

/** The labels of some prompts, by name. */
export async function labelsOf(place: Place, promptIds: readonly string[]): Promise<LabelRow[]> {
  if (promptIds.length === 0) return [];
  return place.tx
    .select()
    .from(label)
    .where(and(eq(label.organizationId, place.organizationId), inArray(label.promptId, [...promptIds])))
    .orderBy(asc(label.name));
}

const isLabel = (place: Place, promptId: string, name: string) =>
  and(eq(label.organizationId, place.organizationId), eq(label.promptId, promptId), eq(label.name, name));

export async function lockLabel(place: Place, promptId: string, name: string): Promise<LabelRow | undefined> {
  const [row] = await place.tx
    .select()
    .from(label)
    .where(isLabel(place, promptId, name))
    .for('update');
  return row;
}

/** @returns false when somebody made the same label meanwhile. */
export async function insertLabel(place: Place, row: typeof label.$inferInsert): Promise<boolean> {
  const rows = await place.tx.insert(label).values(row).onConflictDoNothing().returning({ name: label.name });
  return rows.length > 0;
}

export async function storeLabel(
  place: Place,
  promptId: string,
  name: string,
  change: Partial<LabelRow>,
): Promise<void> {
  await place.tx
    .update(label)
    .set(change)
    .where(isLabel(place, promptId, name));
}

export async function removeLabel(place: Place, promptId: string, name: string): Promise<void> {
  await place.tx.delete(label).where(isLabel(place, promptId, name));
}

export async function insertLabelMove(place: Place, row: typeof labelMove.$inferInsert): Promise<void> {
  await place.tx.insert(labelMove).values(row);
}

/** Organizations with prompts that were deleted before the moment. */
export async function organizationsWithDeletedPrompts(tx: Ctx['tx'], moment: Date): Promise<string[]> {
  const found = sql`select organizations_with_deleted_prompts(${moment.toISOString()}::timestamptz) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

/** Erases up to `limit` prompts deleted before the moment, with everything below them; tells how many. */
export async function purgePrompts(
  { tx, organizationId }: Place,
  moment: Date,
  limit: number,
): Promise<number> {
  const gone = await tx
    .select({ id: prompt.id })
    .from(prompt)
    .where(and(eq(prompt.organizationId, organizationId), lt(prompt.deletedAt, moment)))
    .limit(limit)
    .for('update');
  const ids = gone.map((row) => row.id);
  if (ids.length === 0) return 0;
  const branches = tx
    .select({ id: branch.id })
    .from(branch)
    .where(and(eq(branch.organizationId, organizationId), inArray(branch.promptId, ids)));
  for (const below of [draftUpdate, draft])
    await tx
      .delete(below)
      .where(and(eq(below.organizationId, organizationId), inArray(below.branchId, branches)));
  for (const below of [
    promptView,
    favorite,
    promptTag,
    labelMove,
    label,
    version,
    branch,
    promptCoEditor,
    promptPathAlias,
  ])
    await tx.delete(below).where(and(eq(below.organizationId, organizationId), inArray(below.promptId, ids)));
  await tx.delete(prompt).where(and(eq(prompt.organizationId, organizationId), inArray(prompt.id, ids)));
  return ids.length;
}
