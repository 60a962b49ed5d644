import type { startRunsBody } from '@promptvault/contract/studio/runs/shapes';
import type { DocumentProblem } from '@promptvault/document';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { chooseModel } from '../../models/index.ts';
import { type OpenedComparison, openComparison } from '../open.ts';
import { placeRuns } from './place-runs.ts';
import { readSource } from './read-source.ts';
import { refuseCrowd } from './refuse-crowd.ts';

export type StartRuns = z.output<typeof startRunsBody>;

export interface StartedRuns extends OpenedComparison {
  problems: DocumentProblem[];
}

/**
 * Renders, commits the rows, and calls the models once they are committed.
 * @throws resource.not_found, run.prompt_has_errors, run.empty, run.too_many_open, model.unknown
 */
export async function startRuns(
  ctx: Ctx,
  _organization: Authorized<Organization, 'run.create'>,
  input: StartRuns,
): Promise<StartedRuns> {
  const models = await Promise.all(input.models.map((model) => chooseModel(ctx, model)));
  const source = await readSource(ctx, input);
  await refuseCrowd(ctx, models.length);
  const comparisonId = await placeRuns(ctx, { source, models, input });
  const opened = await openComparison(ctx, { comparisonId }, 'run.read');
  const { comparison, runs } = opened;
  return { comparison, runs, problems: source.rendered.problems };
}
