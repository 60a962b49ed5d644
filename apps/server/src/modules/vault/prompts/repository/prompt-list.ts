import { and, asc, desc, eq, exists, isNull, ne, or, type SQL, sql } from 'drizzle-orm';
import { tag } from '../../catalog/schema.ts';
import { favorite, prompt, promptTag } from '../schema.ts';
import type { Place } from './place.ts';
import { type PromptRecord, selectPrompts, toRecord } from './prompts.ts';

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
  sort: 'updated' | 'created' | 'title' | 'uses' | 'effectiveness';
  direction: 'asc' | 'desc';
}

const sortColumns = {
  updated: prompt.updatedAt,
  created: prompt.createdAt,
  title: prompt.titleSort,
  uses: prompt.useCount,
  effectiveness: prompt.effectiveness,
};

const sortTypes = {
  updated: sql`timestamptz`,
  created: sql`timestamptz`,
  title: sql`text`,
  uses: sql`integer`,
  effectiveness: sql`smallint`,
};

const escapeLike = (text: string) => text.replace(/[\\%_]/g, '\\$&');

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
