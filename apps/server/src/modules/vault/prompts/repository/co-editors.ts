import { and, eq, inArray, isNull } from 'drizzle-orm';
import { member } from '../../../account/organizations/schema.ts';
import { promptCoEditor } from '../schema.ts';
import type { Place } from './place.ts';

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
