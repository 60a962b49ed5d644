import { and, eq, getColumns, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { runAttachment } from '../schema.ts';

export type AttachmentRow = typeof runAttachment.$inferSelect;
/** What is told of an attachment without reading it. */
export type AttachmentFactsRow = Omit<AttachmentRow, 'content'> & { kept: boolean };

const { content: _content, ...facts } = getColumns(runAttachment);

const ofInput = (organizationId: string, inputId: string) =>
  and(eq(runAttachment.organizationId, organizationId), eq(runAttachment.inputId, inputId));

export async function listAttachmentFacts(
  tx: Tx,
  organizationId: string,
  inputId: string,
): Promise<AttachmentFactsRow[]> {
  return tx
    .select({ ...facts, kept: sql<boolean>`${runAttachment.content} is not null` })
    .from(runAttachment)
    .where(ofInput(organizationId, inputId))
    .orderBy(runAttachment.position);
}

/** With their contents, as far as these were kept. */
export async function listAttachments(
  tx: Tx,
  organizationId: string,
  inputId: string,
): Promise<AttachmentRow[]> {
  return tx
    .select()
    .from(runAttachment)
    .where(ofInput(organizationId, inputId))
    .orderBy(runAttachment.position);
}

export async function findAttachment(
  tx: Tx,
  organizationId: string,
  { inputId, position }: { inputId: string; position: number },
): Promise<AttachmentRow | undefined> {
  const [row] = await tx
    .select()
    .from(runAttachment)
    .where(and(ofInput(organizationId, inputId), eq(runAttachment.position, position)));
  return row;
}
