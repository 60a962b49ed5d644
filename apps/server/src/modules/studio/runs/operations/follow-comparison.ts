import { comparisonTopic } from '@promptvault/contract/studio/runs/events';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';
import { may } from '../policy.ts';
import type { RunRow } from '../repository/runs.ts';
import { type FollowedEvent, followRun } from './follow-run.ts';

export interface FollowedComparison {
  organizationId: string;
  runIds: string[];
}

export async function toFollow(
  ctx: Ctx,
  { runIds }: Authorized<{ runIds: string[] }, 'run.read'>,
): Promise<FollowedComparison> {
  return { organizationId: ctx.organizationId, runIds };
}

/** Whoever starts runs sees them come, in the order that `openFollowed` gives them. */
export function letFollow(ctx: Ctx, comparisonId: string, runs: readonly RunRow[]): void {
  const seen = runs.filter((row) => may(ctx.actor, row, 'run.read', ctx.clock.now()));
  if (seen.length === 0) return;
  const runIds = seen.map(({ id }) => id).toSorted();
  const opened: FollowedComparison = { organizationId: ctx.organizationId, runIds };
  ctx.letFollow(`${comparisonTopic}:${comparisonId}`, opened);
}

/**
 * All runs at once, as their events come. An event's id holds the position in each run, in the order they were
 * started (`12.7.0`); a run that is new since then begins at its start.
 */
export async function* followComparison(
  ports: Ports,
  { organizationId, runIds }: FollowedComparison,
  signal: AbortSignal,
  after: string | null,
): AsyncGenerator<FollowedEvent> {
  const [only] = runIds;
  if (only !== undefined && runIds.length === 1)
    return yield* followRun(ports, { organizationId, runId: only }, signal, after);
  const given = /^\d{1,9}(\.\d{1,9}){0,999}$/.test(after ?? '') ? (after ?? '').split('.') : [];
  const positions = runIds.map((_, index) => given[index] ?? '0');
  const leaving = new AbortController();
  const over = AbortSignal.any([signal, leaving.signal]);
  const readers = runIds.map((runId, index) =>
    followRun(ports, { organizationId, runId }, over, positions[index] ?? null),
  );
  const turns = new Map(readers.map((_, index) => [index, next(index)]));

  function next(index: number) {
    return (readers[index] as AsyncGenerator<FollowedEvent>).next().then((turn) => ({ index, turn }));
  }

  try {
    while (turns.size > 0) {
      const { index, turn } = await Promise.race(turns.values());
      if (turn.done) {
        turns.delete(index);
        continue;
      }
      positions[index] = turn.value.id;
      turns.set(index, next(index));
      yield { id: positions.join('.'), data: turn.value.data };
    }
  } finally {
    leaving.abort();
    await Promise.allSettled(readers.map((reader) => reader.return(undefined)));
  }
}
