import { and, eq } from 'drizzle-orm';
import { prompt, promptCoEditor } from '../../../vault/prompts/schema.ts';
import type { Place } from './experiments.ts';

/** The author of a prompt and those who write it with them. */
export async function peopleOf({ tx, organizationId }: Place, promptId: string): Promise<(string | null)[]> {
  const authors = await tx
    .select({ id: prompt.authorId })
    .from(prompt)
    .where(and(eq(prompt.organizationId, organizationId), eq(prompt.id, promptId)));
  const writers = await tx
    .select({ id: promptCoEditor.userId })
    .from(promptCoEditor)
    .where(and(eq(promptCoEditor.organizationId, organizationId), eq(promptCoEditor.promptId, promptId)));
  return [...authors, ...writers].map(({ id }) => id);
}
