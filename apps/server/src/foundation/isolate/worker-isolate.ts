/** The pool of the isolate's threads: made when work comes, ended when none has come for a while. */
import { Worker } from 'node:worker_threads';
import { type Isolate, type IsolateLimits, isolateLimits, type Outcome, type Refusal } from './isolate.ts';
import type { ThreadOptions, ThreadReply, ThreadRequest } from './isolate-protocol.ts';

interface Task {
  request: ThreadRequest;
  end(outcome: Outcome): void;
  ended: boolean;
}

interface Thread {
  worker: Worker;
  ready: boolean;
  task: Task | undefined;
  timer: NodeJS.Timeout | undefined;
}

const identifier = /^[A-Za-z_$][\w$]*$/;

/** Time is the machine's here, whatever clock the rest of the house has: a snippet cannot be told to wait. */
export function createWorkerIsolate(changed: Partial<IsolateLimits> = {}): Isolate {
  const limits = { ...isolateLimits, ...changed };
  const threads = new Set<Thread>();
  const waiting: Task[] = [];
  let closed = false;

  const startThread = () => {
    const options: ThreadOptions = {
      heapBytes: limits.heapBytes,
      memoryBytes: limits.memoryBytes,
      outputLength: limits.outputLength,
    };
    const worker = new Worker(new URL('./isolate-worker.ts', import.meta.url), {
      workerData: options,
      env: {},
      argv: [],
      resourceLimits: { maxOldGenerationSizeMb: 64, maxYoungGenerationSizeMb: 4 },
    });
    const thread: Thread = { worker, ready: false, task: undefined, timer: undefined };
    threads.add(thread);
    worker.unref();
    worker.on('message', (reply: ThreadReply) => {
      if (reply.kind === 'ready') thread.ready = true;
      else finish(thread, outcomeOf(reply, limits));
      next(thread);
    });
    worker.on('error', (error) => {
      finish(thread, crashed(error, limits));
      drop(thread);
    });
    worker.on('exit', () => {
      finish(thread, { kind: 'refused', reason: 'ended' });
      drop(thread);
    });
  };

  const finish = (thread: Thread, outcome: Outcome) => {
    clearTimeout(thread.timer);
    thread.task?.end(outcome);
    thread.task = undefined;
  };

  const drop = (thread: Thread) => {
    clearTimeout(thread.timer);
    if (!threads.delete(thread)) return;
    // A thread that dies before it took anything says that none can be made: those who wait must hear it.
    if (!thread.ready) for (const task of waiting.splice(0)) task.end({ kind: 'refused', reason: 'ended' });
    void thread.worker.terminate();
    spread();
  };

  const next = (thread: Thread) => {
    if (!threads.has(thread) || thread.task) return;
    clearTimeout(thread.timer);
    const task = waiting.shift();
    if (!task) {
      thread.timer = setTimeout(() => drop(thread), limits.idleMs);
      thread.timer.unref();
      return;
    }
    thread.task = task;
    thread.timer = setTimeout(() => {
      finish(thread, { kind: 'timeout', afterMs: limits.wallMs });
      drop(thread);
    }, limits.wallMs);
    thread.worker.postMessage(task.request);
  };

  /** Gives what waits to threads without work, and makes threads while there are too few. */
  const spread = () => {
    if (closed) return;
    for (const thread of threads) if (thread.ready && !thread.task && waiting.length > 0) next(thread);
    const starting = [...threads].filter(({ ready }) => !ready).length;
    const wanted = Math.min(waiting.length - starting, limits.threads - threads.size);
    for (let more = 0; more < wanted; more += 1) startThread();
  };

  return {
    run({ code, input }, signal) {
      const names = Object.keys(input);
      const bad = names.find((name) => !identifier.test(name));
      if (bad !== undefined) throw new Error(`"${bad}" cannot be the name of an input of a snippet.`);
      if (closed || signal?.aborted) return refused('ended');
      if (code.length > limits.codeLength) return refused('code_too_long');
      const json = JSON.stringify(input);
      if (json.length > limits.inputLength) return refused('input_too_long');
      if (waiting.length >= limits.waiting) return refused('crowded');
      return new Promise((resolve) => {
        const onAbort = () => {
          const thread = [...threads].find((one) => one.task === task);
          task.end({ kind: 'refused', reason: 'ended' });
          if (thread) drop(thread);
          else waiting.splice(waiting.indexOf(task) >>> 0, 1);
        };
        const task: Task = {
          request: { code, names, input: json },
          ended: false,
          end(outcome) {
            if (task.ended) return;
            task.ended = true;
            signal?.removeEventListener('abort', onAbort);
            resolve(outcome);
          },
        };
        signal?.addEventListener('abort', onAbort, { once: true });
        waiting.push(task);
        spread();
      });
    },
    async shutDown() {
      closed = true;
      for (const task of waiting.splice(0)) task.end({ kind: 'refused', reason: 'ended' });
      const ending = [...threads].map((thread) => {
        finish(thread, { kind: 'refused', reason: 'ended' });
        threads.delete(thread);
        return thread.worker.terminate();
      });
      await Promise.all(ending);
    },
  };
}

const refused = (reason: Refusal): Promise<Outcome> => Promise.resolve({ kind: 'refused', reason });

function outcomeOf(reply: Exclude<ThreadReply, { kind: 'ready' }>, limits: IsolateLimits): Outcome {
  if (reply.kind === 'value') return { kind: 'value', value: JSON.parse(reply.json) };
  if (reply.kind === 'memory') return { kind: 'memory', limitBytes: limits.heapBytes };
  if (reply.kind === 'too_long') return { kind: 'refused', reason: 'output_too_long' };
  return reply;
}

/** The interpreter itself fell over: for want of memory, or over its own stack. */
function crashed(error: unknown, limits: IsolateLimits): Outcome {
  const { name, message, code } = error as { name?: string; message?: string; code?: string };
  if (code === 'ERR_WORKER_OUT_OF_MEMORY' || /memory/i.test(message ?? ''))
    return { kind: 'memory', limitBytes: limits.heapBytes };
  return { kind: 'threw', name: name ?? 'Error', message: 'The interpreter ended over it.' };
}
