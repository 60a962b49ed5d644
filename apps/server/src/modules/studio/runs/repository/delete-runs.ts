import { and, eq, inArray } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { run, runAttachment, runContextItem, runInput } from '../schema.ts';

/**
 * Deletes these runs, and empties the inputs that no other run was sent: what is left of an input is that there was
 * one. Its row stays, since nothing else needs an index that every run would pay for.
 */
export async function deleteRuns(tx: Tx, organizationId: string, runIds: readonly string[]): Promise<void> {
  if (runIds.length === 0) return;
  const ids = [...runIds];
  const here = eq(run.organizationId, organizationId);
  await tx
    .update(run)
    .set({ parentId: null })
    .where(and(here, inArray(run.parentId, ids)));
  await tx
    .update(run)
    .set({ continuesId: null })
    .where(and(here, inArray(run.continuesId, ids)));
  const gone = await tx
    .delete(run)
    .where(and(here, inArray(run.id, ids)))
    .returning({ inputId: run.inputId, comparisonId: run.comparisonId });
  if (gone.length === 0) return;
  const groups = [...new Set(gone.map(({ comparisonId }) => comparisonId))];
  const left = await tx
    .select({ inputId: run.inputId })
    .from(run)
    .where(and(here, inArray(run.comparisonId, groups)));
  const used = new Set(left.map(({ inputId }) => inputId));
  const unused = [...new Set(gone.map(({ inputId }) => inputId))].filter((id) => !used.has(id));
  if (unused.length === 0) return;
  await tx
    .delete(runContextItem)
    .where(and(eq(runContextItem.organizationId, organizationId), inArray(runContextItem.inputId, unused)));
  await tx
    .delete(runAttachment)
    .where(and(eq(runAttachment.organizationId, organizationId), inArray(runAttachment.inputId, unused)));
  await tx
    .update(runInput)
    .set({ document: null, values: {}, omittedValues: [], messages: null })
    .where(and(eq(runInput.organizationId, organizationId), inArray(runInput.id, unused)));
}
