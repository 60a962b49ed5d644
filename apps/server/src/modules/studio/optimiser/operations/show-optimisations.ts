import type { PromptDocument } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Prompt } from '../../../vault/prompts/index.ts';
import { type PurseFacts, readPurse } from '../../runs/index.ts';
import type { OpenedCandidate, OpenedOptimisation } from '../open.ts';
import { listItems, type OptimiserItemRow } from '../repository/candidates.ts';
import { listOptimisationRows, listSteps, type StepRow } from '../repository/optimisations.ts';
import { type MeasuredCandidate, measureCandidates } from './measure.ts';
import { originalOf } from './original-of.ts';

export interface ShownOptimisation extends OpenedOptimisation {
  purse: PurseFacts | undefined;
  measured: MeasuredCandidate[];
}

export const showOptimisation = async (ctx: Ctx, opened: OpenedOptimisation): Promise<ShownOptimisation> => ({
  ...opened,
  purse: await readPurse(ctx, opened.row.purseId),
  measured: await measureCandidates(ctx, opened.row.id),
});

/** Newest first. */
export async function listOptimisations(
  ctx: Ctx,
  { id: promptId, title }: Authorized<Prompt, 'suite.read'>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ shown: ShownOptimisation[]; nextCursor: string | null }> {
  if (cursor !== undefined && !isId(cursor)) throw RequestError.invalid().at('query', 'cursor');
  const found = await listOptimisationRows(ctx, promptId, { before: cursor, limit: limit + 1 });
  const rows = found.slice(0, limit);
  const shown: ShownOptimisation[] = [];
  for (const row of rows) shown.push(await showOptimisation(ctx, { row, promptTitle: title }));
  return { shown, nextCursor: found.length > limit ? (rows.at(-1)?.id ?? null) : null };
}

export interface OptimisationReport extends ShownOptimisation {
  steps: StepRow[];
}

export const getOptimisation = async (
  ctx: Ctx,
  opened: Authorized<OpenedOptimisation, 'suite.read'>,
): Promise<OptimisationReport> => ({
  ...(await showOptimisation(ctx, opened)),
  steps: await listSteps(ctx, opened.row.id),
});

export interface ShownCandidate extends OpenedCandidate {
  measured: MeasuredCandidate[];
  original: PromptDocument;
  before: OptimiserItemRow[];
  after: OptimiserItemRow[];
}

export async function getCandidate(
  ctx: Ctx,
  opened: Authorized<OpenedCandidate, 'suite.read'>,
): Promise<ShownCandidate> {
  const zero = opened.all.find(({ number }) => number === 0);
  return {
    ...opened,
    measured: await measureCandidates(ctx, opened.row.id),
    original: await originalOf(ctx, opened.row),
    before: zero ? await listItems(ctx, zero.id) : [],
    after: await listItems(ctx, opened.candidate.id),
  };
}
