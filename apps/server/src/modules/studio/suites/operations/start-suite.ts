import { createHash } from 'node:crypto';
import { SuiteError } from '@promptvault/contract/studio/suites/errors';
import { mostSuiteItems, type startSuiteBody } from '@promptvault/contract/studio/suites/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { engineOf } from '../../../../foundation/jobs/long-work.ts';
import { budgetOf } from '../../../account/billing/index.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { openPrompt, type Prompt } from '../../../vault/prompts/index.ts';
import { openCaseSet } from '../../cases/index.ts';
import { type ChosenModel, chooseModel } from '../../models/index.ts';
import { openPurse, refuseUnpriced } from '../../runs/index.ts';
import { SuiteRunStarted } from '../events.ts';
import { type OpenedSuite, type OpenedSuiteRun, openSuiteRun } from '../open.ts';
import { layOutItems } from '../repository/suite-items.ts';
import { insertSuiteRun, listSuiteRunRows } from '../repository/suite-runs.ts';
import type { Lane, SuitePlan } from '../schema.ts';
import { assertedModels } from './asserted-models.ts';
import { reportPending } from './report-check.ts';
import { suiteWork } from './suite-work.ts';
import { tellSuites } from './tell-followers.ts';
import { versionOf } from './version-of.ts';

export type StartSuite = z.output<typeof startSuiteBody>;

/**
 * Lays out all items and begins to run them once that is committed. Where a purse is given, it pays for them, and no budget
 * of the suite's own does.
 * @throws suite.no_cases, suite.too_large, suite.still_running, model.unknown, budget.price_unknown, resource.not_found,
 * prompt.version_unknown, prompt.label_unknown, prompt.nothing_saved
 */
export async function startSuite(
  ctx: Ctx,
  { row: suite }: Authorized<OpenedSuite, 'suite.run'>,
  { sources, reuse, baselineId, budgetMicroDollars }: StartSuite,
  paidFrom?: string,
): Promise<OpenedSuiteRun> {
  requirePermission(ctx.actor, 'run.create');
  const plan: SuitePlan = {
    ...suite.plan,
    sources: sources ?? suite.plan.sources,
    reuse: reuse ?? suite.plan.reuse,
    budgetMicroDollars:
      budgetMicroDollars === undefined ? (suite.plan.budgetMicroDollars ?? null) : budgetMicroDollars,
  };
  const prompt = await openPrompt(ctx, { promptId: suite.promptId }, 'prompt.read');
  const set = await openCaseSet(ctx, { caseSetId: suite.caseSetId }, 'case.read');
  if (set.cases === 0) throw SuiteError.no_cases();
  const models = await Promise.all(plan.models.map((model) => chooseModel(ctx, model)));
  const lanes = await lanesOf(ctx, prompt, plan, models);
  const total = set.cases * lanes.length * plan.repetitions;
  if (total > mostSuiteItems) throw SuiteError.too_large({ items: total, most: mostSuiteItems });
  const [last] = await listSuiteRunRows(ctx, suite.id, { limit: 1, status: 'finished' });
  const baseline = baselineId === undefined ? last : await ownRun(ctx, suite.id, baselineId);
  const now = ctx.clock.now();
  const { processId } = engineOf(ctx.ports, suiteWork);
  const run = await insertSuiteRun(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    suiteId: suite.id,
    caseSetVersion: set.version,
    plan,
    lanes,
    status: 'running',
    total,
    purseId: paidFrom ?? (await openPurse(ctx, { limitMicroDollars: plan.budgetMicroDollars ?? null })),
    startedBy: personOf(ctx.actor),
    baselineId: baseline?.id ?? null,
    createdAt: now,
    processId,
    heartbeatAt: now,
  });
  if (!run) throw SuiteError.still_running();
  await refuseUnpriced(ctx, { budget: await budgetOf(ctx), purseId: run.purseId }, [
    ...models,
    ...(await assertedModels(ctx, set)),
  ]);
  await layOutItems(ctx, run, set.id);
  const versions = [...new Set(lanes.map(({ version }) => version))];
  await reportPending(ctx, run, suite);
  const facts = { promptId: prompt.id, suiteId: suite.id, name: suite.name, items: total, versions };
  await ctx.emit(SuiteRunStarted, { kind: 'suite_run', id: run.id }, facts);
  tellSuites(ctx, run.id);
  const { ports, organizationId } = ctx;
  ctx.afterCommit(() => engineOf(ports, suiteWork).launch(organizationId, run.id));
  return { run, suite };
}

async function ownRun(ctx: Ctx, suiteId: string, suiteRunId: string) {
  const { run } = await openSuiteRun(ctx, { suiteRunId }, 'suite.read');
  if (run.suiteId !== suiteId) throw ResourceError.not_found();
  return run;
}

async function lanesOf(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  plan: SuitePlan,
  chosen: readonly ChosenModel[],
): Promise<Lane[]> {
  const found = await Promise.all(plan.sources.map((source) => versionOf(ctx, prompt, source)));
  const models = plan.models.map((model, place) => ({
    ...model,
    connectionName: (chosen[place] as ChosenModel).connectionName,
  }));
  return found.flatMap(({ version, from }, place) =>
    models.flatMap((model) =>
      plan.settings.map((settings): Lane => {
        const key = JSON.stringify([place, model.connectionId, model.model, settings]);
        return {
          ...model,
          version,
          from,
          settings,
          key: createHash('sha256').update(key).digest('hex').slice(0, 16),
        };
      }),
    ),
  );
}
