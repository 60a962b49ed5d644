import { ExperimentError } from '@promptvault/contract/studio/experiments/errors';
import {
  lateDays,
  type outcomeRefusals,
  type reportOutcomesBody,
} from '@promptvault/contract/studio/experiments/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { bucketOf } from '../../../vault/prompts/index.ts';
import type { OpenedExperiment } from '../open.ts';
import type { ExperimentRow } from '../repository/experiments.ts';
import { type AddedValue, addValues, knownExposures, takeKeys } from '../repository/outcomes.ts';
import { tendSoon } from './keep-tending.ts';
import { tellProgress } from './tell-followers.ts';

type Outcome = z.output<typeof reportOutcomesBody>['outcomes'][number];
type Refusal = (typeof outcomeRefusals)[number];

export interface ReportedOutcomes {
  counted: number;
  duplicates: number;
  refused: { index: number; key: string; reason: Refusal; message: string }[];
}

/** Clocks differ by so much. */
const skewMs = 5 * 60 * 1_000;
const lateMs = lateDays * 24 * 60 * 60 * 1_000;

const messages: Record<Refusal, string> = {
  unknown_subject: 'This subject, or assignment, was given no variant of this experiment.',
  unknown_metric: 'The experiment has no such metric.',
  not_a_share: 'This metric is a share: its values are 0 and 1.',
  too_early: 'This happened before the subject was given a variant.',
  in_future: 'This has not happened yet.',
  too_late: `This happened after the end of the experiment, or came more than ${lateDays} days after it.`,
};

/**
 * Counts outcomes, each once by its key. They are stored when this answers; what is refused is named, and takes no key.
 * @throws experiment.wrong_status when it was never started
 */
export async function reportOutcomes(
  ctx: Ctx,
  { row }: Authorized<OpenedExperiment, 'experiment.report'>,
  { outcomes }: { outcomes: Outcome[] },
): Promise<ReportedOutcomes> {
  if (row.status === 'draft') throw ExperimentError.wrong_status({ status: row.status });
  const hashed = outcomes.map(({ subject }) =>
    subject === undefined ? null : bucketOf(row.salt, subject).key,
  );
  const known = await knownExposures(ctx, row.id, {
    subjects: [...new Set(hashed.filter((one) => one !== null))],
    ids: [
      ...new Set(
        outcomes.flatMap(({ assignmentId }) => (isId(assignmentId ?? '') ? [assignmentId ?? ''] : [])),
      ),
    ],
  });
  const bySubject = new Map(known.map((one) => [one.subject, one]));
  const byId = new Map(known.map((one) => [one.id, one]));
  const refused: ReportedOutcomes['refused'] = [];
  const good = new Map<string, { outcome: Outcome; subject: string }>();
  let duplicates = 0;
  for (const [index, outcome] of outcomes.entries()) {
    const exposure = bySubject.get(hashed[index] ?? '') ?? byId.get(outcome.assignmentId ?? '');
    const reason = refusalOf(row, outcome, exposure?.at, ctx.clock.now());
    if (reason) refused.push({ index, key: outcome.key, reason, message: messages[reason] });
    else if (good.has(outcome.key)) duplicates += 1;
    else if (exposure) good.set(outcome.key, { outcome, subject: exposure.subject });
  }
  const taken = await takeKeys(ctx, row.id, [...good.keys()], ctx.clock.now());
  duplicates += good.size - taken.size;
  await addValues(ctx, row.id, addUp([...good].flatMap(([key, one]) => (taken.has(key) ? [one] : []))));
  if (taken.size > 0) {
    tellProgress(ctx, row.id);
    const { ports, organizationId } = ctx;
    ctx.afterCommit(() => tendSoon(ports, organizationId, row.id));
  }
  return { counted: taken.size, duplicates, refused };
}

function refusalOf(
  { plan, endedAt }: ExperimentRow,
  { metric, value, at }: Outcome,
  exposedAt: Date | undefined,
  now: Date,
): Refusal | undefined {
  const measure = [plan.primary, ...plan.guards].find((one) => one.metric === metric)?.measure;
  if (!measure) return 'unknown_metric';
  if (measure === 'share' && value !== 0 && value !== 1) return 'not_a_share';
  const happened = at === undefined ? now.getTime() : Date.parse(at);
  if (happened > now.getTime() + skewMs) return 'in_future';
  const end = endedAt?.getTime() ?? Number.POSITIVE_INFINITY;
  if (happened > end + skewMs || now.getTime() > end + lateMs) return 'too_late';
  if (!exposedAt) return 'unknown_subject';
  return happened < exposedAt.getTime() - skewMs ? 'too_early' : undefined;
}

function addUp(all: { outcome: Outcome; subject: string }[]): AddedValue[] {
  const added = new Map<string, AddedValue>();
  for (const { outcome, subject } of all) {
    const { metric, value } = outcome;
    const before = added.get(`${metric} ${subject}`) ?? { metric, subject, outcomes: 0, sum: 0 };
    added.set(`${metric} ${subject}`, { ...before, outcomes: before.outcomes + 1, sum: before.sum + value });
  }
  return [...added.values()];
}
