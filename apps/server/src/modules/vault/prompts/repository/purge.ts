import { and, eq, inArray, lt, sql } from 'drizzle-orm';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import {
  branch,
  draft,
  draftUpdate,
  favorite,
  label,
  labelExposure,
  labelMove,
  labelRequest,
  labelVote,
  prompt,
  promptCoEditor,
  promptPathAlias,
  promptTag,
  promptView,
  reference,
  version,
  versionCheck,
} from '../schema.ts';
import type { Place } from './place.ts';

/** Organizations with prompts that were deleted before the moment. */
export async function organizationsWithDeletedPrompts(tx: Ctx['tx'], moment: Date): Promise<string[]> {
  const found = sql`select organizations_with_deleted_prompts(${moment.toISOString()}::timestamptz) as id`;
  return (await tx.execute<{ id: string }>(found, 'objects')).map((row) => row.id);
}

/** Erases up to `limit` prompts deleted before the moment, with everything below them; @returns which. */
export async function purgePrompts(
  { tx, organizationId }: Place,
  moment: Date,
  limit: number,
): Promise<string[]> {
  const gone = await tx
    .select({ id: prompt.id })
    .from(prompt)
    .where(and(eq(prompt.organizationId, organizationId), lt(prompt.deletedAt, moment)))
    .limit(limit)
    .for('update');
  const ids = gone.map((row) => row.id);
  if (ids.length === 0) return [];
  const branches = tx
    .select({ id: branch.id })
    .from(branch)
    .where(and(eq(branch.organizationId, organizationId), inArray(branch.promptId, ids)));
  for (const below of [draftUpdate, draft])
    await tx
      .delete(below)
      .where(and(eq(below.organizationId, organizationId), inArray(below.branchId, branches)));
  const requests = tx
    .select({ id: labelRequest.id })
    .from(labelRequest)
    .where(and(eq(labelRequest.organizationId, organizationId), inArray(labelRequest.promptId, ids)));
  await tx
    .delete(labelVote)
    .where(and(eq(labelVote.organizationId, organizationId), inArray(labelVote.requestId, requests)));
  for (const below of [
    reference,
    promptView,
    favorite,
    promptTag,
    labelExposure,
    labelMove,
    labelRequest,
    label,
    versionCheck,
    version,
    branch,
    promptCoEditor,
    promptPathAlias,
  ])
    await tx.delete(below).where(and(eq(below.organizationId, organizationId), inArray(below.promptId, ids)));
  await tx.delete(prompt).where(and(eq(prompt.organizationId, organizationId), inArray(prompt.id, ids)));
  return ids;
}
