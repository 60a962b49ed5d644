import { RunError } from '@promptvault/contract/studio/runs/errors';
import { placeRun, prepareRun, type RunWish, runOutcome } from '../../runs/index.ts';
import { listSteps, type StepRow, writeStep } from '../repository/optimisations.ts';
import { Aborted, byItself, Ending, type Running } from './running.ts';

type Step = Pick<StepRow, 'round' | 'kind'>;

export const stepOf = async (running: Running, { round, kind }: Step): Promise<StepRow | undefined> =>
  (await byItself(running, (ctx) => listSteps(ctx, running.row.id))).find(
    (one) => one.round === round && one.kind === kind,
  );

/**
 * What the model says to a step. Its run stands with the step before it is called, so that after a restart an answer that
 * is there is read and not bought again.
 * @throws Ending where the model gives no answer, Aborted, run.purse_exhausted, and what placing a run throws
 */
export async function askStep(running: Running, step: Step, wish: RunWish): Promise<string> {
  const known = await stepOf(running, step);
  const answered = known && (await outcomeOf(running, known.runId));
  if (answered?.status === 'finished') return answered.output;
  const { ports, row, scope } = running;
  const runId = await ports.within(scope, async (ctx) => {
    const placed = await placeRun(ctx, await prepareRun(ctx, wish), 'suite', row.purseId);
    await writeStep(ctx, { optimisationId: row.id, ...step, runId: placed });
    return placed;
  });
  const outcome = await outcomeOf(running, runId);
  if (outcome?.status === 'finished') return outcome.output;
  const reason = outcome?.error?.message ?? 'The run was ended before its answer was whole.';
  if (outcome?.error?.code === RunError.purse_exhausted.code) throw new Ending('budget', reason);
  throw new Ending('fault', `The model that rewrites gave no answer: ${reason}`);
}

async function outcomeOf({ ports, scope, signal, calling }: Running, runId: string) {
  calling.add(runId);
  const outcome = await runOutcome(ports, { ...scope, onBehalfOf: null }, runId, signal);
  if (signal.aborted) throw new Aborted();
  calling.delete(runId);
  return outcome;
}
