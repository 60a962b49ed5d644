/** The life of one run after its row is committed: place, call, events, row, end. Contents stay in memory. */
import { attachmentWords } from '@promptvault/contract/studio/runs/attachment-words';
import {
  type AnswerOutcomeView,
  isRunOver,
  type TechniqueResultView,
  type TriedModel,
} from '@promptvault/contract/studio/runs/shapes';
import type { Json, Message, Settings, Tool } from '@promptvault/document';
import type { Techniques } from '@promptvault/document/techniques';
import type { ModelError, ModelEvent } from '@promptvault/wire/model-event';
import type { AttachmentKind } from '@promptvault/wire/read-attachment';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { toDomainError } from '../../../../foundation/errors/problem.ts';
import type { Lease, PlaceLimit } from '../../../../foundation/limits/limits.ts';
import { type ChosenModel, costOfCall, keyOf } from '../../models/index.ts';
import { runFinishedEvent } from '../events.ts';
import type { CachedRun } from '../repository/answer-cache.ts';
import { endRun, type RunColumns, type RunOutcome } from '../repository/runs.ts';
import { toFinishedPayload, toLastEvent } from '../views.ts';
import { keepAnswer } from './cached-answers.ts';
import { converse } from './converse.ts';
import { converseInWords } from './converse-in-words.ts';
import { notTaken, type SentAttachment } from './run-attachments.ts';
import type { RunJournal } from './run-journal.ts';
import { waitForPlace } from './run-places.ts';
import { longestOutput, type RunProgress } from './run-progress.ts';
import { schemaByOf } from './schema-by.ts';
import { settleRun } from './settle-run.ts';
import { thinkApart } from './think-apart.ts';

/** What a run needs to be called; lives in memory only. */
export interface RunOrder {
  organizationId: string;
  runId: string;
  authorId: string | null;
  /** What it needs before it is called; where one is taken it waits. */
  places: readonly PlaceLimit[];
  model: ChosenModel;
  messages: Message[];
  /** Sent with the last message of the user. */
  attachments: readonly SentAttachment[];
  settings: Settings;
  tools: Tool[];
  /** Names of tools that may be called though they change something. */
  confirmedTools: readonly string[];
  responseSchema: Json;
  /** The form of the whole answer, of which this run may be the end; null where none is asked for. */
  form: { schema: Json; before: string } | null;
  /** What runs before it cost that belong to the same answer. */
  rolledMicroDollars: number;
  /** Prompts whose tools led to this run, outermost first; its own is the last. */
  trail: readonly string[];
  techniques: Techniques;
  /** What is known of them before the call. */
  result: TechniqueResultView | null;
  /** What its answer is kept under, where it may be given again. */
  cacheKey: string | null;
  /** The answer that is given in place of a call. */
  cached: CachedRun | null;
}

export type StopReason = 'stop' | 'shutdown' | 'lost';

/** A run that this process is calling. */
export interface LiveRun {
  order: RunOrder;
  journal: RunJournal;
  progress: RunProgress;
  abort: AbortController;
  why: StopReason | undefined;
  /** The places that were free as its row was written. */
  lease: Lease | undefined;
  startedAt: Date | undefined;
  /** Whom it speaks with; changes when a chain falls back. */
  model: ChosenModel;
  tried: TriedModel[];
  /** Once the answer is there and was checked. */
  outcome: AnswerOutcomeView | null;
  /** What came of the techniques so far. */
  result: TechniqueResultView | null;
  /** What the runs that are part of its answer cost. */
  partsMicroDollars: number;
  /** Names this process on the rows of its runs. */
  processId: string;
  /** About how many tokens the step under way sends; 0 once its usage is known. */
  stepTokens: number;
  /** Resolves once the row tells all there is, of which calls of tools are a part. @throws where it cannot be written */
  written(): Promise<void>;
  /** Calls a run that belongs to this one, whose row is committed, and stops with it. @returns once it is over */
  call(order: RunOrder): Promise<void>;
}

/** Reasoning models think for minutes before their first word. */
const patience = { firstTokenTimeoutMs: 300_000, idleTimeoutMs: 120_000 };
const endAttempts = 6;

export interface Timing {
  timeToFirstTokenMs: number | null;
  durationMs: number | null;
}

/** Makes the call and tells followers; does not touch the row. Never throws. */
export async function callModel(ports: Ports, live: LiveRun): Promise<Timing> {
  const { order, journal, progress, abort } = live;
  if (order.cached) return recall(ports, live, order.cached);
  const timing: Timing = { timeToFirstTokenMs: null, durationMs: null };
  const place = await waitForPlace(ports, order.places, abort.signal, live.lease).catch((error: unknown) => {
    fail(ports, live, error);
    return undefined;
  });
  if (!place) return timing;
  live.startedAt = ports.clock.now();
  const began = ports.clock.monotonic();
  const since = () => Math.round(ports.clock.monotonic() - began);
  for (const model of [order.model, ...order.model.fallbacks]) {
    live.model = model;
    const failure = await speak(ports, live, () => {
      timing.timeToFirstTokenMs ??= since();
    });
    if (!failure) break;
    live.tried.push(toTried(model, failure));
    const next = order.model.fallbacks[live.tried.length - 1];
    journal.push(progress.take({ type: 'warning', message: fallbackWords(model, failure, next) }));
  }
  timing.durationMs = since();
  await place.release();
  return timing;
}

/** Tells an answer that was given before, as if it had come at once. */
function recall(ports: Ports, live: LiveRun, { output, reasoning }: CachedRun): Timing {
  const { journal, progress } = live;
  live.startedAt = ports.clock.now();
  if (reasoning !== '') journal.push(progress.take({ type: 'reasoning-delta', text: reasoning }));
  journal.push(progress.take({ type: 'text-delta', text: output }));
  journal.push(progress.take({ type: 'end', finishReason: 'stop' }));
  return { timeToFirstTokenMs: 0, durationMs: 0 };
}

/**
 * One model's answer. @returns why it failed where the next of the chain should be called: for a passing reason,
 * and before its first word, so that nobody reads two beginnings.
 */
async function speak(ports: Ports, live: LiveRun, onAnswer: () => void): Promise<ModelError | undefined> {
  const { order, journal, progress, abort } = live;
  const isLast = live.tried.length === order.model.fallbacks.length;
  let began = false;
  try {
    const { provider, api, baseUrl, model, connectionId, takes, server, maxOutputTokens } = live.model;
    const { messages, attachments, settings, tools, responseSchema } = order;
    const apiKey = keyOf(ports.secrets, live.model);
    const schemaBy = schemaByOf(live.model);
    const call = {
      provider,
      api,
      baseUrl,
      model,
      apiKey,
      messages,
      attachments,
      settings,
      takes,
      longestAnswer: maxOutputTokens,
      server,
      tools,
      responseSchema,
      schemaBy,
    };
    const key = connectionId === null ? {} : { keyId: connectionId };
    const speakBy = order.techniques.react && tools.length > 0 ? converseInWords : converse;
    const lacking = notTaken(live.model, attachments);
    const said =
      lacking.length > 0
        ? refuseAttachments(model, lacking)
        : speakBy(ports, live, { ...call, ...key, signal: abort.signal, ...patience });
    for await (const event of thinkApart(order.techniques, said)) {
      if (event.type === 'error' && goesOn(event) && !began && !isLast && !abort.signal.aborted) return event;
      if (isAnswer(event.type)) onAnswer();
      began ||= isAnswer(event.type);
      journal.push(progress.take(event));
      ports.hear();
      if (progress.output.length + progress.reasoning.length > longestOutput) {
        progress.end = { reason: 'length' };
        break;
      }
    }
  } catch (error) {
    fail(ports, live, error);
  }
  return undefined;
}

/** The next of a chain may take the attachments that this one does not. */
const goesOn = ({ retryable, code }: ModelError) => retryable || code === 'model.attachments_not_taken';

/** In place of a call: the provider would be told what it surely refuses. */
async function* refuseAttachments(
  model: string,
  kinds: readonly AttachmentKind[],
): AsyncGenerator<ModelEvent> {
  yield {
    type: 'error',
    code: 'model.attachments_not_taken',
    message: `${model} does not take ${attachmentWords(kinds)}, so it was not called.`,
    retryable: false,
  };
}

const toTried = ({ connectionName, model }: ChosenModel, { code, message }: ModelError): TriedModel => ({
  connectionName,
  model,
  code,
  message: message.slice(0, 500).toWellFormed(),
});

const nameOf = ({ connectionName, model }: ChosenModel) => `${model} (${connectionName})`;

function fallbackWords(failed: ChosenModel, { message }: ModelError, next: ChosenModel | undefined): string {
  return `${nameOf(failed)}: ${message}${next ? ` Going on with ${nameOf(next)}.` : ''}`;
}

const isAnswer = (type: string) =>
  type === 'text-delta' || type === 'reasoning-delta' || type === 'tool-call';

function fail(ports: Ports, { order, progress }: LiveRun, thrown: unknown): void {
  const { code, message } = toDomainError(thrown);
  ports.log.error('a run broke', { error: thrown, run: order.runId });
  progress.end = { error: { code: code as never, message, retryable: true } };
}

/** Ends the row, the event log and the stream, in this order: whoever is told of the end finds it in the row. */
export async function concludeRun(
  ports: Ports,
  live: LiveRun,
  timing: Timing,
  processId: string,
): Promise<void> {
  const { order, journal } = live;
  await journal.settle();
  const outcome = await outcomeOf(ports, live, timing);
  const row = await writeEnd(ports, order, processId, outcome);
  await journal.finish(row && toLastEvent(row));
}

/** No model was called. */
const nothing = { microDollars: 0, priceVersion: 'cache' };

async function outcomeOf(ports: Ports, live: LiveRun, timing: Timing): Promise<RunOutcome> {
  const { progress, journal } = live;
  const { connectionId, connectionName, provider, model } = live.model;
  const { output, reasoning, toolCalls, warnings, marked, usage } = progress;
  const endedAt = ports.clock.now();
  const cost = live.order.cached ? nothing : usage && (await costOfCall(live.model, usage, endedAt));
  return {
    ...endOf(live),
    outcome: live.outcome,
    techniqueResult: live.result,
    rolledMicroDollars: live.order.rolledMicroDollars + live.partsMicroDollars,
    ...{ connectionId, connectionName, provider, model, tried: live.tried },
    output,
    reasoning,
    outputEventId: journal.appended().eventId,
    toolCalls,
    warnings,
    marked,
    ...timing,
    startedAt: live.startedAt ?? null,
    endedAt,
    heartbeatAt: endedAt,
    inputTokens: usage?.inputTokens ?? null,
    outputTokens: usage?.outputTokens ?? null,
    cachedInputTokens: usage?.cachedInputTokens ?? null,
    reasoningTokens: usage?.reasoningTokens ?? null,
    usageEstimated: usage?.estimated ?? null,
    costMicroDollars: cost?.microDollars ?? null,
    priceVersion: cost?.priceVersion ?? null,
  };
}

/** What a stopped call reports comes second: it was stopped, however the provider took it. */
function endOf({ why, progress: { end } }: LiveRun): RunOutcome {
  const whole = end && 'reason' in end && end.reason !== 'interrupted' ? end.reason : undefined;
  if (whole) return { status: 'finished', finishReason: whole };
  if (why === 'stop') return { status: 'stopped', finishReason: 'interrupted' };
  if (why) return { status: 'interrupted', finishReason: 'interrupted' };
  if (!end || 'reason' in end) return { status: 'interrupted', finishReason: 'interrupted' };
  const { code, message, retryable } = end.error;
  return {
    status: 'failed',
    errorCode: code,
    errorMessage: message.slice(0, 2_000).toWellFormed(),
    errorRetryable: retryable,
  };
}

async function writeEnd(
  ports: Ports,
  { organizationId, runId, authorId, cacheKey }: RunOrder,
  processId: string,
  outcome: RunOutcome,
): Promise<RunColumns | undefined> {
  const scope = { organizationId, job: 'studio/runs.end', onBehalfOf: authorId };
  for (let attempt = 1; ; attempt++) {
    try {
      return await ports.within(scope, async (ctx) => {
        const row = await endRun(ctx.tx, { organizationId, runId, processId }, outcome);
        if (row && isRunOver(row.status)) {
          await settleRun(ctx, row);
          if (cacheKey !== null) await keepAnswer(ctx, cacheKey, row);
          await ctx.emit(runFinishedEvent, { kind: 'run', id: runId }, toFinishedPayload(row));
        }
        return row;
      });
    } catch (error) {
      ports.log.warn('the end of a run could not be written', { error, run: runId, attempt });
      // The sweeper will find the row and end it; what was written of the text so far stays.
      if (attempt >= endAttempts) return undefined;
      await ports.clock.sleep(100 * 2 ** attempt);
    }
  }
}
