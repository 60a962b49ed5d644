import type { startRunsBody } from '@promptvault/contract/studio/runs/shapes';
import type { DocumentProblem } from '@promptvault/document';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { type Allowance, budgetOf, useLimitsOf } from '../../../account/billing/index.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { chooseChain, chooseModel } from '../../models/index.ts';
import type { OpenedComparison } from '../open.ts';
import type { ComparisonColumns } from '../repository/runs.ts';
import { exampleChooser } from './choose-examples.ts';
import { letFollow } from './follow-comparison.ts';
import { callsOf, placeRuns } from './place-runs.ts';
import { problemsOf, readSets } from './read-sets.ts';
import { refuseCrowd } from './refuse-crowd.ts';
import { readAttachments, refuseKept, refuseUntaken } from './run-attachments.ts';

export type StartRuns = z.output<typeof startRunsBody>;

export interface StartedRuns extends OpenedComparison {
  problems: DocumentProblem[];
  allowance: Allowance | undefined;
}

/**
 * Renders, commits the rows, and calls the models once they are committed.
 * @throws resource.not_found, run.prompt_has_errors, run.empty, run.case_set_missing, run.too_much_at_once, run.too_many_open, run.attachment_unreadable, run.attachment_too_large, run.attachment_encrypted, run.attachments_too_large, run.attachments_not_taken, model.unknown, model.chain_broken,
 * budget.exhausted, limit.reached
 */
export async function startRuns(
  ctx: Ctx,
  _organization: Authorized<Organization, 'run.create'>,
  input: StartRuns,
): Promise<StartedRuns> {
  const attachments = readAttachments(input.attachments);
  if (input.keepContext) refuseKept(attachments, Math.max(1, input.sets.length));
  // None of these needs another: asked together, they are one way to the database.
  const choosing = Promise.all(
    input.models.map((model) => ('chainId' in model ? chooseChain(ctx, model) : chooseModel(ctx, model))),
  );
  const [chosen, sets, budget, limits] = await Promise.all([
    choosing,
    readSets(
      ctx,
      input,
      exampleChooser(ctx, () => choosing),
    ),
    budgetOf(ctx),
    useLimitsOf(ctx),
    refuseCrowd(ctx, input.models.length * input.samples * Math.max(1, input.sets.length)),
  ]);
  refuseUntaken(chosen, attachments);
  const calls = sets.reduce((sum, set) => sum + callsOf(set), 0) * input.models.length * input.samples;
  if (calls > sets.length * input.models.length * input.samples) await refuseCrowd(ctx, calls);
  // The samples of a model stand beside each other.
  const models = chosen.flatMap((model) => Array.from({ length: input.samples }, () => model));
  const prompt = sets[0]?.source.prompt;
  const comparison: ComparisonColumns = {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    authorId: personOf(ctx.actor),
    promptId: prompt?.id ?? null,
    promptTitle: prompt?.title ?? null,
    createdAt: ctx.clock.now(),
  };
  const { runs, allowance } = await placeRuns(ctx, {
    comparison,
    sets,
    models,
    input: { ...input, attachments },
    budget,
    limits,
  });
  letFollow(ctx, comparison.id, runs);
  const authorName = runs[0]?.authorName ?? null;
  return { comparison: { ...comparison, authorName }, runs, problems: problemsOf(sets), allowance };
}
