/** What this process is optimising: one engine for each instance, made with its first question. */
import { DomainError } from '@promptvault/contract/errors';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { isSpentCode, stopRunById } from '../../runs/index.ts';
import { type OptimisationRow, takeOptimisation, touchOptimisation } from '../repository/optimisations.ts';
import { concludeOptimisation } from './conclude.ts';
import { originalOf } from './original-of.ts';
import { Aborted, Ending, type Running, stoppedByPerson } from './running.ts';
import { work } from './work.ts';

/** Bus topic: stop these optimisations, wherever they go on. */
export const optimiserStopTopic = 'optimisations.stop';
/** One nobody has spoken for this long has lost its process. */
export const silenceMs = 45_000;
const heartbeatMs = 10_000;

export interface OptimiserEngine {
  readonly processId: string;
  /** Goes on with one that is this process's, or that nobody has spoken for since then; returns at once. */
  launch(organizationId: string, optimisationId: string, silentSince?: Date): void;
  /** @returns whether it was one of this process */
  stop(optimisationId: string): boolean;
  /** Leaves all where they are, for the next process to go on with. */
  shutDown(): Promise<void>;
}

interface Driven {
  why: 'stop' | 'shutdown' | undefined;
  again?: true;
  abort: AbortController;
  over: Promise<void>;
}

const engines = new WeakMap<Ports, OptimiserEngine>();

export function optimiserEngineOf(ports: Ports): OptimiserEngine {
  const found = engines.get(ports) ?? createOptimiserEngine(ports);
  engines.set(ports, found);
  return found;
}

/** An engine beside that of the instance: another process, for tests. */
export const createAnotherOptimiser = (ports: Ports): OptimiserEngine => createOptimiserEngine(ports);

function createOptimiserEngine(ports: Ports): OptimiserEngine {
  const processId = ports.newId();
  const live = new Map<string, Driven>();
  let closing = false;

  async function drive(
    organizationId: string,
    optimisationId: string,
    { entry, silentSince }: { entry: Driven; silentSince: Date },
  ): Promise<void> {
    const scope = { organizationId, job: 'studio/optimiser.work', onBehalfOf: null };
    const now = ports.clock.now();
    const row = await ports.within(scope, (ctx) =>
      takeOptimisation(ctx, optimisationId, { processId, now, silentSince }),
    );
    if (!row) return;
    const { signal } = entry.abort;
    const as = { ...scope, onBehalfOf: row.startedBy };
    const calling = new Set<string>();
    const beating = keepBeating(row, entry);
    let end: Ending | undefined;
    try {
      const original = await ports.within(as, (ctx) => originalOf(ctx, row));
      const running: Running = { ports, row, scope: as, signal, calling, original };
      await work(running);
    } catch (error) {
      end = endingOf(error);
    } finally {
      clearInterval(beating);
    }
    if (entry.why === 'shutdown') return;
    for (const runId of calling) stopRunById(ports, organizationId, runId);
    const told = entry.why === 'stop' ? new Ending('person', stoppedByPerson) : end;
    if (told) await concludeOptimisation(ports, row, told);
  }

  /** What the work ended with; what nobody foresaw leaves it running, to be gone on with. */
  function endingOf(error: unknown): Ending | undefined {
    if (error instanceof Ending) return error;
    if (error instanceof Aborted) return undefined;
    if (error instanceof DomainError)
      return new Ending(isSpentCode(error.code) ? 'budget' : 'fault', error.message);
    throw error;
  }

  function keepBeating(row: OptimisationRow, entry: Driven): NodeJS.Timeout {
    const scope = { organizationId: row.organizationId, job: 'studio/optimiser.beat', onBehalfOf: null };
    const timer = setInterval(() => {
      ports
        .within(scope, (ctx) => touchOptimisation(ctx, row.id, processId, ports.clock.now()))
        .then((isMine) => {
          if (isMine) return;
          // Another process goes on with it.
          entry.why ??= 'shutdown';
          entry.abort.abort();
        })
        .catch((error) =>
          ports.log.warn('an optimisation could not say that it is alive', { error, optimisation: row.id }),
        );
    }, heartbeatMs);
    timer.unref();
    return timer;
  }

  return {
    processId,
    launch(organizationId, optimisationId, silentSince = new Date(ports.clock.now().getTime() - silenceMs)) {
      if (closing) return;
      const ending = live.get(optimisationId);
      if (ending) {
        ending.again = true;
        return;
      }
      const entry: Driven = { why: undefined, abort: new AbortController(), over: Promise.resolve() };
      live.set(optimisationId, entry);
      entry.over = drive(organizationId, optimisationId, { entry, silentSince })
        .catch((error) =>
          ports.log.error('an optimisation broke off; it will be gone on with', {
            error,
            optimisation: optimisationId,
          }),
        )
        .finally(() => {
          live.delete(optimisationId);
          // Where nothing is left to do, nobody takes it and this ends at once.
          if (entry.again) this.launch(organizationId, optimisationId);
        });
    },
    stop(optimisationId) {
      const entry = live.get(optimisationId);
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
