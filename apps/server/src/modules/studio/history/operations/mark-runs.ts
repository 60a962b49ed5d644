import { type markRunsBody, mostTags } from '@promptvault/contract/studio/history/shapes';
import type * as z from 'zod';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import { readRuns } from '../../runs/index.ts';
import { openFolder, type Shelf } from '../open.ts';
import { listMarks, type MarkRow, saveMarks } from '../repository/marks.ts';

export type MarkRuns = z.output<typeof markRunsBody>;

export interface MarkedRun {
  runId: string;
  outcome: 'marked' | 'not_found' | 'too_many_tags';
  marks: MarkRow | null;
}

/** Marks each run the person sees; the answer says for each what came of it. @throws resource.not_found for a folder */
export async function markRuns(
  ctx: Ctx,
  shelf: Authorized<Shelf, 'run.read'>,
  input: MarkRuns,
): Promise<MarkedRun[]> {
  const { organizationId, userId } = shelf;
  const { folderId } = input;
  if (folderId) await openFolder(ctx, { folderId }, 'run.read');
  const asked = [...new Set(input.runIds)];
  const seen = new Set((await readRuns(ctx, asked.filter(isId))).map(({ id }) => id));
  const known = await listMarks(ctx.tx, organizationId, userId, [...seen]);
  const before = new Map(known.map((row) => [row.runId, row]));
  const results = asked.map((runId): MarkedRun => {
    if (!seen.has(runId)) return { runId, outcome: 'not_found', marks: null };
    const row = before.get(runId) ?? {
      organizationId,
      userId,
      runId,
      bookmarkedAt: null,
      folderId: null,
      tags: [],
    };
    const marks = changed(row, input, ctx.clock.now());
    if (marks.tags.length > mostTags) return { runId, outcome: 'too_many_tags', marks: row };
    return { runId, outcome: 'marked', marks };
  });
  await saveMarks(
    ctx.tx,
    results.flatMap(({ outcome, marks }) => (outcome === 'marked' && marks ? [marks] : [])),
  );
  return results;
}

function changed(
  row: MarkRow,
  { bookmarked, folderId, addTags = [], removeTags = [] }: MarkRuns,
  now: Date,
): MarkRow {
  const gone = new Set(removeTags.map(sortKey));
  const tags = row.tags.filter((tag) => !gone.has(sortKey(tag)));
  // Case and accents make no other tag: the one that is there stays as it is written.
  for (const tag of addTags) if (!tags.some((one) => sortKey(one) === sortKey(tag))) tags.push(tag);
  return {
    ...row,
    bookmarkedAt: bookmarked === undefined ? row.bookmarkedAt : bookmarked ? (row.bookmarkedAt ?? now) : null,
    folderId: folderId === undefined ? row.folderId : folderId,
    tags,
  };
}
