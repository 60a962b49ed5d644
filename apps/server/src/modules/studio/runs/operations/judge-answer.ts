/** Whether a whole answer has the form its prompt asks for; where not, it is asked for once more. */
import { DomainError } from '@promptvault/contract/errors';
import type { AnswerOutcomeView } from '@promptvault/contract/studio/runs/shapes';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { checkJson } from '../../../../foundation/json-schema/check-json.ts';
import type { SchemaVerdict } from '../../../../foundation/json-schema/verdict.ts';
import { findRunState } from '../repository/runs.ts';
import type { LiveRun } from './execute-run.ts';
import { placeRepair } from './place-repair.ts';
import { schemaByOf } from './schema-by.ts';

/** Sets the outcome of the run. Never throws: an answer that could not be judged is an answer all the same. */
export async function judgeAnswer(ports: Ports, live: LiveRun): Promise<void> {
  const { form } = live.order;
  const { end, toolCalls, output } = live.progress;
  const isWhole = end && 'reason' in end && (end.reason === 'stop' || end.reason === 'length');
  if (!form || !isWhole || toolCalls.length > 0) return;
  try {
    const answer = form.before + output;
    const { outcome, problems } = await checkJson({ schema: form.schema, text: answer });
    const found = { asked: schemaByOf(live.model), problems, repair: null, note: null };
    live.outcome = { ...found, kind: outcome === 'unusable' ? 'unchecked' : outcome };
    if (outcome !== 'invalid') return;
    const reason = whyNotAgain(live);
    live.outcome =
      reason === undefined
        ? await repair(ports, live, { answer, outcome: live.outcome })
        : { ...live.outcome, note: reason };
  } catch (error) {
    ports.log.error('an answer could not be judged', { error, run: live.order.runId });
  }
}

function whyNotAgain({ model, progress: { end }, abort }: LiveRun): string | undefined {
  if (abort.signal.aborted) return 'It was stopped.';
  if (model.provider === 'echo') return 'The echo model only repeats what it receives.';
  if (end && 'reason' in end && end.reason === 'length') return 'The answer was cut off at its longest.';
  return undefined;
}

interface First {
  answer: string;
  outcome: AnswerOutcomeView;
}

/** One more call, no more: what is wrong with its answer then stays so. */
async function repair(ports: Ports, live: LiveRun, { answer, outcome }: First): Promise<AnswerOutcomeView> {
  const { organizationId, runId, form } = live.order;
  const placed = await placeRepair(ports, live, { answer, problems: outcome.problems }).catch(
    (error: unknown) => {
      if (error instanceof DomainError) return error.message;
      throw error;
    },
  );
  if (typeof placed === 'string') return { ...outcome, note: placed };
  live.journal.push([{ type: 'repair', runId, repairId: placed.runId }]);
  await live.call(placed);
  const scope = { organizationId, job: 'studio/runs.judge', onBehalfOf: null };
  const row = await ports.within(scope, (ctx) => findRunState(ctx.tx, organizationId, placed.runId));
  live.partsMicroDollars += row?.costMicroDollars ?? 0;
  const verdict: SchemaVerdict =
    row?.status === 'finished'
      ? await checkJson({ schema: form?.schema, text: row.output })
      : { outcome: 'invalid', problems: [{ path: '', message: row?.errorMessage ?? 'No answer came.' }] };
  return {
    ...outcome,
    kind: verdict.outcome === 'valid' ? 'repaired' : 'invalid',
    repair: { runId: placed.runId, problems: verdict.problems },
  };
}
