import { HistoryError } from '@promptvault/contract/studio/history/errors';
import type { createJudgementBody, updateJudgementBody } from '@promptvault/contract/studio/history/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { readRuns, refusePrivate } from '../../runs/index.ts';
import { judgementCreatedEvent, judgementDeletedEvent, judgementUpdatedEvent } from '../events.ts';
import type { Shelf } from '../open.ts';
import {
  deleteJudgementRow,
  insertJudgement,
  type JudgementRow,
  updateJudgementRow,
} from '../repository/judgements.ts';

export type CreateJudgement = z.output<typeof createJudgementBody>;
export type UpdateJudgement = z.output<typeof updateJudgementBody> & { revision: number };

type Judged = Pick<JudgementRow, 'runIds' | 'baseRunId' | 'verdict' | 'winnerIds' | 'runNotes'>;

/** @throws resource.not_found for a run one does not see, run.is_private, history.same_run, history.verdict_unclear */
export async function createJudgement(
  ctx: Ctx,
  { organizationId, userId }: Authorized<Shelf, 'run.read'>,
  { baseRunId, ...input }: CreateJudgement,
): Promise<JudgementRow> {
  await requireRuns(ctx, input.runIds);
  if (new Set(input.runIds).size < input.runIds.length) throw HistoryError.same_run();
  const row = checked({ ...input, baseRunId: baseRunId ?? (input.runIds[0] as string) });
  const at = ctx.clock.now();
  const place = { organizationId, id: ctx.newId(), authorId: userId, createdAt: at, updatedAt: at };
  const made = await insertJudgement(ctx.tx, { ...place, ...row });
  await ctx.emit(judgementCreatedEvent, { kind: 'judgement', id: made.id }, toPayload(made));
  return made;
}

/** @throws request.stale, resource.not_found, run.is_private, history.verdict_unclear */
export async function updateJudgement(
  ctx: Ctx,
  judgement: Authorized<JudgementRow, 'run.read'>,
  { revision, ...input }: UpdateJudgement,
): Promise<JudgementRow> {
  // Whoever shows runs to everybody must still see them; those that are gone are shown to nobody.
  if (input.shared && !judgement.shared) await requireRuns(ctx, judgement.runIds);
  const given = Object.fromEntries(Object.entries(input).filter(([, value]) => value !== undefined));
  const changed = checked({ ...judgement, ...given });
  const { title, baseRunId, verdict, winnerIds, notes, runNotes, shared } = changed;
  const row = await updateJudgementRow(ctx.tx, judgement, revision, {
    ...{ title, baseRunId, verdict, winnerIds, notes, runNotes, shared },
    updatedAt: ctx.clock.now(),
  });
  if (!row) throw RequestError.stale({ current: judgement.revision });
  await ctx.emit(judgementUpdatedEvent, { kind: 'judgement', id: row.id }, toPayload(row));
  return row;
}

/** Its runs stay. @throws request.stale */
export async function deleteJudgement(
  ctx: Ctx,
  judgement: Authorized<JudgementRow, 'run.read'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteJudgementRow(ctx.tx, judgement, revision)))
    throw RequestError.stale({ current: judgement.revision });
  await ctx.emit(judgementDeletedEvent, { kind: 'judgement', id: judgement.id }, toPayload(judgement));
}

async function requireRuns(ctx: Ctx, runIds: readonly string[]): Promise<void> {
  const seen = await readRuns(ctx, runIds.filter(isId));
  if (seen.length !== new Set(runIds).size) throw ResourceError.not_found();
  seen.forEach(refusePrivate);
}

/** A verdict that fits the runs; notes are about these. @throws history.verdict_unclear */
function checked<T extends Judged>(row: T): T {
  const { runIds, baseRunId, verdict, winnerIds, runNotes } = row;
  const winners = new Set(winnerIds);
  const fits = { open: winners.size === 0, winner: winners.size === 1, tie: winners.size >= 2 }[verdict];
  const known = [...winners, baseRunId, ...Object.keys(runNotes)].every((id) => runIds.includes(id));
  if (!fits || !known) throw HistoryError.verdict_unclear();
  return { ...row, winnerIds: runIds.filter((id) => winners.has(id)) };
}

const toPayload = ({ title, runIds, verdict, shared }: JudgementRow) => ({
  title,
  runs: runIds.length,
  verdict,
  shared,
});
