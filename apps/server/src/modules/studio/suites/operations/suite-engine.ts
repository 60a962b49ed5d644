/** What this process is running of suites: one engine for each instance, made with its first question. */
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { stopRunById } from '../../runs/index.ts';
import { releaseItems, waitingPositions } from '../repository/suite-items.ts';
import { type SuiteRunRow, takeSuiteRun, touchSuiteRun } from '../repository/suite-runs.ts';
import { findSuite } from '../repository/suites.ts';
import { concludeSuite } from './conclude-suite.ts';
import { type RunningSuite, runItem } from './run-item.ts';

/** Bus topic: stop these runs of suites, wherever they go on. */
export const suiteStopTopic = 'suites.stop';
/** A run nobody has spoken for this long has lost its process. */
export const silenceMs = 45_000;
const heartbeatMs = 10_000;
const positionsAtOnce = 200;

export interface SuiteEngine {
  readonly processId: string;
  /** Goes on with a run that is this process's, or that nobody has spoken for since then; returns at once. */
  launch(organizationId: string, suiteRunId: string, silentSince?: Date): void;
  /** @returns whether it was one of this process */
  stop(suiteRunId: string): boolean;
  /** Leaves all runs where they are, for the next process to go on with. */
  shutDown(): Promise<void>;
}

interface Driven {
  suite?: RunningSuite;
  why: 'stop' | 'shutdown' | undefined;
  /** It was gone on with while its end was still being written. */
  again?: true;
  abort: AbortController;
  over: Promise<void>;
}

const engines = new WeakMap<Ports, SuiteEngine>();

export function suiteEngineOf(ports: Ports): SuiteEngine {
  const found = engines.get(ports) ?? createSuiteEngine(ports);
  engines.set(ports, found);
  return found;
}

/** An engine beside that of the instance: another process, for tests. */
export const createAnotherEngine = (ports: Ports): SuiteEngine => createSuiteEngine(ports);

function createSuiteEngine(ports: Ports): SuiteEngine {
  const processId = ports.newId();
  const live = new Map<string, Driven>();
  let closing = false;

  async function drive(
    organizationId: string,
    suiteRunId: string,
    { abort, silentSince }: { abort: AbortController; silentSince: Date },
  ): Promise<void> {
    const scope = { organizationId, job: 'studio/suites.run', onBehalfOf: null };
    const now = ports.clock.now();
    const taken = await ports.within(scope, async (ctx) => {
      const row = await takeSuiteRun(ctx, suiteRunId, { processId, now, silentSince });
      const of = row && (await findSuite(ctx, row.suiteId));
      if (row) await releaseItems(ctx, suiteRunId);
      return row && { run: row, of };
    });
    if (!taken) return;
    const { run, of } = taken;
    const suite: RunningSuite = {
      ports,
      run,
      promptId: of?.promptId ?? '',
      name: of?.name ?? '',
      signal: abort.signal,
      scope: { ...scope, onBehalfOf: run.startedBy },
      calling: new Set(),
      going: new Set(),
      stopSpent(reason) {
        suite.spent ??= reason;
        abort.abort();
      },
      fail(reason) {
        suite.failure ??= reason;
        abort.abort();
      },
    };
    const entry = live.get(suiteRunId);
    if (entry) entry.suite = suite;
    const beating = keepBeating(run, abort);
    try {
      // A suite that was deleted meanwhile is not gone on with.
      if (of) await work(suite);
      else suite.failure = 'The suite was deleted.';
    } finally {
      clearInterval(beating);
    }
    if (entry?.why === 'shutdown') return;
    for (const runId of suite.calling) stopRunById(ports, run.organizationId, runId);
    await concludeSuite(suite, entry?.why === 'stop');
  }

  function keepBeating(run: SuiteRunRow, abort: AbortController): NodeJS.Timeout {
    const scope = { organizationId: run.organizationId, job: 'studio/suites.beat', onBehalfOf: null };
    const timer = setInterval(() => {
      ports
        .within(scope, (ctx) => touchSuiteRun(ctx, run.id, processId, ports.clock.now()))
        .then((isMine) => {
          const entry = live.get(run.id);
          if (isMine || !entry) return;
          // Another process goes on with it.
          entry.why ??= 'shutdown';
          abort.abort();
        })
        .catch((error) =>
          ports.log.warn('a suite could not say that it is alive', { error, suiteRun: run.id }),
        );
    }, heartbeatMs);
    timer.unref();
    return timer;
  }

  return {
    processId,
    launch(organizationId, suiteRunId, silentSince = new Date(ports.clock.now().getTime() - silenceMs)) {
      if (closing) return;
      const ending = live.get(suiteRunId);
      if (ending) {
        ending.again = true;
        return;
      }
      const abort = new AbortController();
      const entry: Driven = { why: undefined, abort, over: Promise.resolve() };
      live.set(suiteRunId, entry);
      entry.over = drive(organizationId, suiteRunId, { abort, silentSince })
        .catch((error) =>
          ports.log.error('a suite broke off; it will be gone on with', { error, suiteRun: suiteRunId }),
        )
        .finally(() => {
          live.delete(suiteRunId);
          // Where nothing is left to do, nobody takes it and this ends at once.
          if (entry.again) this.launch(organizationId, suiteRunId);
        });
    },
    stop(suiteRunId) {
      const entry = live.get(suiteRunId);
      if (!entry) return false;
      entry.why ??= 'stop';
      entry.abort.abort();
      return true;
    },
    async shutDown() {
      closing = true;
      for (const entry of live.values()) {
        entry.why ??= 'shutdown';
        entry.abort.abort();
      }
      await Promise.all([...live.values()].map(({ over }) => over));
    },
  };
}

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
