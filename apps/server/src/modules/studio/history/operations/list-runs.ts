import type { listRunsQuery, RunMatchView } from '@promptvault/contract/studio/history/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { decodeCursor, pageOf } from '../../../../foundation/paging/cursor.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { type RunRow, readRuns } from '../../runs/index.ts';
import { markerOf, sightOf } from '../policy.ts';
import { findFresh, findIndexed, type Wanted } from '../repository/find-runs.ts';
import { listMarks, type MarkRow } from '../repository/marks.ts';
import { matchRuns } from './match-runs.ts';
import { readWords } from './match-words.ts';

export type ListRuns = z.output<typeof listRunsQuery>;

export interface FoundRun {
  run: RunRow;
  marks: MarkRow | undefined;
  match: RunMatchView | null;
}

export interface FoundRuns {
  rows: FoundRun[];
  nextCursor: string | null;
}

const nothing: FoundRuns = { rows: [], nextCursor: null };

/** A page of the runs the actor sees, found by their words and facts. @throws request.invalid */
export async function listRuns(
  ctx: Ctx,
  _organization: Authorized<Organization, 'run.read'>,
  input: ListRuns,
): Promise<FoundRuns> {
  const wanted = wantedOf(ctx, input);
  if (!wanted) return nothing;
  const userId = markerOf(ctx.actor);
  const ids = await findIds(ctx, wanted);
  const [found, marks] = await Promise.all([
    readRuns(ctx, ids),
    userId === null ? [] : listMarks(ctx.tx, ctx.organizationId, userId, ids),
  ]);
  const rows = firstOf(found, wanted);
  const page = pageOf(rows, input.limit, (run) => ({ key: keyOf(input.sort, run), id: run.id }));
  const matches = input.q === undefined ? undefined : await matchRuns(ctx, page.rows, readWords(input.q));
  const marked = new Map(marks.map((row) => [row.runId, row]));
  return {
    rows: page.rows.map((run) => ({ run, marks: marked.get(run.id), match: matches?.get(run.id) ?? null })),
    nextCursor: page.nextCursor,
  };
}

/** What is looked for, one more than a page of it; undefined where that can be nothing. @throws request.invalid */
export function wantedOf(ctx: Ctx, input: ListRuns): Wanted | undefined {
  const { q, sort, limit, status, model, provider, promptId, versionId, folderId, leastCost, mostCost } =
    input;
  const cursor = decodeCursor(input.cursor, 'number');
  const sight = sightOf(ctx.actor, input.author, input.authorId);
  // What is no id is nothing's, and so has no runs.
  const { experimentId } = input;
  const ids = [promptId, versionId, folderId, input.authorId, experimentId, cursor?.id];
  if (sight === 'nobody' || ids.some((id) => id !== undefined && !isId(id))) return undefined;
  const words = q === undefined || q.trim() === '' ? undefined : readWords(q);
  const userId = markerOf(ctx.actor);
  const byMarks = input.bookmarked !== undefined || folderId !== undefined || input.tag !== undefined;
  if (byMarks && userId === null) return undefined;
  return {
    authorId: sight === 'everybody' ? null : sight.author,
    words: words?.rest,
    prefix: words?.prefix,
    status,
    model,
    provider,
    promptId,
    versionId,
    origin: input.origin,
    private: input.private,
    experiment: experimentId === undefined ? undefined : { id: experimentId, variant: input.variant },
    firstId: input.from === undefined ? undefined : idAt(startOf(input.from), '0'),
    lastId: input.to === undefined ? undefined : idAt(endOf(input.to), 'f'),
    leastCost,
    mostCost,
    marked:
      byMarks && userId !== null
        ? { userId, bookmarked: input.bookmarked !== undefined, folderId, tag: input.tag }
        : undefined,
    sort,
    after: cursor ? { id: cursor.id, key: typeof cursor.key === 'number' ? cursor.key : null } : undefined,
    limit: limit + 1,
  };
}

/**
 * From what is not in the index yet and from the index: of each the first, in no order. Asked for in this order: a run that
 * is put into the index in between is found twice, and never missed.
 */
async function findIds(ctx: Ctx, wanted: Wanted): Promise<string[]> {
  const [fresh, indexed] = await Promise.all([
    findFresh(ctx.tx, ctx.organizationId, wanted),
    findIndexed(ctx.tx, wanted),
  ]);
  return [...new Set([...fresh, ...indexed])];
}

const firstOf = (rows: RunRow[], { sort, limit }: Wanted): RunRow[] =>
  rows.sort(orderOf(sort)).slice(0, limit);

/** Rows in the order asked for. */
export const findRuns = async (ctx: Ctx, wanted: Wanted): Promise<RunRow[]> =>
  firstOf(await readRuns(ctx, await findIds(ctx, wanted)), wanted);

type Sort = Wanted['sort'];

export const keyOf = (sort: Sort, run: RunRow): number | null =>
  sort === 'dearest' ? (run.costMicroDollars ?? -1) : sort === 'slowest' ? (run.durationMs ?? -1) : null;

function orderOf(sort: Sort): (a: RunRow, b: RunRow) => number {
  const byId = (a: RunRow, b: RunRow) => (a.id < b.id ? 1 : -1);
  if (sort === 'oldest') return (a, b) => byId(b, a);
  return (a, b) => (keyOf(sort, b) ?? 0) - (keyOf(sort, a) ?? 0) || byId(a, b);
}

const isDay = (moment: string) => /^\d{4}-\d{2}-\d{2}$/.test(moment);
const startOf = (moment: string): number => Date.parse(moment);
const endOf = (moment: string): number => Date.parse(moment) + (isDay(moment) ? 86_400_000 - 1 : 0);

/** The first or last id that could have been made at a moment: ids begin with their time. */
export function idAt(time: number, fill: '0' | 'f'): string {
  const hex = Math.min(Math.max(0, time), 2 ** 48 - 1)
    .toString(16)
    .padStart(12, '0');
  const rest = fill.repeat(3);
  return `${hex.slice(0, 8)}-${hex.slice(8)}-7${rest}-${fill === '0' ? '8' : 'b'}${rest}-${fill.repeat(12)}`;
}
