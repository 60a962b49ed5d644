import { type listSuiteItemsQuery, mostRemovedNamed } from '@promptvault/contract/studio/suites/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { OpenedSuite, OpenedSuiteRun } from '../open.ts';
import {
  type Baseline,
  type CaseChange,
  type ComparedItem,
  compareCases,
  countLanes,
  type LaneCounts,
  listItemRows,
} from '../repository/suite-items.ts';
import { findSuiteRun, listSuiteRunRows, type SuiteRunRow } from '../repository/suite-runs.ts';

export interface SuiteReport extends OpenedSuiteRun {
  counts: LaneCounts[];
  baseline: Baseline | null;
  /** Null where there is nothing to compare with. */
  change: CaseChange | null;
}

/**
 * The baseline of a run, with the lanes that stand for each other: of the same branch, label or version first. Another
 * version in its place is compared with it, unless what stood there is run here as well.
 */
export async function baselineOf(ctx: Ctx, { baselineId, lanes }: SuiteRunRow): Promise<Baseline | null> {
  const other = baselineId === null ? undefined : await findSuiteRun(ctx, baselineId);
  if (!other) return null;
  const own = new Set(lanes.map(identityOf));
  const pairs = lanes.flatMap((lane, index) => {
    const same = other.lanes.findIndex((before) => identityOf(before) === identityOf(lane));
    const inPlace = other.lanes.findIndex(
      (before) => before.key === lane.key && !own.has(identityOf(before)),
    );
    const found = same < 0 ? inPlace : same;
    return found < 0 ? [] : [[index, found] as const];
  });
  return { id: other.id, lanes: Object.fromEntries(pairs) };
}

const identityOf = ({ from, connectionId, model, settings }: SuiteRunRow['lanes'][number]) =>
  JSON.stringify([from, connectionId, model, Object.entries(settings).sort()]);

export async function getSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.read'>,
): Promise<SuiteReport> {
  const baseline = await baselineOf(ctx, opened.run);
  const { id } = opened.run;
  const [counts, change] = await Promise.all([
    countLanes(ctx, id, baseline),
    baseline && Object.keys(baseline.lanes).length > 0
      ? compareCases(ctx, id, baseline.id, mostRemovedNamed)
      : null,
  ]);
  return { ...opened, counts, baseline, change };
}

export async function listSuiteRuns(
  ctx: Ctx,
  { row: suite }: Authorized<OpenedSuite, 'suite.read'>,
  { cursor, limit }: { cursor?: string | undefined; limit: number },
): Promise<{ runs: OpenedSuiteRun[]; nextCursor: string | null }> {
  if (cursor !== undefined && !isId(cursor)) throw RequestError.invalid().at('query', 'cursor');
  const found = await listSuiteRunRows(ctx, suite.id, { before: cursor, limit: limit + 1 });
  const runs = found.slice(0, limit);
  const nextCursor = found.length > limit ? (runs.at(-1)?.id ?? null) : null;
  return { runs: runs.map((run) => ({ run, suite })), nextCursor };
}

export type ListSuiteItems = z.output<typeof listSuiteItemsQuery>;

export async function listSuiteItems(
  ctx: Ctx,
  { run }: Authorized<OpenedSuiteRun, 'suite.read'>,
  { cursor, limit, show, lane, position, q }: ListSuiteItems,
): Promise<{ rows: ComparedItem[]; nextCursor: string | null }> {
  const key = Number(decodeCursor(cursor, 'number')?.key ?? -1);
  const after = Number.isSafeInteger(key) && Math.abs(key) < 2 ** 31 ? key : -1;
  const rows = await listItemRows(ctx, run.id, await baselineOf(ctx, run), {
    show,
    lane,
    position,
    q,
    after,
    limit: limit + 1,
  });
  if (show === 'slowest') return { rows: rows.slice(0, limit), nextCursor: null };
  return pageOf(rows, limit, ({ position }) => ({ key: position, id: run.id }));
}
