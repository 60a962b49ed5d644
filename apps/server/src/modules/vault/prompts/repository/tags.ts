import { and, eq } from 'drizzle-orm';
import { promptTag } from '../schema.ts';
import { inChunks, type Place } from './place.ts';

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
