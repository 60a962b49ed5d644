import { and, eq, inArray, sql } from 'drizzle-orm';
import { branch, type Evidence, prompt, version } from '../schema.ts';
import type { Place } from './place.ts';
import { isPrompt } from './prompts.ts';

export async function findEvidence(place: Place, promptId: string): Promise<Evidence | undefined> {
  const [row] = await place.tx
    .select({ evidence: prompt.evidence })
    .from(prompt)
    .where(isPrompt(place, promptId));
  return row?.evidence;
}

/** Leaves `updatedAt` and the revision: nobody worked on the prompt. */
export async function storeEvidence(
  place: Place,
  promptId: string,
  found: { evidence: Evidence; effectiveness: number },
): Promise<void> {
  await place.tx.update(prompt).set(found).where(isPrompt(place, promptId));
}

/** The newest of these versions that was saved on the default branch; null when none was. */
export async function findNewestOnDefault(
  { tx, organizationId }: Place,
  promptId: string,
  numbers: readonly number[],
): Promise<number | null> {
  const [row] = await tx
    .select({ newest: sql<number | null>`max(${version.number})::int` })
    .from(version)
    .innerJoin(
      prompt,
      and(eq(prompt.organizationId, version.organizationId), eq(prompt.id, version.promptId)),
    )
    .innerJoin(
      branch,
      and(
        eq(branch.organizationId, version.organizationId),
        eq(branch.id, version.branchId),
        eq(branch.name, prompt.defaultBranch),
      ),
    )
    .where(
      and(
        eq(version.organizationId, organizationId),
        eq(version.promptId, promptId),
        inArray(version.number, [...numbers]),
      ),
    );
  return row?.newest ?? null;
}
