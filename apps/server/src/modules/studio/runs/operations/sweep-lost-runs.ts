import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';
import type { Services } from '../../../../foundation/module/define-module.ts';
import { runFinishedEvent } from '../events.ts';
import {
  endRun,
  findLostRuns,
  findRunState,
  listParts,
  type RunColumns,
  type RunOutcome,
} from '../repository/runs.ts';
import { findPartFacts, findRunStates } from '../repository/trees.ts';
import { toFinishedPayload, toLastEvent } from '../views.ts';
import { streamOf } from './run-journal.ts';
import { settleRun } from './settle-run.ts';
import { partsOf, settleTree } from './tree-state.ts';
import { usageSoFar } from './usage-so-far.ts';
import { voteSoFar } from './vote-so-far.ts';

/** Ends, as interrupted and with the text so far, what no process has spoken for since then. @returns how many */
export async function sweepLostRuns({ db, ports }: Services, silentSince: Date): Promise<number> {
  const nobody = { organizationId: null, userId: null };
  const lost = await db.tenant(nobody, (tx) => findLostRuns(tx, silentSince));
  let swept = 0;
  for (const { organizationId, runId } of lost) swept += await sweepRun(ports, organizationId, runId);
  if (swept > 0) ports.log.warn('runs whose process is gone were ended as interrupted', { runs: swept });
  return swept;
}

/** Ends one, after the runs that are parts of its answer: what they cost belongs to it. @returns how many were ended */
async function sweepRun(ports: Ports, organizationId: string, runId: string): Promise<number> {
  const scope = { organizationId, job: 'studio/runs.sweep', onBehalfOf: null };
  const found = await ports.within(scope, (ctx) => findRunState(ctx.tx, organizationId, runId));
  if (!found || isRunOver(found.status)) return 0;
  const own = { organizationId, runId, processId: found.processId };
  const parts = await ports.within(scope, (ctx) => findPartFacts(ctx.tx, own));
  let swept = 0;
  // They had the same process, whenever each was last heard of.
  for (const part of parts.open) swept += await sweepRun(ports, organizationId, part);
  // As the person who started it, whose own connections nobody else sees.
  const known = await ports.within({ ...scope, onBehalfOf: found.authorId }, async (ctx) => ({
    ...(await usageSoFar(ctx, found)),
    ...(await voteSoFar(ctx, found, await listParts(ctx.tx, organizationId, runId))),
  }));
  const row = await ports.within(scope, async (ctx) => {
    const now = ctx.clock.now();
    const { microDollars } = await findPartFacts(ctx.tx, own);
    const ended = await endRun(
      ctx.tx,
      { organizationId, runId },
      {
        status: 'interrupted',
        finishReason: 'interrupted',
        ...known,
        ...(await treeSoFar(ctx, found)),
        rolledMicroDollars: found.rolledMicroDollars + microDollars,
        endedAt: now,
      },
    );
    if (ended) {
      await settleRun(ctx, ended);
      await ctx.emit(runFinishedEvent, { kind: 'run', id: runId }, toFinishedPayload(ended));
    }
    return ended;
  });
  if (!row) return swept;
  await tellFollowers({ ports }, row);
  return swept + 1;
}

/** A tree of thoughts, as the rows of its parts tell it. */
async function treeSoFar(ctx: Ctx, { techniqueResult }: RunColumns): Promise<Partial<RunOutcome>> {
  const tree = techniqueResult?.tree;
  if (!tree) return {};
  const rows = await findRunStates(ctx.tx, ctx.organizationId, partsOf(tree));
  return { techniqueResult: { ...techniqueResult, tree: settleTree(tree, rows) } };
}

async function tellFollowers({ ports }: Pick<Services, 'ports'>, row: RunColumns): Promise<void> {
  const stream = streamOf(row.id);
  const { id: runId, output: text, reasoning, techniqueResult: result } = row;
  const events: RunEvent[] = [
    // What was found out only now.
    ...(result?.vote
      ? ([
          { type: 'run-start', runId, text, reasoning },
          { type: 'technique', runId, result },
        ] as const)
      : []),
    toLastEvent(row),
  ];
  try {
    await ports.streams.append(stream, events);
    await ports.streams.close(stream);
  } catch (error) {
    // A closed stream has its end already; followers of a broken one read the row.
    ports.log.debug('followers of a lost run could not be told', { error, run: row.id });
  }
}
