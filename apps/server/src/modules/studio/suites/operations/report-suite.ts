import type { listSuiteItemsQuery } from '@promptvault/contract/studio/suites/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { OpenedSuite, OpenedSuiteRun } from '../open.ts';
import {
  type Baseline,
  type ComparedItem,
  countLanes,
  type LaneCounts,
  listItemRows,
} from '../repository/suite-items.ts';
import { findSuiteRun, listSuiteRunRows, type SuiteRunRow } from '../repository/suite-runs.ts';

export interface SuiteReport extends OpenedSuiteRun {
  counts: LaneCounts[];
}

/** The baseline of a run, with the lanes that stand for each other. */
export async function baselineOf(ctx: Ctx, { baselineId, lanes }: SuiteRunRow): Promise<Baseline | null> {
  const other = baselineId === null ? undefined : await findSuiteRun(ctx, baselineId);
  if (!other) return null;
  const pairs = lanes.flatMap(({ key }, index) => {
    const same = other.lanes.findIndex((lane) => lane.key === key);
    return same < 0 ? [] : [[index, same] as const];
  });
  return { id: other.id, lanes: Object.fromEntries(pairs) };
}

export async function getSuiteRun(
  ctx: Ctx,
  opened: Authorized<OpenedSuiteRun, 'suite.read'>,
): Promise<SuiteReport> {
  const counts = await countLanes(ctx, opened.run.id, await baselineOf(ctx, opened.run));
  return { ...opened, counts };
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
