import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeTimeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { Prompt } from '../open.ts';
import { type LabelMoveRow, listLabelMoves as listRows } from '../repository/labels.ts';

export async function listLabelMoves(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { label, cursor, limit }: { label: string; cursor?: string | undefined; limit: number },
): Promise<{ rows: LabelMoveRow[]; nextCursor: string | null }> {
  const before = decodeTimeCursor(cursor);
  const rows = await listRows(ctx, prompt.id, label, { before, limit: limit + 1 });
  return pageOf(rows, limit, (row) => ({ key: row.movedAt.toISOString(), id: row.id }));
}
