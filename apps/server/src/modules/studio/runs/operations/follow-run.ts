/**
 * The events of a run for one follower: replayed from the stream, then as they come. Where the stream lacks
 * some, or is in another process, the row tells the text so far in a new `run-start`.
 */
import type { RunEvent } from '@promptvault/contract/studio/runs/events';
import { isRunOver } from '@promptvault/contract/studio/runs/shapes';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { StreamEvent } from '../../../../foundation/streams/streams.ts';
import { findRunState, type RunColumns } from '../repository/runs.ts';
import { toLastEvent } from '../views.ts';
import { toldToAll } from './names-of-pairs.ts';
import { streamOf } from './run-journal.ts';

export interface FollowedRun {
  organizationId: string;
  runId: string;
}

export interface FollowedEvent {
  id: string;
  data: RunEvent;
}

const lookAgainMs = 250;

/** Ends after the run's last event, or when the signal is aborted. */
export async function* followRun(
  ports: Ports,
  run: FollowedRun,
  signal: AbortSignal,
  after: string | null,
): AsyncGenerator<FollowedEvent> {
  const stream = streamOf(run.runId);
  let cursor = /^\d{1,9}$/.test(after ?? '') ? Number(after) : 0;
  /** The text of events up to here was told from the row. */
  let told = 0;
  while (!signal.aborted) {
    const { state, last } = await ports.streams.read(stream, cursor, 1);
    const drained = state === 'absent' || (state === 'closed' && cursor >= last);
    const row = drained ? await readRow(ports, run) : undefined;
    if (drained && !row) return;
    if (row && isRunOver(row.status)) return yield* tellEnd(row, cursor);
    if (row && row.outputEventId > cursor) {
      cursor = row.outputEventId;
      told = cursor;
      yield* soFar(row);
    }
    if (row) {
      await ports.clock.sleep(lookAgainMs, signal).catch(() => undefined);
      continue;
    }
    for await (const { events, gap } of ports.streams.tail(stream, cursor, signal)) {
      const bridged = gap ? await bridge(ports, run, gap.to, signal) : undefined;
      if (bridged) {
        told = bridged.outputEventId;
        yield* soFar(bridged);
      }
      for (const event of events) {
        if (isText(event) && event.id <= told) continue;
        yield { id: String(event.id), data: event.data as RunEvent };
        if (isLast(event)) return;
      }
      cursor = Math.max(events.at(-1)?.id ?? cursor, told);
    }
  }
}

const typeOf = (event: StreamEvent) => (event.data as RunEvent).type;
const isLast = (event: StreamEvent) => typeOf(event) === 'run-end' || typeOf(event) === 'run-error';
const isText = (event: StreamEvent) => typeOf(event) === 'text-delta' || typeOf(event) === 'reasoning-delta';

/** What its row tells: the text, and each step, which followers know by its id. */
function* soFar(row: RunColumns): Generator<FollowedEvent> {
  const at = String(row.outputEventId);
  const { id: runId, output: text, reasoning } = row;
  yield { id: at, data: { type: 'run-start', runId, text, reasoning } };
  if (row.techniqueResult)
    yield { id: at, data: { type: 'technique', runId, result: toldToAll(row.techniqueResult) } };
  for (const { id, name, input, result } of row.toolCalls) {
    yield { id: at, data: { type: 'tool-call', runId, id, name, input } };
    if (result) yield { id: at, data: { type: 'tool-result', runId, id, ...result } };
  }
}

/** A run that is over and whose events are gone: its text and its end, unless the follower has seen the end. */
function* tellEnd(row: RunColumns, cursor: number): Generator<FollowedEvent> {
  const endId = row.outputEventId + 1;
  if (cursor >= endId) return;
  yield* soFar(row);
  yield { id: String(endId), data: toLastEvent(row) };
}

/** The row, once its text reaches beyond the gap; it follows the stream within a second. */
async function bridge(
  ports: Ports,
  run: FollowedRun,
  gapEnd: number,
  signal: AbortSignal,
): Promise<RunColumns | undefined> {
  while (!signal.aborted) {
    const row = await readRow(ports, run);
    if (!row || row.outputEventId >= gapEnd || isRunOver(row.status)) return row;
    await ports.clock.sleep(lookAgainMs, signal).catch(() => undefined);
  }
  return undefined;
}

function readRow(ports: Ports, { organizationId, runId }: FollowedRun): Promise<RunColumns | undefined> {
  return ports.within({ organizationId, job: 'studio/runs.follow', onBehalfOf: null }, (ctx) =>
    findRunState(ctx.tx, organizationId, runId),
  );
}
