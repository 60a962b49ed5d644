/** What this process is running: one engine for each instance, made with its first question. */
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Lease } from '../../../../foundation/limits/limits.ts';
import { askSeveral } from './ask-several.ts';
import { callModel, concludeRun, type LiveRun, type RunOrder, type StopReason } from './execute-run.ts';
import { growTree } from './grow-tree.ts';
import { judgeAnswer } from './judge-answer.ts';
import { toldToAll } from './names-of-pairs.ts';
import { createJournal } from './run-journal.ts';
import { createProgress } from './run-progress.ts';
import { createRunWriter } from './run-writer.ts';
import { estimateInput, takenSoFar } from './usage-so-far.ts';

/** Bus topic: stop these runs, wherever they live. */
export const stopTopic = 'runs.stop';

export interface RunEngine {
  /** Names this process on the rows of its runs. */
  readonly processId: string;
  /** Calls the model; the rows must be committed. Returns at once. `lease`: the places it holds already. */
  launch(order: RunOrder, lease?: Lease): void;
  /** Aborts a run of this process. @returns whether it was one */
  stop(runId: string): boolean;
  /** Ends when a run of this process has ended; undefined where it is none. */
  over(runId: string): Promise<void> | undefined;
  /** How much of attachments its runs hold in memory, each once however many runs send it. */
  attachedBytes(organizationId: string): { organization: number; all: number };
  /** Aborts all and waits until their rows say so. */
  shutDown(): Promise<void>;
}

const engines = new WeakMap<Ports, RunEngine>();

export function engineOf(ports: Ports): RunEngine {
  const found = engines.get(ports) ?? createRunEngine(ports);
  engines.set(ports, found);
  return found;
}

function createRunEngine(ports: Ports): RunEngine {
  const processId = ports.newId();
  const writer = createRunWriter(ports, processId);
  const live = new Map<string, { run: LiveRun; over: Promise<void> }>();
  let closing = false;

  const end = (run: LiveRun, why: StopReason) => {
    run.why ??= why;
    run.abort.abort();
  };

  /** Calls a run that belongs to another, and stops with it. @returns once its row is written */
  async function executeWithin(parent: LiveRun, order: RunOrder): Promise<void> {
    const { run: child, over } = begin(order);
    const stop = () => end(child, parent.why ?? 'stop');
    if (parent.abort.signal.aborted) stop();
    parent.abort.signal.addEventListener('abort', stop);
    await over;
    parent.abort.signal.removeEventListener('abort', stop);
  }

  async function execute(run: LiveRun): Promise<void> {
    const { organizationId, runId, result, techniques } = run.order;
    const { journal } = run;
    const tree = result?.tree;
    const several = techniques.selfConsistency;
    const onLost = () => end(run, 'lost');
    let sent: Promise<number> | undefined;
    const taken = async () => {
      // Samples and thoughts are asked by runs of their own.
      sent ??= several || tree ? Promise.resolve(0) : estimateInput(run.order);
      return takenSoFar(run, await sent);
    };
    const steps = () => ({ count: run.progress.steps, calls: run.progress.toolCalls });
    const startedAt = () => run.startedAt;
    writer.add({ organizationId, runId, journal, startedAt, steps, taken, onLost });
    try {
      const timing = await (tree
        ? growTree(ports, run, tree)
        : several
          ? askSeveral(ports, run, several)
          : callModel(ports, run));
      await judgeAnswer(ports, run);
      await writer.remove(runId);
      await concludeRun(ports, run, timing, processId);
    } catch (error) {
      ports.log.error('a run ended without an account of itself', { error, run: runId });
    } finally {
      live.delete(runId);
    }
  }

  function begin(order: RunOrder, lease?: Lease) {
    const { streams, clock, log } = ports;
    const journal = createJournal({ runId: order.runId, streams, clock, log });
    const run: LiveRun = {
      order,
      journal,
      progress: createProgress(order.runId),
      abort: new AbortController(),
      why: undefined,
      lease,
      startedAt: undefined,
      model: order.model,
      tried: [],
      outcome: null,
      result: order.result,
      partsMicroDollars: 0,
      processId,
      stepTokens: 0,
      written: () => writer.flush(order.runId),
      call: (part) => executeWithin(run, part),
    };
    journal.push([{ type: 'run-start', runId: order.runId, text: '', reasoning: '' }]);
    if (order.result)
      journal.push([{ type: 'technique', runId: order.runId, result: toldToAll(order.result) }]);
    if (closing) end(run, 'shutdown');
    const begun = { run, over: execute(run) };
    live.set(order.runId, begun);
    return begun;
  }

  return {
    processId,
    launch: (order, lease) => void begin(order, lease),
    stop(runId) {
      const found = live.get(runId);
      if (found) end(found.run, 'stop');
      return found !== undefined;
    },
    over: (runId) => live.get(runId)?.over,
    attachedBytes(organizationId) {
      const seen = new Set<Uint8Array>();
      const bytes = { organization: 0, all: 0 };
      for (const { run } of live.values())
        for (const { data } of run.order.attachments) {
          if (seen.has(data)) continue;
          seen.add(data);
          bytes.all += data.byteLength;
          if (run.order.organizationId === organizationId) bytes.organization += data.byteLength;
        }
      return bytes;
    },
    async shutDown() {
      closing = true;
      for (const { run } of live.values()) end(run, 'shutdown');
      while (live.size > 0) await Promise.all([...live.values()].map(({ over }) => over));
      await writer.stop();
    },
  };
}
