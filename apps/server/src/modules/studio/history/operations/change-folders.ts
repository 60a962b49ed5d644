import { HistoryError } from '@promptvault/contract/studio/history/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { isUniqueViolation } from '../../../../foundation/db/faults.ts';
import { RequestError } from '../../../../foundation/errors/foundation-errors.ts';
import { sortKey } from '../../../../foundation/text/sort-key.ts';
import type { Shelf } from '../open.ts';
import {
  countMarks,
  deleteFolderRow,
  emptyFolder,
  type FolderRow,
  insertFolder,
  listFolders,
  updateFolder,
} from '../repository/marks.ts';

const mostFolders = 200;

export type CountedFolder = FolderRow & { runs: number };

/** @throws history.name_taken, history.too_many */
export async function createFolder(
  ctx: Ctx,
  { organizationId, userId }: Authorized<Shelf, 'run.read'>,
  { name }: { name: string },
): Promise<CountedFolder> {
  if ((await listFolders(ctx.tx, organizationId, userId)).length >= mostFolders)
    throw HistoryError.too_many({ most: mostFolders });
  const row = await insertFolder(ctx.tx, {
    organizationId,
    userId,
    id: ctx.newId(),
    name,
    nameKey: sortKey(name),
    createdAt: ctx.clock.now(),
  });
  if (!row) throw HistoryError.name_taken({ name });
  return { ...row, runs: 0 };
}

/** @throws history.name_taken, request.stale */
export async function renameFolder(
  ctx: Ctx,
  folder: Authorized<FolderRow, 'run.read'>,
  { name, revision }: { name: string; revision: number },
): Promise<CountedFolder> {
  const { folders } = await countMarks(ctx.tx, folder.organizationId, folder.userId);
  const row = await updateFolder(ctx.tx, folder, revision, { name, nameKey: sortKey(name) }).catch(
    (error: unknown) => {
      if (isUniqueViolation(error, 'run_folder_name')) throw HistoryError.name_taken({ name });
      throw error;
    },
  );
  if (!row) throw RequestError.stale({ current: folder.revision });
  return { ...row, runs: folders.find(({ folderId }) => folderId === row.id)?.runs ?? 0 };
}

/** Its runs stay, with what else is on them. @throws request.stale */
export async function deleteFolder(
  ctx: Ctx,
  folder: Authorized<FolderRow, 'run.read'>,
  { revision }: { revision: number },
): Promise<void> {
  if (!(await deleteFolderRow(ctx.tx, folder, revision)))
    throw RequestError.stale({ current: folder.revision });
  await emptyFolder(ctx.tx, folder);
}
