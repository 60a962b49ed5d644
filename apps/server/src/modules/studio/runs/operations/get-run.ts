import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ServerError } from '../../../../foundation/errors/foundation-errors.ts';
import {
  type ContextItemRow,
  findInput,
  findRunTexts,
  type InputRow,
  listContextItems,
  type RunRow,
  type RunTexts,
} from '../repository.ts';
import { textBefore } from './answer-parts.ts';

/** A run with everything it was sent and has answered. */
export interface WholeRun {
  run: RunRow;
  texts: RunTexts;
  input: InputRow;
  items: ContextItemRow[];
  /** What stands before its output, where it goes on with the answer of another. */
  before: string | null;
}

export async function getRun(ctx: Ctx, run: Authorized<RunRow, 'run.read'>): Promise<WholeRun> {
  return wholeRun(ctx, run);
}

/** The rest of a run that was opened. */
export async function wholeRun(ctx: Ctx, run: RunRow): Promise<WholeRun> {
  const texts = await findRunTexts(ctx.tx, ctx.organizationId, run.id);
  const input = await findInput(ctx.tx, ctx.organizationId, run.inputId);
  if (!texts || !input) throw ServerError.unexpected();
  const items = await listContextItems(ctx.tx, ctx.organizationId, run.inputId);
  const before = run.continuesId === null ? null : await textBefore(ctx, run);
  return { run, texts, input, items, before };
}
