import type { PromptDocument } from '@promptvault/document';
import { and, asc, eq, isNull, type SQL, sql } from 'drizzle-orm';
import { branch, prompt, version } from '../schema.ts';
import type { Place } from './place.ts';

export interface PromptTools {
  promptId: string;
  title: string;
  tools: PromptDocument['tools'];
}

/** The tools of live prompts the actor sees, in the newest version of the default branch, that hold this text. */
export async function listToolsWith(place: Place, seen: SQL, text: string): Promise<PromptTools[]> {
  const tools = sql<PromptDocument['tools']>`(${version.document} -> 'tools')`;
  return place.tx
    .select({ promptId: prompt.id, title: prompt.title, tools })
    .from(prompt)
    .innerJoin(
      branch,
      and(
        eq(branch.organizationId, prompt.organizationId),
        eq(branch.promptId, prompt.id),
        eq(branch.name, prompt.defaultBranch),
      ),
    )
    .innerJoin(version, and(eq(version.organizationId, branch.organizationId), eq(version.id, branch.headId)))
    .where(
      and(
        eq(prompt.organizationId, place.organizationId),
        isNull(prompt.deletedAt),
        sql`strpos(${tools}::text, ${text}::text) > 0`,
        seen,
      ),
    )
    .orderBy(asc(prompt.title), asc(prompt.id))
    .limit(1_000);
}
