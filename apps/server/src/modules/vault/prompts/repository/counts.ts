import { and, eq, type SQL, sql } from 'drizzle-orm';
import { favorite, prompt, promptView } from '../schema.ts';
import type { Place } from './place.ts';
import { isPrompt } from './prompts.ts';

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
