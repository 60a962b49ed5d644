/**
 * Keeps the rows of this process's open runs up to date: every so often the texts that grew go to the
 * database, all runs of an organization in one statement, and the rest say that they are alive.
 */
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { appendProgress, type RunProgress, touchRuns } from '../repository/runs.ts';
import type { ToolCall } from '../schema.ts';
import type { RunJournal } from './run-journal.ts';

/** A crash loses at most what came since: with the time of a write, a second. */
const everyMs = 900;
const heartbeatMs = 4_000;
/** A run unheard of for this long has lost its process. */
export const silenceMs = 20_000;

export interface WrittenRun {
  organizationId: string;
  runId: string;
  journal: RunJournal;
  /** When the call was made; undefined while the run waits for a place. */
  startedAt(): Date | undefined;
  /** What was called so far, and a number that rises with it. */
  steps(): { count: number; calls: readonly ToolCall[] };
  /** What it has taken so far: as reported, and about how much since then. */
  taken(): Promise<TokensTaken>;
  /** The row is over, or another's: this run must end. */
  onLost(): void;
}

export interface TokensTaken {
  inputTokens: number;
  /** Null before anything was reported: then the text tells it. */
  outputTokens: number | null;
}

interface Entry {
  run: WrittenRun;
  eventId: number;
  outputLength: number;
  reasoningLength: number;
  /** Of those of the run, how far the row has them. */
  steps: number;
  /** The next write tells the whole text, since we do not know what the row holds. */
  whole: boolean;
  started: boolean;
  heardAt: number;
}

interface Grown {
  progress: RunProgress;
  steps: number;
}

export interface RunWriter {
  add(run: WrittenRun): void;
  /**
   * Writes at once what there is of a run. Before something outside is called, so that the row knows of it whatever
   * happens. @throws where it cannot be written
   */
  flush(runId: string): Promise<void>;
  /** From here on the run's row is written by whoever ends it. Resolves when no write of ours is under way. */
  remove(runId: string): Promise<void>;
  stop(): Promise<void>;
}

export function createRunWriter(ports: Ports, processId: string): RunWriter {
  const entries = new Map<string, Entry>();
  let round: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;

  const schedule = () => {
    if (timer || entries.size === 0) return;
    timer = setTimeout(() => {
      timer = undefined;
      void inTurn(writeAll).finally(schedule);
    }, everyMs);
    timer.unref();
  };

  /** Two writes at once would each take the row to be where the other finds it. */
  function inTurn(write: () => Promise<void>): Promise<void> {
    const mine = (round ?? Promise.resolve()).then(write);
    const settled = mine
      .catch(() => undefined)
      .finally(() => {
        if (round === settled) round = undefined;
      });
    round = settled;
    return mine;
  }

  async function writeAll(): Promise<void> {
    const byOrganization = new Map<string, Entry[]>();
    for (const entry of entries.values()) {
      const { organizationId } = entry.run;
      byOrganization.set(organizationId, [...(byOrganization.get(organizationId) ?? []), entry]);
    }
    for (const [organizationId, members] of byOrganization)
      await writeOrganization(organizationId, members).catch((error) => {
        for (const entry of members) entry.whole = entry.started;
        ports.log.warn('the texts of runs could not be written and will be tried again', { error });
      });
  }

  async function writeOrganization(organizationId: string, members: Entry[]): Promise<void> {
    const at = ports.clock.monotonic();
    const taken = await Promise.all(members.map(({ run }) => run.taken()));
    const grown = members.flatMap((entry, place) => {
      const told = progressOf(entry, taken[place] as TokensTaken);
      return told ? [{ entry, ...told }] : [];
    });
    const growing = new Set(grown.map(({ entry }) => entry));
    const quiet = members.filter((entry) => !growing.has(entry) && at - entry.heardAt > heartbeatMs);
    if (grown.length + quiet.length === 0) return;
    const facts = { organizationId, processId, now: ports.clock.now() };
    const scope = { organizationId, job: 'studio/runs.write', onBehalfOf: null };
    const [written, touched] = await ports.within(scope, async ({ tx }) => [
      new Set(
        grown.length > 0
          ? await appendProgress(
              tx,
              facts,
              grown.map(({ progress }) => progress),
            )
          : [],
      ),
      new Set(
        quiet.length > 0
          ? await touchRuns(
              tx,
              facts,
              quiet.map(({ run }) => run.runId),
            )
          : [],
      ),
    ]);
    for (const { entry, ...told } of grown) settleEntry(entry, told, written.has(told.progress.id), at);
    for (const entry of quiet)
      if (touched.has(entry.run.runId)) entry.heardAt = at;
      else lose(entry);
  }

  function settleEntry(entry: Entry, { progress, steps }: Grown, written: boolean, at: number): void {
    if (written) {
      entry.eventId = progress.toEvent;
      entry.outputLength = progress.whole
        ? progress.output.length
        : entry.outputLength + progress.output.length;
      entry.reasoningLength = progress.whole
        ? progress.reasoning.length
        : entry.reasoningLength + progress.reasoning.length;
      entry.steps = steps;
      entry.whole = false;
      entry.started = true;
      entry.heardAt = at;
    } else if (entry.whole) lose(entry);
    else entry.whole = true;
  }

  function lose(entry: Entry): void {
    if (entries.get(entry.run.runId) !== entry) return;
    entries.delete(entry.run.runId);
    entry.run.onLost();
  }

  return {
    add(run) {
      const fresh = {
        eventId: 0,
        outputLength: 0,
        reasoningLength: 0,
        steps: 0,
        whole: false,
        started: false,
      };
      entries.set(run.runId, { run, ...fresh, heardAt: ports.clock.monotonic() });
      schedule();
    },
    async flush(runId) {
      const entry = entries.get(runId);
      if (!entry) return;
      await entry.run.journal.settle();
      await inTurn(() => writeOrganization(entry.run.organizationId, [entry]));
    },
    async remove(runId) {
      entries.delete(runId);
      await round;
    },
    async stop() {
      entries.clear();
      clearTimeout(timer);
      await round;
    },
  };
}

/** What the row lacks, or undefined when it lacks nothing. */
function progressOf(
  { run, eventId, outputLength, reasoningLength, steps, whole, started }: Entry,
  { inputTokens, outputTokens }: TokensTaken,
): Grown | undefined {
  const startedAt = run.startedAt();
  const seen = run.journal.appended();
  if (!startedAt || (started && !whole && seen.eventId === eventId)) return undefined;
  const { count, calls } = run.steps();
  const progress: RunProgress = {
    id: run.runId,
    startedAt: startedAt.toISOString(),
    inputTokens,
    outputTokens,
    output: whole ? seen.output : seen.output.slice(outputLength),
    reasoning: whole ? seen.reasoning : seen.reasoning.slice(reasoningLength),
    fromEvent: eventId,
    toEvent: seen.eventId,
    toolCalls: count === steps && !whole ? null : calls,
    whole,
  };
  return { progress, steps: count };
}
