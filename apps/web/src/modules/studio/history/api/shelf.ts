import type { RunFolderView, RunQueryView, RunShelfView } from '@promptvault/contract/studio/history/shapes';
import type { operations } from '@promptvault/sdk';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { runsKey } from '../../runs/index.ts';

export type Shelf = RunShelfView;
export type RunFolder = RunFolderView;
export type KeptSearch = RunQueryView;
export type Marking = operations['markRuns']['requestBody']['content']['application/json'];

const shelfKey = ['run-shelf'] as const;

export const shelfQuery = queryOptions({
  queryKey: shelfKey,
  queryFn: ({ signal }): Promise<Shelf> => dataOf(api.GET('/api/v1/run-shelf', { signal })),
});

const markRuns = (body: Marking) => dataOf(api.POST('/api/v1/run-marks', { body }));

const createFolder = createOnce((body: { name: string }, header) =>
  dataOf(api.POST('/api/v1/run-folders', { params: { header }, body })),
);
const createSearch = createOnce((body: { name: string; address: string }, header) =>
  dataOf(api.POST('/api/v1/run-queries', { params: { header }, body })),
);

const matching = (revision: number) => ({ 'If-Match': `"r${revision}"` });

const renameFolder = ({ folder, name }: { folder: RunFolder; name: string }) =>
  dataOf(
    api.PATCH('/api/v1/run-folders/{folderId}', {
      params: { path: { folderId: folder.id }, header: matching(folder.revision) },
      body: { name },
    }),
  );
const deleteFolder = (folder: RunFolder) =>
  api.DELETE('/api/v1/run-folders/{folderId}', {
    params: { path: { folderId: folder.id }, header: matching(folder.revision) },
  });
const deleteSearch = (search: KeptSearch) =>
  api.DELETE('/api/v1/run-queries/{queryId}', {
    params: { path: { queryId: search.id }, header: matching(search.revision) },
  });

/** What one does with one's shelf. Lists show marks, so they are asked for anew. */
export function useShelfChanges() {
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: shelfKey }),
      queries.invalidateQueries({ queryKey: runsKey }),
    ]);
  return {
    mark: useMutation({ mutationFn: markRuns, onSettled }),
    createFolder: useMutation({ mutationFn: createFolder, onSettled }),
    renameFolder: useMutation({ mutationFn: renameFolder, onSettled }),
    deleteFolder: useMutation({ mutationFn: deleteFolder, onSettled }),
    createSearch: useMutation({ mutationFn: createSearch, onSettled }),
    deleteSearch: useMutation({ mutationFn: deleteSearch, onSettled }),
  };
}
