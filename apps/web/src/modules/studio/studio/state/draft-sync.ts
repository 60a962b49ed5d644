/**
 * Keeps a Y.Doc in the browser and the draft on the server the same. Local updates are kept in the browser at once,
 * sent in batches (300 ms after the last, at the latest 1 s after the first) and forgotten when the server has
 * acknowledged them, which it does after its commit. An update may be sent twice: Yjs counts it once.
 */
import * as Y from 'yjs';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import type { KeptUpdates } from './kept-updates.ts';

export type DraftTransport = {
  /** All updates after `seq`; with 0 the whole draft as one. */
  read: (after: number) => Promise<{ updates: Uint8Array[]; seq: number }>;
  append: (updates: readonly Uint8Array[]) => Promise<{ seq: number }>;
};

export type DraftState = {
  /** `loading` until the draft is here; `failed` when it could not be read at first. */
  phase: 'loading' | 'ready' | 'failed';
  /** `kept`: the server cannot be reached, the updates wait here. `refused`: it said no. */
  saving: 'saved' | 'saving' | 'kept' | 'refused';
  /** The browser refuses to keep what is not sent yet, so closing the tab would lose it. */
  isFragile: boolean;
  problem: ApiProblem | undefined;
};

export type DraftSync = {
  ydoc: Y.Doc;
  state: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  /** Loads the draft, and again after it failed. */
  start: () => Promise<void>;
  /** Reads what others wrote. */
  pull: () => Promise<void>;
  /** Sends everything now; throws the problem when the server does not take it. */
  settle: () => Promise<void>;
  close: () => void;
};

type Timers = {
  set: (act: () => void, after: number) => unknown;
  clear: (timer: unknown) => void;
  now: () => number;
};

type DraftSyncOptions = { transport: DraftTransport; kept: KeptUpdates; ydoc?: Y.Doc; timers?: Timers };

const quiet = 300;
const longest = 1_000;
const retries = [1_000, 2_000, 5_000, 10_000, 30_000];
const batch = { updates: 100, bytes: 1 << 20 };
const joined = 64 << 10;

const fromServer = Symbol('from the server');

const browserTimers: Timers = {
  set: (act, after) => setTimeout(act, after),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
  now: () => Date.now(),
};

export function createDraftSync(options: DraftSyncOptions): DraftSync {
  const { transport, kept, timers = browserTimers } = options;
  const ydoc = options.ydoc ?? new Y.Doc();
  const listeners = new Set<() => void>();
  let state: DraftState = { phase: 'loading', saving: 'saved', isFragile: false, problem: undefined };
  let pending: Uint8Array[] = [];
  /** How many of `pending` are on their way; these are neither joined nor sent again. */
  let underway = 0;
  let seq = 0;
  let failures = 0;
  let firstAt: number | undefined;
  let timer: unknown;
  let sending: Promise<void> | undefined;
  let dropInherited: (() => void) | undefined;
  let closed = false;

  const become = (change: Partial<DraftState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const remember = () => {
    const isFragile = !kept.keep(pending);
    if (isFragile !== state.isFragile) become({ isFragile });
  };

  const plan = () => {
    if (closed || sending || pending.length === 0) return;
    const now = timers.now();
    firstAt ??= now;
    timers.clear(timer);
    timer = timers.set(() => void send(), Math.max(0, Math.min(quiet, firstAt + longest - now)));
  };

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === fromServer) return;
    const last = pending.length > underway ? pending.at(-1) : undefined;
    if (last && last.length + update.length <= joined)
      pending = pending.with(-1, Y.mergeUpdates([last, update]));
    else pending = [...pending, update];
    remember();
    if (state.saving === 'saved' || state.saving === 'refused')
      become({ saving: 'saving', problem: undefined });
    if (state.saving !== 'kept') plan();
  };

  const take = (updates: readonly Uint8Array[]) => {
    for (const update of updates) Y.applyUpdate(ydoc, update, fromServer);
  };

  const read = async () => {
    const answer = await transport.read(seq);
    if (closed) return;
    take(answer.updates);
    seq = Math.max(seq, answer.seq);
  };

  const pull = async () => {
    if (state.phase !== 'ready') return;
    try {
      await read();
    } catch (error) {
      // What one has stays usable; the next look or the next write tells.
      if (!(error instanceof ApiProblem)) throw error;
    }
  };

  const send = (): Promise<void> => {
    timers.clear(timer);
    sending ??= sendOnce().finally(() => {
      sending = undefined;
      if (state.saving === 'saving') plan();
    });
    return sending;
  };

  const sendOnce = async () => {
    if (closed || pending.length === 0) return;
    firstAt = undefined;
    underway = countBatch(pending);
    const sent = pending.slice(0, underway);
    const isAgain = failures > 0;
    become({ saving: 'saving' });
    try {
      const ack = await transport.append(sent);
      pending = pending.slice(underway);
      underway = 0;
      failures = 0;
      if (pending.length === 0) dropInherited?.();
      remember();
      // A number that is not ours alone means that others wrote: after a repetition one cannot tell.
      if (!isAgain && ack.seq === seq + sent.length) seq = ack.seq;
      else await pull();
      if (pending.length === 0) become({ saving: 'saved', problem: undefined });
    } catch (error) {
      underway = 0;
      if (!(error instanceof ApiProblem)) throw error;
      await fail(error);
    }
  };

  const fail = async (problem: ApiProblem) => {
    if (problem.passing) {
      const wait =
        (problem.retryAfter ?? 0) * 1_000 || (retries[Math.min(failures, retries.length - 1)] ?? 0);
      failures += 1;
      become({ saving: 'kept', problem });
      if (!closed) timer = timers.set(() => void send(), wait);
      return;
    }
    become({ saving: 'refused', problem });
    await pull();
  };

  ydoc.on('update', onUpdate);

  return {
    ydoc,
    pull,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async start() {
      become({ phase: 'loading', problem: undefined });
      try {
        await read();
      } catch (error) {
        if (!(error instanceof ApiProblem)) throw error;
        become({ phase: 'failed', problem: error });
        return;
      }
      if (closed) return;
      const { updates, drop } = kept.inherit();
      dropInherited = drop;
      for (const update of updates) Y.applyUpdate(ydoc, update, fromServer);
      if (updates.length > 0) {
        pending = [...updates, ...pending];
        remember();
      }
      become({ phase: 'ready', saving: pending.length > 0 ? 'saving' : 'saved' });
      plan();
    },
    async settle() {
      while (pending.length > 0 && !closed) {
        await send();
        if (state.saving === 'kept' || state.saving === 'refused') throw state.problem;
      }
    },
    close() {
      closed = true;
      timers.clear(timer);
      ydoc.off('update', onUpdate);
      listeners.clear();
    },
  };
}

function countBatch(pending: readonly Uint8Array[]): number {
  let bytes = 0;
  let count = 0;
  for (const update of pending.slice(0, batch.updates)) {
    bytes += update.length;
    if (count > 0 && bytes > batch.bytes) break;
    count += 1;
  }
  return count;
}
