import { and, eq, getColumns, sql } from 'drizzle-orm';
import type { Tx } from '../../../../foundation/db/database.ts';
import { runImage } from '../schema.ts';

export type ImageRow = typeof runImage.$inferSelect;
/** What is told of an image without reading it. */
export type ImageFactsRow = Omit<ImageRow, 'content'> & { kept: boolean };

const { content: _content, ...facts } = getColumns(runImage);

const ofInput = (organizationId: string, inputId: string) =>
  and(eq(runImage.organizationId, organizationId), eq(runImage.inputId, inputId));

export async function listImageFacts(
  tx: Tx,
  organizationId: string,
  inputId: string,
): Promise<ImageFactsRow[]> {
  return tx
    .select({ ...facts, kept: sql<boolean>`${runImage.content} is not null` })
    .from(runImage)
    .where(ofInput(organizationId, inputId))
    .orderBy(runImage.position);
}

/** With their contents, as far as these were kept. */
export async function listImages(tx: Tx, organizationId: string, inputId: string): Promise<ImageRow[]> {
  return tx.select().from(runImage).where(ofInput(organizationId, inputId)).orderBy(runImage.position);
}

export async function findImage(
  tx: Tx,
  organizationId: string,
  { inputId, position }: { inputId: string; position: number },
): Promise<ImageRow | undefined> {
  const [row] = await tx
    .select()
    .from(runImage)
    .where(and(ofInput(organizationId, inputId), eq(runImage.position, position)));
  return row;
}
