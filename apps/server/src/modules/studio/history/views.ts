import type {
  FoundRunView,
  JudgementDetailView,
  JudgementView,
  OutdatedRunsView,
  RunFolderView,
  RunMarksView,
  RunQueryView,
  RunRetentionView,
  RunShelfView,
} from '@promptvault/contract/studio/history/shapes';
import { mostOutdatedCounted } from '@promptvault/contract/studio/history/shapes';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { deletedPerson, namePeople } from '../../account/organizations/index.ts';
import { toRun, toRunDetail } from '../runs/index.ts';
import type { CountedFolder } from './operations/change-folders.ts';
import type { WholeShelf } from './operations/get-shelf.ts';
import type { Outdated, Retention } from './operations/keep-runs.ts';
import type { FoundRuns } from './operations/list-runs.ts';
import type { MarkedRun } from './operations/mark-runs.ts';
import type { JudgementRows, WholeJudgement } from './operations/read-judgements.ts';
import { isAuthor } from './policy.ts';
import type { JudgementRow } from './repository/judgements.ts';
import type { MarkRow, QueryRow } from './repository/marks.ts';

const toMarks = (row: MarkRow | null | undefined): RunMarksView => ({
  bookmarked: row?.bookmarkedAt != null,
  folderId: row?.folderId ?? null,
  tags: row?.tags ?? [],
});

export const toRunPage = ({ rows, nextCursor }: FoundRuns) => ({
  items: rows.map(({ run, marks, match }): FoundRunView => ({ ...toRun(run), marks: toMarks(marks), match })),
  nextCursor,
});

export const toMarkedRuns = (results: MarkedRun[]) => ({
  items: results.map(({ runId, outcome, marks }) => ({
    runId,
    outcome,
    marks: marks && toMarks(marks),
  })),
});

export const toFolder = ({ id, name, runs, createdAt, revision }: CountedFolder): RunFolderView => ({
  id,
  name,
  runs,
  createdAt: createdAt.toISOString(),
  revision,
});

export const toQuery = ({ id, name, address, createdAt, revision }: QueryRow): RunQueryView => ({
  id,
  name,
  address,
  createdAt: createdAt.toISOString(),
  revision,
});

export const toShelf = ({ folders, tags, queries, bookmarks }: WholeShelf): RunShelfView => ({
  folders: folders.map(toFolder),
  tags,
  queries: queries.map(toQuery),
  bookmarks,
});

export const toNothing = () => undefined;

export async function toJudgement(row: JudgementRow, ctx: Ctx): Promise<JudgementView> {
  const { items } = await toJudgementPage({ rows: [row], nextCursor: null }, ctx);
  return items[0] as JudgementView;
}

export async function toJudgementPage({ rows, nextCursor }: JudgementRows, ctx: Ctx) {
  const authors = rows.flatMap(({ authorId }) => (authorId === null ? [] : [authorId]));
  const people = await namePeople(ctx, [...new Set(authors)]);
  const items = rows.map((row): JudgementView => {
    const { authorId, organizationId: _organization, createdAt, updatedAt, ...rest } = row;
    return {
      ...rest,
      author: authorId === null ? null : (people.get(authorId) ?? deletedPerson(authorId)),
      mine: isAuthor(ctx.actor, row),
      createdAt: createdAt.toISOString(),
      updatedAt: updatedAt.toISOString(),
    };
  });
  return { items, nextCursor };
}

export async function toWholeJudgement(
  { judgement, runs, openRunIds }: WholeJudgement,
  ctx: Ctx,
): Promise<JudgementDetailView> {
  return { ...(await toJudgement(judgement, ctx)), runs: runs.map(toRunDetail), openRunIds };
}

export const toOutdatedRuns = ({ runs, kept, before }: Outdated): OutdatedRunsView => ({
  runs: Math.min(runs, mostOutdatedCounted),
  more: runs > mostOutdatedCounted,
  kept,
  before: before.toISOString(),
});

export const toRetention = ({ days, revision }: Retention): RunRetentionView => ({ days, revision });
