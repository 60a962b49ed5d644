import { createSuiteBody } from '@promptvault/contract/studio/suites/shapes';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { engineOf } from '../../../../foundation/jobs/long-work.ts';
import { sampleCases } from '../../cases/index.ts';
import { openSuiteGround } from '../open.ts';
import { layOutItems } from '../repository/suite-items.ts';
import { insertSuiteRun } from '../repository/suite-runs.ts';
import { createSuite } from './change-suites.ts';
import { suiteWork } from './suite-work.ts';

/** A suite of one case on the echo model; for tests and demonstration data. */
export async function sampleSuite(ctx: Ctx): Promise<{ id: string; caseSetId: string }> {
  const { promptId, caseSetId } = await sampleCases(ctx);
  const ground = await openSuiteGround(ctx, { promptId, caseSetId }, 'suite.write');
  const models = [{ connectionId: null, model: 'echo' }];
  const body = createSuiteBody.parse({ promptId, caseSetId, name: 'Sample', models });
  const { row } = await createSuite(ctx, ground, body);
  return { id: row.id, caseSetId };
}

/** One that was stopped before anything was called. */
export async function sampleSuiteRun(ctx: Ctx): Promise<{ id: string }> {
  const { id: suiteId, caseSetId } = await sampleSuite(ctx);
  const at = ctx.clock.now();
  const plan = createSuiteBody.parse({
    promptId: '-',
    caseSetId,
    name: '-',
    models: [{ connectionId: null, model: 'echo' }],
  });
  const run = await insertSuiteRun(ctx, {
    organizationId: ctx.organizationId,
    id: ctx.newId(),
    suiteId,
    caseSetVersion: 1,
    plan,
    lanes: [
      {
        ...{ version: 1, from: 'main', connectionId: null, connectionName: 'Built in', model: 'echo' },
        ...{ settings: {}, key: 'sample' },
      },
    ],
    status: 'stopped',
    reason: 'A person stopped it.',
    total: 1,
    startedBy: personOf(ctx.actor),
    createdAt: at,
    endedAt: at,
    processId: engineOf(ctx.ports, suiteWork).processId,
    heartbeatAt: at,
  });
  if (run) await layOutItems(ctx, run, caseSetId);
  return { id: run?.id ?? '' };
}
