import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ServerError } from '../../../../foundation/errors/foundation-errors.ts';
import { jsonOf } from '../../../../foundation/json-schema/verdict.ts';
import { type AttachmentFactsRow, listAttachmentFacts } from '../repository/attachments.ts';
import {
  type ContextItemRow,
  findInput,
  findRunTexts,
  type InputRow,
  listContextItems,
  listParts,
  type RunRow,
  type RunTexts,
} from '../repository/runs.ts';
import { textBefore } from './answer-parts.ts';
import { toldTo } from './names-of-pairs.ts';

/** A run with everything it was sent and has answered. */
export interface WholeRun {
  run: RunRow;
  texts: RunTexts;
  input: InputRow;
  items: ContextItemRow[];
  attachments: AttachmentFactsRow[];
  /** Runs that belong to its answer. */
  parts: RunRow[];
  /** What stands before its output, where it goes on with the answer of another. */
  before: string | null;
  /** Its answer where it has the form asked for. */
  json: unknown;
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
  const attachments = await listAttachmentFacts(ctx.tx, ctx.organizationId, run.inputId);
  const before = run.continuesId === null ? null : await textBefore(ctx, run);
  const json = await answeredJson(ctx, run, (before ?? '') + texts.output);
  const parts = await listParts(ctx.tx, ctx.organizationId, run.id);
  const techniqueResult = await toldTo(ctx, texts.techniqueResult);
  return { run, texts: { ...texts, techniqueResult }, input, items, attachments, parts, before, json };
}

/** Reading more than this would hold up everything else. */
const longestRead = 1_000_000;

async function answeredJson(ctx: Ctx, { outcome }: RunRow, output: string): Promise<unknown> {
  if (outcome?.kind !== 'valid' && outcome?.kind !== 'repaired') return null;
  const repaired = outcome.kind === 'repaired' && outcome.repair;
  const text = repaired
    ? ((await findRunTexts(ctx.tx, ctx.organizationId, repaired.runId))?.output ?? '')
    : output;
  return text.length > longestRead ? null : JSON.parse(jsonOf(text));
}
