import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RunRow } from '../repository/runs.ts';
import { wholeText } from './answer-parts.ts';
import { goingOn } from './going-on.ts';
import { type GivenAgain, placeAgain, type RetriedRun, readAgain, type SentAgain } from './send-again.ts';

const alone = { continuesId: null, continuedBy: null, rolledMicroDollars: 0 };

/**
 * The same again, as a new run of the same comparison; one that went on with an answer goes on from there again.
 * With the newest version it begins anew.
 * @throws run.still_open, run.no_prompt, run.context_needed, run.values_needed, run.connection_gone, and what starting throws
 */
export async function retryRun(
  ctx: Ctx,
  first: Authorized<RunRow, 'run.create'>,
  given: GivenAgain,
): Promise<RetriedRun> {
  const { plan, changed } = await readAgain(ctx, first, given);
  const { source, going, form } =
    first.continuesId === null || given.version === 'newest'
      ? { source: plan.source, going: alone, form: null }
      : await fromThere(ctx, { ...first, continuesId: first.continuesId }, plan);
  const run = await placeAgain(ctx, first, { ...plan, source }, { kind: 'retry', going, form });
  return { run, changed, sentSame: run.sentHash === first.sentHash };
}

async function fromThere(
  ctx: Ctx,
  { continuesId, rolledMicroDollars }: RunRow & { continuesId: string },
  { source, model }: SentAgain['plan'],
) {
  const { by, rendered, form } = goingOn(source.rendered, await wholeText(ctx, { id: continuesId }), model);
  return {
    source: { ...source, rendered },
    form,
    going: { continuesId, continuedBy: by, rolledMicroDollars },
  };
}
