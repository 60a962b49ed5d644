import { OptimiserError } from '@promptvault/contract/studio/optimiser/errors';
import {
  leastOptimiserCases,
  mostOptimiserItems,
  type startOptimisationBody,
} from '@promptvault/contract/studio/optimiser/shapes';
import type * as z from 'zod';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { engineOf } from '../../../../foundation/jobs/long-work.ts';
import { budgetOf } from '../../../account/billing/index.ts';
import { requirePermission } from '../../../account/organizations/index.ts';
import { openPrompt, type Prompt } from '../../../vault/prompts/index.ts';
import { type CaseRow, listCaseRows, openCaseSet } from '../../cases/index.ts';
import { type ChosenModel, chooseModel } from '../../models/index.ts';
import { openPurse, refuseUnpriced } from '../../runs/index.ts';
import { assertedModels, openSuite, versionOf } from '../../suites/index.ts';
import { OptimisationStarted } from '../events.ts';
import type { OpenedOptimisation } from '../open.ts';
import { insertOptimisation } from '../repository/optimisations.ts';
import type { OptimiserPlan } from '../schema.ts';
import { layOutOriginal } from './lay-out.ts';
import { optimiserWork } from './optimiser-work.ts';
import { originalOf } from './original-of.ts';
import { tellOptimisations } from './tell-followers.ts';

export type StartOptimisation = z.output<typeof startOptimisationBody>;

interface Evidence extends Pick<OptimiserPlan, 'lanes' | 'repetitions' | 'generate'> {
  cases: CaseRow[];
  models: ChosenModel[];
  told: string;
}

/**
 * Begins it once this is committed. Where no suite is given, cases are generated first.
 * @throws optimiser.too_few_cases, optimiser.too_large, optimiser.needs_cases, optimiser.other_prompt,
 * optimiser.still_running, model.unknown, budget.price_unknown, resource.not_found, prompt.nothing_saved
 */
export async function startOptimisation(
  ctx: Ctx,
  { id: promptId }: Authorized<Prompt, 'suite.run'>,
  given: StartOptimisation,
): Promise<OpenedOptimisation> {
  requirePermission(ctx.actor, 'run.create');
  const { branch, model, candidates, rounds, heldOut, rubric, budgetMicroDollars } = given;
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
  const rewriter = await chooseModel(ctx, model);
  const { version } = await versionOf(ctx, prompt, { kind: 'branch', branch });
  const { cases, told, lanes, repetitions, generate, models } = await evidenceOf(ctx, promptId, given);
  const plan = { model, lanes, repetitions, candidates, rounds, heldOut, generate, rubric };
  const count = generate?.count ?? cases.length;
  const items = count * lanes.length * repetitions * (1 + candidates * rounds);
  if (items > mostOptimiserItems) throw OptimiserError.too_large({ items, most: mostOptimiserItems });
  const purseId = await openPurse(ctx, { limitMicroDollars: budgetMicroDollars });
  await refuseUnpriced(ctx, { budget: await budgetOf(ctx), purseId }, [rewriter, ...models]);
  const { processId } = engineOf(ctx.ports, optimiserWork);
  const now = ctx.clock.now();
  const row = await insertOptimisation(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    ...{ promptId, branch, version, suiteId: given.suiteId, plan, evidence: told, purseId },
    status: 'running',
    startedBy: personOf(ctx.actor),
    createdAt: now,
    processId,
    heartbeatAt: now,
  });
  if (!row) throw OptimiserError.still_running();
  if (generate === null) {
    const document = await originalOf(ctx, row);
    await layOutOriginal(ctx, { optimisationId: row.id, plan, document }, cases);
  }
  await ctx.emit(OptimisationStarted, { kind: 'optimisation', id: row.id }, { promptId, branch, version });
  tellOptimisations(ctx, row.id);
  const { ports, organizationId } = ctx;
  ctx.afterCommit(() => engineOf(ports, optimiserWork).launch(organizationId, row.id));
  return { row, promptTitle: prompt.title };
}

/** What rewrites are measured by. */
async function evidenceOf(
  ctx: Ctx,
  promptId: string,
  { suiteId, generate, target, rubric }: StartOptimisation,
): Promise<Evidence> {
  if (suiteId === null) {
    requirePermission(ctx.actor, 'case.write');
    if (generate === null || target === null) throw OptimiserError.needs_cases();
    const models = [await chooseModel(ctx, target)];
    const by = rubric === null ? '' : ' They are judged by a rubric.';
    return {
      cases: [],
      told: `Cases that a model makes and nobody looked at.${by}`,
      lanes: [{ ...target, settings: {} }],
      ...{ repetitions: 1, generate, models },
    };
  }
  const { row: suite } = await openSuite(ctx, { suiteId }, 'suite.run');
  if (suite.promptId !== promptId) throw OptimiserError.other_prompt();
  const set = await openCaseSet(ctx, { caseSetId: suite.caseSetId }, 'case.read');
  if (set.cases < leastOptimiserCases) throw OptimiserError.too_few_cases({ least: leastOptimiserCases });
  const { models, settings, repetitions } = suite.plan;
  const chosen: ChosenModel[] = [];
  for (const model of models) chosen.push(await chooseModel(ctx, model));
  const limit = mostOptimiserItems + 1;
  const cases = await listCaseRows(ctx, set.id, { version: set.version, after: -1, limit });
  return {
    cases,
    told: `The suite “${suite.name}”: its ${cases.length} cases as of version ${set.version} of the set.`,
    lanes: models.flatMap((model) => settings.map((group) => ({ ...model, settings: group }))),
    ...{ repetitions, generate: null, models: [...chosen, ...(await assertedModels(ctx, set))] },
  };
}
