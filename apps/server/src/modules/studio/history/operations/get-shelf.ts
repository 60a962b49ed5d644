import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Shelf } from '../open.ts';
import { countMarks, type FolderRow, listFolders, listQueries, type QueryRow } from '../repository/marks.ts';

export interface WholeShelf {
  folders: (FolderRow & { runs: number })[];
  tags: { name: string; runs: number }[];
  queries: QueryRow[];
  bookmarks: number;
}

/** Everything a person marked runs with; of the rare person with more, the first five hundred tags. */
export async function getShelf(
  ctx: Ctx,
  { organizationId, userId }: Authorized<Shelf, 'run.read'>,
): Promise<WholeShelf> {
  const [folders, queries, counts] = await Promise.all([
    listFolders(ctx.tx, organizationId, userId),
    listQueries(ctx.tx, organizationId, userId),
    countMarks(ctx.tx, organizationId, userId),
  ]);
  const runsIn = new Map(counts.folders.map(({ folderId, runs }) => [folderId, runs]));
  return {
    folders: folders.map((folder) => ({ ...folder, runs: runsIn.get(folder.id) ?? 0 })),
    tags: counts.tags,
    queries,
    bookmarks: counts.bookmarks,
  };
}
