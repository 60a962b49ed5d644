import { and, asc, eq, inArray, sql } from 'drizzle-orm';
import { tag } from '../../catalog/schema.ts';
import { promptTag } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

/** A tag that was merged away at the same moment is left out: whoever merges waits for who holds it. */
export const insertPromptTags = (place: Place, rows: readonly { promptId: string; tagId: string }[]) =>
  inChunks(rows, async (chunk) => {
    const { tx, organizationId } = place;
    const held = await tx
      .select({ id: tag.id })
      .from(tag)
      .where(
        and(
          eq(tag.organizationId, organizationId),
          inArray(tag.id, [...new Set(chunk.map(({ tagId }) => tagId))]),
        ),
      )
      .orderBy(asc(tag.id))
      .for('key share');
    const there = new Set(held.map(({ id }) => id));
    const values = chunk.filter(({ tagId }) => there.has(tagId)).map((row) => ({ ...row, organizationId }));
    if (values.length > 0) await tx.insert(promptTag).values(values).onConflictDoNothing();
  });

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

/** @returns how many prompts carried `from`, deleted ones among them */
export async function movePromptTags(
  { tx, organizationId }: Place,
  from: string,
  into: string,
): Promise<number> {
  await tx.execute(sql`
    insert into ${promptTag} (organization_id, prompt_id, tag_id)
    select organization_id, prompt_id, ${into}::uuid from ${promptTag}
    where organization_id = ${organizationId} and tag_id = ${from}
    on conflict do nothing`);
  const moved = await tx
    .delete(promptTag)
    .where(and(eq(promptTag.organizationId, organizationId), eq(promptTag.tagId, from)))
    .returning({ promptId: promptTag.promptId });
  return moved.length;
}
