/**
 * Work of hours that outlives the process that does it. A row says which process drives it and when that last spoke;
 * where a process is silent, another takes the row and goes on. Only the owner of the rows knows what the work is.
 */
import type { Ctx, Ports } from '../context/ctx.ts';
import type { Tx } from '../db/database.ts';
import type { Services } from '../module/define-module.ts';

const heartbeatMs = 10_000;
/** Work nobody has spoken for this long has lost its process. */
const silenceMs = 45_000;
/** A process that drives work speaks more often than this. */
const quietMs = 20_000;
const lookMs = 30_000;
const endAgainMs = 1_000;
/** So often work may break off here, one time after the other. */
const mostBreaks = 3;

/** Who takes a row: it must be theirs, or silent since then. */
export interface Claim {
  processId: string;
  now: Date;
  silentSince: Date;
}

/** A piece of work that this process drives. */
export interface Driven {
  ports: Ports;
  organizationId: string;
  /** Aborts when the work must stop, wherever it is. */
  signal: AbortSignal;
  /** Ends it from within. */
  abort(): void;
  /** Why it was aborted from outside; after a shutdown its row is left as it is, for the next process. */
  why(): 'stop' | 'shutdown' | undefined;
}

export interface LongWork<Taken> {
  /** Of its scopes, its topic on the bus and its lines in the log: `studio/suites.run`. */
  name: string;
  /** Makes a row that still goes on this process's. @returns undefined where it is another's, or over */
  take(ctx: Ctx, id: string, claim: Claim): Promise<Taken | undefined>;
  /** Says that it is alive. @returns false when it is no longer this process's */
  touch(ctx: Ctx, id: string, processId: string, now: Date): Promise<boolean>;
  /** Rows of all organizations that go on and are silent since then. */
  findLost(tx: Tx, since: Date): Promise<{ organizationId: string; id: string }[]>;
  /** Works until nothing is left or it is aborted, and writes the end. What it throws leaves the row to be taken again. */
  drive(taken: Taken, driven: Driven): Promise<void>;
  /** Ends work that broke off time after time, with `gaveUp` as the reason: it must not go on for ever. */
  giveUp(taken: Taken, ports: Ports): Promise<void>;
}

/** Why work ended that nobody could do. */
export const gaveUp = `It broke off ${mostBreaks} times. The log of the server says why.`;

export interface WorkEngine {
  readonly processId: string;
  /** Goes on with work that is this process's, or silent since then; returns at once. */
  launch(organizationId: string, id: string, silentSince?: Date): void;
  /** @returns whether it was this process's */
  stop(id: string): boolean;
  /** Leaves all work where it is, for the next process to go on with. */
  shutDown(): Promise<void>;
}

interface Entry {
  why: 'stop' | 'shutdown' | undefined;
  /** It was gone on with while its end was still being written. */
  again?: true;
  abort: AbortController;
  over: Promise<void>;
}

const engines = new WeakMap<Ports, Map<unknown, WorkEngine>>();
const looking = new WeakMap<Ports, Map<unknown, () => void>>();

/** The engine of this instance for such work, made with the first question. */
export function engineOf<Taken>(ports: Ports, work: LongWork<Taken>): WorkEngine {
  const known = engines.get(ports) ?? new Map<unknown, WorkEngine>();
  engines.set(ports, known);
  const engine = known.get(work) ?? createEngine(ports, work);
  known.set(work, engine);
  return engine;
}

/** An engine of its own; beside that of the instance it is another process, for tests. */
export function createEngine<Taken>(ports: Ports, work: LongWork<Taken>): WorkEngine {
  const processId = ports.newId();
  const live = new Map<string, Entry>();
  const breaks = new Map<string, number>();
  let closing = false;

  async function drive(organizationId: string, id: string, entry: Entry, silentSince: Date): Promise<void> {
    const scope = { organizationId, job: work.name, onBehalfOf: null };
    const claim = { processId, now: ports.clock.now(), silentSince };
    const taken = await ports.within(scope, (ctx) => work.take(ctx, id, claim));
    if (!taken) return;
    const beating = keepBeating(organizationId, id, entry);
    try {
      await attempt(taken, organizationId, id, entry);
    } finally {
      clearInterval(beating);
    }
  }

  async function attempt(taken: Taken, organizationId: string, id: string, entry: Entry): Promise<void> {
    const { abort } = entry;
    try {
      await work.drive(taken, {
        ports,
        organizationId,
        signal: abort.signal,
        abort: () => abort.abort(),
        why: () => entry.why,
      });
      breaks.delete(id);
    } catch (error) {
      const times = (breaks.get(id) ?? 0) + 1;
      breaks.set(id, times);
      ports.log.error('work broke off', { work: work.name, id, times, error });
      if (entry.why === 'shutdown') return;
      if (times >= mostBreaks) {
        await work.giveUp(taken, ports);
        breaks.delete(id);
      } else if (entry.why === 'stop') {
        // What a person stopped must not be gone on with: its end is written once more.
        await ports.clock.sleep(endAgainMs);
        await attempt(taken, organizationId, id, entry);
      }
    }
  }

  function keepBeating(organizationId: string, id: string, entry: Entry): NodeJS.Timeout {
    const scope = { organizationId, job: `${work.name}.beat`, onBehalfOf: null };
    const beat = async () => {
      const isMine = await ports.within(scope, (ctx) => work.touch(ctx, id, processId, ports.clock.now()));
      if (isMine || live.get(id) !== entry) return;
      // Another process goes on with it, or it is over.
      entry.why ??= 'shutdown';
      entry.abort.abort();
    };
    const timer = setInterval(() => {
      beat().catch((error) =>
        ports.log.warn('work could not say that it is alive', { work: work.name, id, error }),
      );
    }, heartbeatMs);
    return timer.unref();
  }

  return {
    processId,
    launch(organizationId, id, silentSince = new Date(ports.clock.now().getTime() - silenceMs)) {
      if (closing) return;
      const ending = live.get(id);
      if (ending) {
        ending.again = true;
        return;
      }
      const entry: Entry = { why: undefined, abort: new AbortController(), over: Promise.resolve() };
      live.set(id, entry);
      entry.over = drive(organizationId, id, entry, silentSince)
        .catch((error) =>
          ports.log.error('work could not be taken or ended; it will be tried again', {
            work: work.name,
            id,
            error,
          }),
        )
        .finally(() => {
          live.delete(id);
          // Where nothing is left to do, nobody takes it and this ends at once.
          if (entry.again) this.launch(organizationId, id);
        });
    },
    stop(id) {
      const entry = live.get(id);
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

/** Goes on with work whose process is gone, first of all now, and hears stops meant for this process. */
export async function startWork<Taken>({ db, ports }: Services, work: LongWork<Taken>): Promise<void> {
  const engine = engineOf(ports, work);
  const unsubscribe = ports.bus.subscribe(topicOf(work), (ids) => {
    for (const id of ids) engine.stop(id);
  });
  const look = async (silence: number) => {
    const since = new Date(ports.clock.now().getTime() - silence);
    const lost = await db.tenant({ organizationId: null, userId: null }, (tx) => work.findLost(tx, since));
    for (const { organizationId, id } of lost) engine.launch(organizationId, id, since);
  };
  // Only one process opens an embedded database: whatever goes on there was left behind by an earlier one.
  await look(db.kind === 'embedded' ? -1 : silenceMs);
  const timer = setInterval(() => {
    look(silenceMs).catch((error) =>
      ports.log.warn('lost work could not be looked for', { work: work.name, error }),
    );
  }, lookMs);
  timer.unref();
  const known = looking.get(ports) ?? new Map<unknown, () => void>();
  looking.set(ports, known);
  known.set(work, () => {
    clearInterval(timer);
    unsubscribe();
  });
}

export async function stopWork<Taken>(
  { ports }: Pick<Services, 'ports'>,
  work: LongWork<Taken>,
): Promise<void> {
  looking.get(ports)?.get(work)?.();
  looking.get(ports)?.delete(work);
  await engineOf(ports, work).shutDown();
}

/**
 * Stops it wherever it goes on, after the transaction. Work that nobody drives, because its process is gone or it broke
 * off, is ended from here by `end`: nobody would hear of the stop, and it would be gone on with.
 */
export function stopAnywhere<Taken>(
  ctx: Pick<Ctx, 'ports' | 'afterCommit'>,
  work: LongWork<Taken>,
  { id, processId, heartbeatAt }: { id: string; processId: string; heartbeatAt: Date },
  end: () => Promise<void>,
): void {
  const { ports } = ctx;
  ctx.afterCommit(() => {
    const engine = engineOf(ports, work);
    // Where its row is another's by now, that one must hear of it too.
    if (engine.stop(id) && processId === engine.processId) return;
    const isQuiet = ports.clock.now().getTime() - heartbeatAt.getTime() > quietMs;
    if (processId === engine.processId || isQuiet)
      end().catch((error) =>
        ports.log.error('work that nobody drives could not be stopped', { work: work.name, id, error }),
      );
    ports.bus
      .publish(topicOf(work), [id])
      .catch((error) =>
        ports.log.warn('the process of work could not be told to stop it', { work: work.name, id, error }),
      );
  });
}

/** Bus topic: stop these, wherever they go on. */
const topicOf = ({ name }: { name: string }): string => `${name}.stop`;
