import type {
  FoundRunView,
  RunFolderView,
  RunMarksView,
  RunQueryView,
  RunShelfView,
} from '@promptvault/contract/studio/history/shapes';
import { toRun } from '../runs/index.ts';
import type { CountedFolder } from './operations/change-folders.ts';
import type { WholeShelf } from './operations/get-shelf.ts';
import type { FoundRuns } from './operations/list-runs.ts';
import type { MarkedRun } from './operations/mark-runs.ts';
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
