/**
 * Private runs of this tab: what is sent goes straight from this browser to the model, and what comes back stays in the
 * memory of this tab. The server hears numbers (count-outbox.ts).
 */
import type { RenderedDocument } from '@promptvault/document';
import type { ModelError, ModelEvent } from '@promptvault/wire/model-event';
import type { CallerCall } from '../workers/caller-protocol.ts';
import type { OpenCall } from '../workers/open-caller.ts';
import type { Counts } from './count-outbox.ts';
import type { Owner, PrivateConnection } from './private-keys.ts';
import { emptyAnswer, isOver, type Run, type RunAnswer, type RunEvent, takeEvent } from './run-answer.ts';
import type { FollowedRun } from './use-run.ts';

export type PrivateSending = Pick<
  RenderedDocument,
  'messages' | 'settings' | 'tools' | 'responseSchema' | 'techniques' | 'hash'
>;

/** One model with one set of values. */
export interface PrivateOrder {
  connection: PrivateConnection;
  apiKey: string | null;
  model: string;
  sent: PrivateSending;
  set: { name: string; index: number } | null;
  sampleIndex: number;
}

/** What the runs that are started together share. */
export interface PrivateScope {
  owner: Owner;
  author: { id: string; name: string };
  prompt: { id: string; title: string };
  /** Null where a draft is run. */
  versionNumber: number | null;
}

interface World {
  call: (call: CallerCall, hear: (event: ModelEvent) => void) => OpenCall;
  /** Which settings a model takes, and how it is told of a schema. */
  fit: (order: PrivateOrder) => Pick<CallerCall, 'takes' | 'server' | 'schemaBy'>;
  /** An error in words that a person can act on. */
  words: (error: ModelError, order: PrivateOrder) => string;
  begin: (owner: Owner, id: string, counts: Counts) => Promise<void>;
  /** What the server made of the numbers; undefined where it has not heard of them yet. */
  end: (owner: Owner, id: string, counts: Counts) => Promise<Run | undefined>;
  now: () => number;
  newId: () => string;
  /** Calls soon, once for however many changes. */
  soon: (then: () => void) => void;
}

interface Live extends FollowedRun {
  order: PrivateOrder;
  scope: PrivateScope;
  call: OpenCall | undefined;
  stopped: boolean;
}

export interface PrivateRuns {
  subscribe(listener: () => void): () => void;
  /** The runs of a comparison; undefined where this tab knows nothing of it. The same for the same. */
  runsOf(comparisonId: string): readonly FollowedRun[] | undefined;
  start(scope: PrivateScope, orders: readonly PrivateOrder[]): string;
  stop(runId: string): void;
  /** The same again, in its place. */
  again(runId: string): void;
  isRunning(): boolean;
  /** Forgets everything, and closes what goes on. */
  clear(): void;
}

const mark = 'private-';
/** Whether an address of the studio names private runs, which no server knows. */
export const isPrivateComparison = (id: string | undefined): id is string => id?.startsWith(mark) === true;

export function createPrivateRuns(world: World): PrivateRuns {
  const comparisons = new Map<string, Live[]>();
  let shown = new Map<string, readonly FollowedRun[]>();
  const listeners = new Set<() => void>();
  const changed = () =>
    world.soon(() => {
      shown = new Map();
      for (const listener of listeners) listener();
    });
  const find = (runId: string) => {
    for (const runs of comparisons.values()) {
      const place = runs.findIndex(({ run }) => run.id === runId);
      if (place >= 0) return { runs, place, live: runs[place] as Live };
    }
    return undefined;
  };

  const launch = (live: Live) => {
    const { order, scope, run } = live;
    const { connection, apiKey, model, sent } = order;
    const began = world.now();
    let position = 0;
    let first: number | null = null;
    const take = (event: RunEvent) => {
      position += 1;
      live.answer = takeEvent(live.answer, event, position);
      changed();
    };
    // A run that cannot be written down here is counted when it ends.
    void world.begin(scope.owner, run.id, countsOf(live, 0)).catch(() => undefined);
    take({ type: 'run-start', runId: run.id, text: '', reasoning: '' });
    const { provider, baseUrl, api } = connection;
    const { messages, settings, tools, responseSchema, techniques } = sent;
    live.call = world.call(
      {
        ...{ provider, baseUrl, apiKey, model, messages, settings, tools, responseSchema },
        ...(api === null ? {} : { api }),
        ...world.fit(order),
        thinksFirst: techniques.chainOfThought !== undefined,
      },
      (event) => {
        if (isAnswer(event)) first ??= world.now() - began;
        const told = toRunEvent(event, live, {
          timeToFirstTokenMs: first,
          durationMs: world.now() - began,
          words: (error) => world.words(error, order),
        });
        take(told);
        if (isOver(live.answer.status)) conclude(live);
      },
    );
  };
  const conclude = (live: Live) => {
    const { answer, scope, run } = live;
    world
      .end(scope.owner, run.id, countsOf(live, answer.durationMs ?? 0))
      .then((counted) => {
        if (!counted) return;
        live.answer = { ...live.answer, cost: counted.cost };
        live.run = { ...live.run, totalMicroDollars: counted.totalMicroDollars };
        changed();
      })
      // The answer is here all the same; the numbers are told when the page is opened next.
      .catch(() => undefined);
  };
  const newLive = (scope: PrivateScope, order: PrivateOrder, comparisonId: string): Live => ({
    run: newRun(scope, order, { id: world.newId(), comparisonId, at: new Date(world.now()).toISOString() }),
    answer: emptyAnswer,
    order,
    scope,
    call: undefined,
    stopped: false,
  });

  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    runsOf(comparisonId) {
      const runs = comparisons.get(comparisonId);
      if (!runs) return undefined;
      const known = shown.get(comparisonId);
      if (known) return known;
      const now = runs.map(({ run, answer }) => ({ run, answer }));
      shown.set(comparisonId, now);
      return now;
    },
    start(scope, orders) {
      const comparisonId = `${mark}${world.newId()}`;
      const runs = orders.map((order) => newLive(scope, order, comparisonId));
      comparisons.set(comparisonId, runs);
      runs.forEach(launch);
      return comparisonId;
    },
    stop(runId) {
      const live = find(runId)?.live;
      if (!live || isOver(live.answer.status)) return;
      live.stopped = true;
      live.call?.stop();
    },
    again(runId) {
      const found = find(runId);
      if (!found || !isOver(found.live.answer.status)) return;
      const { scope, order, run } = found.live;
      const live = newLive(scope, order, run.comparisonId);
      found.runs[found.place] = live;
      launch(live);
      changed();
    },
    isRunning: () => [...comparisons.values()].flat().some(({ answer }) => !isOver(answer.status)),
    clear() {
      for (const { call } of [...comparisons.values()].flat()) call?.stop();
      comparisons.clear();
      changed();
    },
  };
}

const isAnswer = ({ type }: ModelEvent) =>
  type === 'text-delta' || type === 'reasoning-delta' || type === 'tool-call';

type Told = Pick<RunAnswer, 'timeToFirstTokenMs' | 'durationMs'> & { words: (error: ModelError) => string };

function toRunEvent(event: ModelEvent, { run, answer }: Live, { words, ...timing }: Told): RunEvent {
  const runId = run.id;
  const outcome = { runId, usage: answer.usage, cost: null, outcome: null, ...timing };
  switch (event.type) {
    case 'usage':
      return {
        ...event,
        runId,
        cachedInputTokens: event.cachedInputTokens ?? null,
        reasoningTokens: event.reasoningTokens ?? null,
      };
    case 'end':
      return {
        type: 'run-end',
        ...outcome,
        status: event.finishReason === 'interrupted' ? 'stopped' : 'finished',
        finishReason: event.finishReason,
      };
    case 'error': {
      const { code, retryable } = event;
      const message = words(event);
      return {
        type: 'run-error',
        ...outcome,
        status: 'failed',
        finishReason: null,
        code,
        message,
        retryable,
      };
    }
    default:
      return { ...event, runId };
  }
}

function newRun(
  { author, prompt, versionNumber }: PrivateScope,
  { connection, model, sent, set, sampleIndex }: PrivateOrder,
  { id, comparisonId, at }: { id: string; comparisonId: string; at: string },
): Run {
  return {
    ...{ id, comparisonId, author, versionNumber, sampleIndex, model },
    ...{
      parentId: null,
      kind: 'single',
      origin: 'direct',
      continuesId: null,
      assignment: null,
      private: true,
    },
    setName: set?.name ?? null,
    setIndex: set?.index ?? null,
    status: 'running',
    promptId: prompt.id,
    promptTitle: prompt.title,
    versionId: null,
    connectionId: null,
    connectionName: connection.name,
    provider: connection.provider,
    ...{ chainName: null, tried: [], excerpt: '', createdAt: at, startedAt: at, endedAt: null },
    ...{ timeToFirstTokenMs: null, durationMs: null, finishReason: null, usage: null, cost: null },
    ...{ totalMicroDollars: null, error: null, cached: null, outcome: null, keepContext: false, revision: 1 },
    sentHash: sent.hash,
  };
}

const reasons = ['stop', 'length', 'content_filter', 'refusal', 'tool_calls', 'interrupted'] as const;

/** Numbers, ids and names of a list: there is no place here for anything that was said. */
function countsOf({ run, answer, scope, order }: Live, durationMs: number): Counts {
  const { status, finishReason, usage, error, timeToFirstTokenMs } = answer;
  const over = isOver(status);
  return {
    promptId: scope.prompt.id,
    versionNumber: scope.versionNumber,
    provider: order.connection.provider,
    ownAddress: order.connection.baseUrl !== null,
    model: run.model,
    status: over ? (status as Counts['status']) : 'interrupted',
    finishReason: over
      ? (reasons.find((one) => one === finishReason) ?? (finishReason === null ? null : 'other'))
      : 'interrupted',
    errorCode: error ? (error.code as Counts['errorCode']) : null,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    cachedInputTokens: usage?.cachedInputTokens ?? null,
    reasoningTokens: usage?.reasoningTokens ?? null,
    usageEstimated: usage?.estimated ?? true,
    timeToFirstTokenMs: timeToFirstTokenMs === null ? null : Math.round(timeToFirstTokenMs),
    durationMs: Math.min(86_400_000, Math.max(0, Math.round(durationMs))),
  };
}
