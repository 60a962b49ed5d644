/** Without a suite: a model writes the cases, and those that say nothing of the answer are judged by a rubric. */
import type { CaseInput } from '@promptvault/contract/studio/cases/shapes';
import { leastOptimiserCases } from '@promptvault/contract/studio/optimiser/shapes';
import { addCases, createCaseSet, openCasePrompt, openCaseSet } from '../../cases/index.ts';
import { proposalWish, readProposals } from '../../suites/index.ts';
import { endStep, updateOptimisation } from '../repository/optimisations.ts';
import { askStep, stepOf } from './ask-step.ts';
import { layOutOriginal } from './lay-out.ts';
import { Ending, type Running } from './running.ts';

const usualRubric =
  'The answer does what the prompt asks for, with these values: it is right, complete, in the form that is wanted, and holds nothing else.';

/** Does nothing where there are cases. @throws Ending, Aborted, and what writing cases throws */
export async function generateCases(running: Running): Promise<void> {
  const { ports, row, scope, original } = running;
  const { plan } = row;
  const step = { round: 0, kind: 'cases' as const };
  if (plan.generate === null || (await stepOf(running, step))?.isDone) return;
  const answer = await askStep(
    running,
    step,
    proposalWish(original, [], { model: plan.model, ...plan.generate }),
  );
  const { cases } = readProposals(answer);
  if (cases.length < leastOptimiserCases)
    throw new Ending('fault', 'The model gave too few cases to measure a rewrite by. Ask another model.');
  const judged = cases.map((one) => withRubric(one, running));
  const byRubric = judged.filter(({ assertions }) => assertions.some(({ kind }) => kind === 'judged')).length;
  await ports.within(scope, async (ctx) => {
    const ground = await openCasePrompt(ctx, { promptId: row.promptId }, 'case.write');
    const name = `Generated ${ctx.clock.now().toISOString().slice(0, 19).replace('T', ' ')}`;
    const set = await createCaseSet(ctx, ground, { name });
    const opened = await openCaseSet(ctx, { caseSetId: set.id }, 'case.write');
    const { rows } = await addCases(ctx, opened, { cases: judged });
    await layOutOriginal(ctx, { optimisationId: row.id, plan, document: original }, rows);
    await endStep(ctx, { optimisationId: row.id, ...step }, name);
    await updateOptimisation(ctx, row.id, {
      evidence: `${cases.length} cases that ${plan.model.model} made and nobody looked at (set “${name}”); ${byRubric} of them are judged by a rubric, by ${plan.model.model}.`,
    });
  });
}

function withRubric(one: CaseInput, { row: { plan } }: Running): CaseInput {
  if (plan.rubric === null && one.assertions.length > 0) return one;
  const judged = {
    ...{ kind: 'judged' as const, rubric: plan.rubric ?? usualRubric, judges: [plan.model] },
    ...{ combine: 'majority' as const, atLeast: 0.5, weight: 1, required: true, not: false },
  };
  return { ...one, assertions: [...one.assertions, judged] };
}
