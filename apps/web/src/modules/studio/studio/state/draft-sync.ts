/**
 * Keeps a Y.Doc in the browser and the draft on the server the same, over the tab's live connection. Local updates
 * are kept in the browser at once, sent one batch after the other, and forgotten when the server has acknowledged
 * them, which it does after its commit. An update may be sent twice: Yjs counts it once. After a break both sides
 * tell each other what the other one lacks.
 */
import {
  type Caret,
  type DraftPeople,
  EDITOR_FRAMES,
  largestDraftUpdate,
  ROOM_FRAMES,
  readFrame,
  readJson,
  writeFrame,
  writeJson,
} from '@promptvault/contract/vault/prompts/draft-frames';
import * as Y from 'yjs';
import { ApiProblem, toProblem } from '../../../../wire/api-problem.ts';
import type { LiveConversation } from '../../../../wire/live-client.ts';
import { t } from '../messages.ts';
import { createDraftPeople, type DraftPeopleStore } from './draft-people.ts';
import type { KeptUpdates } from './kept-updates.ts';

/** Enters the room of the draft. */
export type DraftLine = (conversation: LiveConversation) => {
  say: (frame: Uint8Array) => boolean;
  leave: () => void;
};

export type DraftState = {
  /**
   * `loading` until the draft is here; `failed` when it could not be read at first; `closed` when one may no longer
   * write it.
   */
  phase: 'loading' | 'ready' | 'failed' | 'closed';
  /** `kept`: the server cannot be reached, the updates wait here. `refused`: it said no. */
  saving: 'saved' | 'saving' | 'kept' | 'refused';
  isOnline: boolean;
  /** The browser refuses to keep what is not sent yet, so closing the tab would lose it. */
  isFragile: boolean;
  problem: ApiProblem | undefined;
};

export type DraftSync = {
  ydoc: Y.Doc;
  people: DraftPeopleStore;
  state: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  /** Somebody saved a version, or went back to one. */
  onBase: (listener: (baseVersion: number | null) => void) => () => void;
  /** Tells the others where one is, some times a second. */
  showCaret: (caret: Caret | null) => void;
  /** Enters the room, and again after it failed. */
  start: () => Promise<void>;
  /** Resolves when everything is stored; throws the problem when the server does not take it. */
  settle: () => Promise<void>;
  close: () => void;
};

type Timers = { set: (act: () => void, after: number) => unknown; clear: (timer: unknown) => void };

type DraftSyncOptions = {
  line: DraftLine;
  kept: KeptUpdates;
  /** Names this tab's entries among the kept ones. */
  tab: string;
  ydoc?: Y.Doc;
  timers?: Timers;
};

type Pending = { key: string; update: Uint8Array };

const gatherMs = 20;
const caretMs = 90;
const retries = [1_000, 2_000, 5_000, 10_000, 30_000];
const mostBytes = 1 << 20;

const fromServer = Symbol('from the server');

const browserTimers: Timers = {
  set: (act, after) => setTimeout(act, after),
  clear: (timer) => clearTimeout(timer as ReturnType<typeof setTimeout>),
};

export function createDraftSync(options: DraftSyncOptions): DraftSync {
  const { kept, tab, timers = browserTimers } = options;
  const ydoc = options.ydoc ?? new Y.Doc();
  const people = createDraftPeople();
  const listeners = new Set<() => void>();
  const baseListeners = new Set<(baseVersion: number | null) => void>();
  let state: DraftState = {
    phase: 'loading',
    saving: 'saved',
    isOnline: false,
    isFragile: false,
    problem: undefined,
  };
  let line: ReturnType<DraftLine> | undefined;
  let pending: Pending[] = [];
  /** The batch on its way: the first `count` of `pending`. */
  let underway: { number: number; count: number } | undefined;
  let made = 0;
  let failures = 0;
  let sending: unknown;
  let retrying: unknown;
  let caret: Caret | null | undefined;
  let showing: unknown;
  let closed = false;

  const become = (change: Partial<DraftState>) => {
    state = { ...state, ...change };
    for (const listener of listeners) listener();
  };

  const fragile = () => {
    if (!state.isFragile) become({ isFragile: true });
  };

  const onUpdate = (update: Uint8Array, origin: unknown) => {
    if (origin === fromServer) return;
    made += 1;
    const one = { key: `${tab}.${String(made).padStart(9, '0')}`, update };
    pending.push(one);
    kept.keep(one.key, update).catch(fragile);
    if (!state.isOnline) become({ saving: 'kept' });
    else if (state.saving !== 'kept') become({ saving: 'saving', problem: undefined });
    if (state.saving === 'saving') plan(gatherMs);
  };

  const plan = (after: number) => {
    if (sending !== undefined || underway || pending.length === 0) return;
    sending = timers.set(send, after);
  };

  const send = () => {
    timers.clear(sending);
    sending = undefined;
    if (closed || underway || pending.length === 0 || state.phase !== 'ready' || !state.isOnline) return;
    const count = countBatch(pending);
    const update = Y.mergeUpdates(pending.slice(0, count).map((one) => one.update));
    // The server would close the connection on it, again and again.
    if (update.length > largestDraftUpdate) return become({ saving: 'refused', problem: tooLarge() });
    made += 1;
    if (!line?.say(writeFrame(EDITOR_FRAMES.update, made, update))) return;
    underway = { number: made, count };
    become({ saving: 'saving' });
  };

  const acknowledge = (number: number) => {
    if (underway?.number !== number) return;
    const done = pending.slice(0, underway.count);
    pending = pending.slice(underway.count);
    underway = undefined;
    failures = 0;
    // An entry that stays is sent once more by a later tab, and counts once.
    kept.forget(done.map(({ key }) => key)).catch(() => undefined);
    if (pending.length > 0) send();
    else become({ saving: 'saved', problem: undefined, isFragile: false });
  };

  const refuse = (number: number, problem: ApiProblem) => {
    if (number === 0) return lose(problem);
    if (underway?.number !== number) return;
    underway = undefined;
    if (!problem.passing) return become({ saving: 'refused', problem });
    become({ saving: 'kept', problem });
    later(problem, () => {
      if (state.saving === 'kept') send();
    });
  };

  const later = (problem: ApiProblem, act: () => void) => {
    if (closed) return;
    const wait = (problem.retryAfter ?? 0) * 1_000 || retries[Math.min(failures, retries.length - 1)];
    failures += 1;
    timers.clear(retrying);
    retrying = timers.set(act, wait ?? 0);
  };

  /** The room does not let us in, or no longer: for now, or for good. */
  const lose = (problem: ApiProblem) => {
    breakOff();
    line?.leave();
    line = undefined;
    if (!problem.passing) return become({ phase: state.phase === 'loading' ? 'failed' : 'closed', problem });
    if (state.phase === 'loading') become({ phase: 'failed', problem });
    else become({ problem });
    later(problem, enter);
  };

  const breakOff = () => {
    underway = undefined;
    people.clear();
    become({ isOnline: false, saving: pending.length > 0 ? 'kept' : state.saving });
  };

  const hear = (bytes: Uint8Array) => {
    const frame = readFrame(bytes);
    if (!frame || closed) return;
    const { kind, number, body } = frame;
    if (kind === ROOM_FRAMES.update) Y.applyUpdate(ydoc, body, fromServer);
    else if (kind === ROOM_FRAMES.ack) acknowledge(number);
    else if (kind === ROOM_FRAMES.people) people.hear(readJson(body) as DraftPeople);
    else if (kind === ROOM_FRAMES.refusal) refuse(number, toProblem(readJson(body), 500));
    else if (kind === ROOM_FRAMES.base) {
      const { baseVersion } = readJson(body) as { baseVersion: number | null };
      for (const listener of baseListeners) listener(baseVersion);
    } else if (kind === ROOM_FRAMES.state) {
      Y.applyUpdate(ydoc, body, fromServer);
      failures = 0;
      become({
        phase: 'ready',
        isOnline: true,
        saving: pending.length > 0 ? 'saving' : 'saved',
        problem: undefined,
      });
      if (caret) say(caret);
      send();
    }
  };

  const enter = () => {
    if (closed || line) return;
    line = options.line({
      onBytes: hear,
      onSubscribed: () => void line?.say(writeFrame(EDITOR_FRAMES.hello, 0, Y.encodeStateVector(ydoc))),
      onProblem: lose,
      onBreak: breakOff,
    });
  };

  const say = (next: Caret | null) =>
    line?.say(writeFrame(EDITOR_FRAMES.caret, 0, next ? writeJson(next) : undefined));

  ydoc.on('update', onUpdate);

  return {
    ydoc,
    people,
    state: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onBase(listener) {
      baseListeners.add(listener);
      return () => baseListeners.delete(listener);
    },
    showCaret(next) {
      caret = next;
      if (!state.isOnline) return;
      showing ??= timers.set(() => {
        showing = undefined;
        if (caret !== undefined && state.isOnline) say(caret);
      }, caretMs);
    },
    async start() {
      become({ phase: 'loading', problem: undefined });
      const known = new Set(pending.map(({ key }) => key));
      const inherited = await kept.inherit().catch(() => []); // Where nothing can be kept, nothing is.
      if (closed) return;
      const fresh = inherited.filter(({ key, update }) => !known.has(key) && takeKept(ydoc, update));
      pending = [...fresh, ...pending];
      enter();
    },
    async settle() {
      if (pending.length === 0) return;
      if (state.saving === 'refused') become({ saving: 'saving', problem: undefined });
      send();
      await new Promise<void>((resolve, reject) => {
        const look = () => {
          const isOver = pending.length === 0 || state.saving === 'kept' || state.saving === 'refused';
          if (!isOver && !closed) return;
          listeners.delete(look);
          if (pending.length === 0) resolve();
          else reject(state.problem ?? toProblem({ code: 'wire.unreachable', status: 0 }, 0));
        };
        listeners.add(look);
        look();
      });
    },
    close() {
      closed = true;
      for (const timer of [sending, retrying, showing]) timers.clear(timer);
      ydoc.off('update', onUpdate);
      line?.leave();
      for (const listener of listeners) listener();
      listeners.clear();
    },
  };
}

/** False for an entry that was spoiled in this browser. */
function takeKept(ydoc: Y.Doc, update: Uint8Array): boolean {
  try {
    Y.applyUpdate(ydoc, update, fromServer);
    return true;
  } catch {
    return false;
  }
}

const tooLarge = () =>
  new ApiProblem({
    status: 413,
    code: 'wire.too_large',
    message: t('draftTooLarge', { megabytes: largestDraftUpdate >> 20 }),
  });

function countBatch(pending: readonly Pending[]): number {
  let bytes = 0;
  let count = 0;
  for (const { update } of pending) {
    bytes += update.length;
    if (count > 0 && bytes > mostBytes) break;
    count += 1;
  }
  return count;
}
