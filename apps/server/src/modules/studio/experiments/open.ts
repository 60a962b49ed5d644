import { type Authorized, authorize } from '../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../foundation/ids/id-maker.ts';
import { requirePermission } from '../../account/organizations/index.ts';
import { openPrompt, type Prompt } from '../../vault/prompts/index.ts';
import { type ExperimentRow, findExperiment } from './repository/experiments.ts';

export interface OpenedExperiment {
  row: ExperimentRow;
  prompt: Prompt;
}

/**
 * An experiment is seen with its prompt; whoever starts, stops or concludes it must be allowed to move the prompt's labels.
 * @throws auth.forbidden, resource.not_found
 */
export async function openExperiment<const P extends string>(
  ctx: Ctx,
  { experimentId }: { experimentId: string },
  permission: P,
): Promise<Authorized<OpenedExperiment, P>> {
  requirePermission(ctx.actor, permission);
  const row = isId(experimentId) ? await findExperiment(ctx, experimentId) : undefined;
  if (!row) throw ResourceError.not_found();
  const prompt = await openPrompt(
    ctx,
    { promptId: row.promptId },
    permission === 'prompt.publish' ? 'prompt.publish' : 'prompt.read',
  );
  return authorize({ row, prompt }, permission);
}

/** The prompt an experiment is planned for. @throws auth.forbidden, resource.not_found */
export async function openExperimentGround<const P extends string>(
  ctx: Ctx,
  { promptId }: { promptId: string },
  permission: P,
): Promise<Authorized<Prompt, P>> {
  requirePermission(ctx.actor, permission);
  return authorize({ ...(await openPrompt(ctx, { promptId }, 'prompt.read')) }, permission);
}
