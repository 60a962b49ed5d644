/** What a suite that goes on does: the work that the engine of long work drives. */
import { gaveUp, type LongWork } from '../../../../foundation/jobs/long-work.ts';
import { stopRunById } from '../../runs/index.ts';
import { releaseItems, waitingPositions } from '../repository/suite-items.ts';
import {
  findLostSuiteRuns,
  noteWaits,
  type SuiteRunRow,
  takeSuiteRun,
  touchSuiteRun,
} from '../repository/suite-runs.ts';
import { findSuite, type SuiteRow } from '../repository/suites.ts';

import { createPatience } from './await-connection.ts';
import { concludeSuite } from './conclude-suite.ts';
import { type RunningSuite, runItem } from './run-item.ts';
import { tellProgress } from './tell-followers.ts';

const positionsAtOnce = 200;

/** The suite is missing where it was deleted meanwhile. */
interface TakenSuite {
  run: SuiteRunRow;
  of: SuiteRow | undefined;
}

export const suiteWork: LongWork<TakenSuite> = {
  name: 'studio/suites.run',
  async take(ctx, id, claim) {
    const run = await takeSuiteRun(ctx, id, claim);
    const of = run && (await findSuite(ctx, run.suiteId));
    if (run) await releaseItems(ctx, id);
    return run && { run, of };
  },
  touch: touchSuiteRun,
  findLost: findLostSuiteRuns,
  async drive({ run, of }, { ports, organizationId, signal, abort, why }) {
    const suite: RunningSuite = {
      ports,
      run,
      promptId: of?.promptId ?? '',
      name: of?.name ?? '',
      signal,
      patience: createPatience(ports, (connectionIds) =>
        ports.within({ ...suite.scope, onBehalfOf: null }, async (ctx) => {
          await noteWaits(ctx, run.id, connectionIds);
          tellProgress(ctx, run.id);
        }),
      ),
      scope: { organizationId, job: suiteWork.name, onBehalfOf: run.startedBy },
      calling: new Set(),
      going: new Set(),
      stopSpent(reason) {
        suite.spent ??= reason;
        abort();
      },
      fail(reason) {
        suite.failure ??= reason;
        abort();
      },
    };
    if (of) await work(suite);
    else suite.failure = 'The suite was deleted.';
    if (why() === 'shutdown') return;
    for (const runId of suite.calling) stopRunById(ports, organizationId, runId);
    await concludeSuite(suite, { wasStopped: why() === 'stop', owner: run.processId });
  },
  async giveUp({ run, of }, ports) {
    const scope = { organizationId: run.organizationId, job: suiteWork.name, onBehalfOf: run.startedBy };
    const { promptId, name } = of ?? { promptId: '', name: '' };
    await concludeSuite(
      { ports, run, scope, promptId, name, failure: gaveUp },
      { wasStopped: false, owner: run.processId },
    );
  },
};

/** As many at a time as the suite says; positions are read as they are needed, and nothing else is kept. */
async function work(suite: RunningSuite): Promise<void> {
  const { ports, run, scope, signal } = suite;
  let positions: number[] = [];
  let after = -1;
  let reading: Promise<void> | undefined;

  async function read(): Promise<void> {
    positions = await ports.within({ ...scope, onBehalfOf: null }, (ctx) =>
      waitingPositions(ctx, run.id, { after, limit: positionsAtOnce }),
    );
    after = positions.at(-1) ?? 2 ** 31 - 1;
  }

  async function next(): Promise<number | undefined> {
    for (;;) {
      const position = positions.shift();
      if (position !== undefined || after === 2 ** 31 - 1) return position;
      reading ??= read().finally(() => {
        reading = undefined;
      });
      await reading;
    }
  }

  async function worker(): Promise<void> {
    for (;;) {
      if (signal.aborted) return;
      const position = await next();
      if (position === undefined) return;
      await runItem(suite, position);
    }
  }
  const ends = await Promise.allSettled(Array.from({ length: run.plan.concurrency }, worker));
  const broken = ends.find(({ status }) => status === 'rejected');
  if (broken?.status === 'rejected') throw broken.reason;
}
