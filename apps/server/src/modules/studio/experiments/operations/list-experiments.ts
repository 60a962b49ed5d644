import { DomainError } from '@promptvault/contract/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { openPrompt, type Prompt } from '../../../vault/prompts/index.ts';
import type { OpenedExperiment } from '../open.ts';
import { type ExperimentRow, listExperimentRows } from '../repository/experiments.ts';

export interface ExperimentList {
  experiments: OpenedExperiment[];
  nextCursor: string | null;
}

interface Asked {
  cursor?: string | undefined;
  limit: number;
  promptId?: string | undefined;
  status?: ExperimentRow['status'] | undefined;
}

const batch = 100;
/** Experiments of prompts one does not see are passed over, so many of them for one page. */
const mostLookedAt = 500;

/** Newest first. */
export async function listExperiments(
  ctx: Ctx,
  _organization: Authorized<Organization, 'experiment.read'>,
  { cursor, limit, promptId, status }: Asked,
): Promise<ExperimentList> {
  if (cursor !== undefined && !isId(cursor)) throw RequestError.invalid().at('query', 'cursor');
  if (promptId !== undefined && !isId(promptId)) return { experiments: [], nextCursor: null };
  const prompts = new Map<string, Prompt | null>();
  const experiments: OpenedExperiment[] = [];
  let before = cursor;
  for (let looked = 0; looked < mostLookedAt; looked += batch) {
    const rows = await listExperimentRows(ctx, { promptId, status, before, limit: batch });
    for (const row of rows) {
      if (experiments.length === limit) return { experiments, nextCursor: before ?? null };
      before = row.id;
      const prompt = prompts.has(row.promptId)
        ? (prompts.get(row.promptId) ?? null)
        : await seen(ctx, row.promptId);
      prompts.set(row.promptId, prompt);
      if (prompt) experiments.push({ row, prompt });
    }
    if (rows.length < batch) return { experiments, nextCursor: null };
  }
  return { experiments, nextCursor: before ?? null };
}

/** Null for a prompt that is not seen. */
async function seen(ctx: Ctx, promptId: string): Promise<Prompt | null> {
  try {
    return await openPrompt(ctx, { promptId }, 'prompt.read');
  } catch (error) {
    if (error instanceof DomainError) return null;
    throw error;
  }
}
