import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { engineOf } from '../../../../foundation/jobs/long-work.ts';
import { listCaseRows, sampleCases } from '../../cases/index.ts';
import { openPurse } from '../../runs/index.ts';
import { insertCandidates, listCandidates, listItems, writeItem } from '../repository/candidates.ts';
import { insertOptimisation } from '../repository/optimisations.ts';
import type { OptimiserPlan } from '../schema.ts';
import { layOutLike, layOutOriginal } from './lay-out.ts';
import { optimiserWork } from './optimiser-work.ts';
import { originalOf } from './original-of.ts';

const echo = { connectionId: null, model: 'echo' };

/** One that was stopped with one candidate judged; for tests and demonstration data. */
async function sample(ctx: Ctx): Promise<{ id: string; candidateId: string }> {
  const { promptId, caseSetId } = await sampleCases(ctx);
  const at = ctx.clock.now();
  const plan: OptimiserPlan = {
    ...{ model: echo, lanes: [{ ...echo, settings: {} }], repetitions: 1 },
    ...{ candidates: 1, rounds: 1, heldOut: 0, generate: null, rubric: null },
  };
  const row = await insertOptimisation(ctx, {
    ...{ organizationId: ctx.organizationId, id: ctx.newId(), promptId, branch: 'main', version: 1, plan },
    evidence: 'One sample case.',
    ...{ status: 'stopped', end: 'person', reason: 'A person stopped it.', round: 1 },
    purseId: await openPurse(ctx, { limitMicroDollars: 1_000_000 }),
    startedBy: personOf(ctx.actor),
    ...{ createdAt: at, endedAt: at, heartbeatAt: at },
    processId: engineOf(ctx.ports, optimiserWork).processId,
  });
  const optimisationId = row?.id ?? '';
  const cases = await listCaseRows(ctx, caseSetId, { version: 1, after: -1, limit: 10 });
  const document = await originalOf(ctx, { promptId, version: 1 });
  await layOutOriginal(ctx, { optimisationId, plan, document }, cases);
  const [zero] = await listCandidates(ctx, optimisationId);
  const candidateId = ctx.newId();
  const [section, ...rest] = document.sections;
  await insertCandidates(ctx, [
    {
      ...{ organizationId: ctx.organizationId, id: candidateId, optimisationId, number: 1, round: 1 },
      ...{ idea: 'Say what is wanted first.', createdAt: at },
      document: section
        ? { ...document, sections: [{ ...section, text: `${section.text} Be brief.` }, ...rest] }
        : document,
    },
  ]);
  const items = await listItems(ctx, zero?.id ?? '');
  await layOutLike(ctx, items, candidateId, false);
  for (const [id, status] of [
    [zero?.id ?? '', 'failed'],
    [candidateId, 'passed'],
  ] as const)
    for (const { position } of items)
      await writeItem(ctx, id, position, { status, score: status === 'passed' ? 1 : 0 });
  return { id: optimisationId, candidateId };
}

export const sampleOptimisation = (ctx: Ctx): Promise<{ id: string }> => sample(ctx);

export async function sampleCandidate(ctx: Ctx): Promise<{ id: string }> {
  return { id: (await sample(ctx)).candidateId };
}
