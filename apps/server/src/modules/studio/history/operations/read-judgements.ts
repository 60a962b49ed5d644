import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import { readRuns, readShownRuns, type WholeRun } from '../../runs/index.ts';
import type { Shelf } from '../open.ts';
import { type JudgementRow, listJudgementRows } from '../repository/judgements.ts';

export interface WholeJudgement {
  judgement: JudgementRow;
  runs: WholeRun[];
  openRunIds: string[];
}

/** With its runs, whole: who sees the judgement sees them in it, also where not by themselves. */
export async function getJudgement(
  ctx: Ctx,
  judgement: Authorized<JudgementRow, 'run.read'>,
): Promise<WholeJudgement> {
  const runs = await readShownRuns(ctx, judgement.runIds);
  const own = await readRuns(ctx, judgement.runIds);
  return { judgement, runs, openRunIds: own.map(({ id }) => id) };
}

export interface JudgementRows {
  rows: JudgementRow[];
  nextCursor: string | null;
}

export async function listJudgements(
  ctx: Ctx,
  { organizationId, userId }: Authorized<Shelf, 'run.read'>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<JudgementRows> {
  const before = decodeCursor(cursor, 'number')?.id;
  const rows = await listJudgementRows(ctx.tx, organizationId, { userId, before, limit: limit + 1 });
  return pageOf(rows, limit, ({ id }) => ({ key: null, id }));
}
