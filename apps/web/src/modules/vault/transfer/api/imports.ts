import type { ImportProblem, ImportSession } from '@promptvault/contract/vault/transfer/shapes';
import type { components } from '@promptvault/sdk';
import { infiniteQueryOptions, keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { CsvFile } from '../state/read-csv-file.ts';

export type { ImportProblem, ImportSession };
export type CsvPreview = components['schemas']['CsvPreview'];
export type CsvMapping = components['schemas']['CsvMapping'];

/** What an import would do. The file is long, so its name and length stand for it in the key. */
export const previewQuery = (file: CsvFile, mapping: CsvMapping | undefined) =>
  queryOptions({
    queryKey: ['import-preview', file.name, file.text.length, mapping],
    queryFn: ({ signal }): Promise<CsvPreview> =>
      dataOf(api.POST('/api/v1/imports/csv/preview', { body: { csv: file.text, mapping }, signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });

export type ImportWish = {
  file: CsvFile;
  mapping: CsvMapping | undefined;
  tags: string[];
  visibility: 'private' | 'organization' | 'public';
  publish: boolean;
  /** Made once for a wish, so that a repeated click imports once. */
  key: string;
};

export const importCsv = ({ file, key, ...wish }: ImportWish): Promise<ImportSession> =>
  dataOf(
    api.POST('/api/v1/imports/csv', {
      params: { header: { 'Idempotency-Key': key } },
      body: { csv: file.text, fileName: file.name, ...wish },
    }),
  );

export const importsKey = ['imports'] as const;

export const importsQuery = infiniteQueryOptions({
  queryKey: importsKey,
  initialPageParam: undefined as string | undefined,
  queryFn: ({ pageParam, signal }) =>
    dataOf(api.GET('/api/v1/imports', { params: { query: { cursor: pageParam, limit: 10 } }, signal })),
  getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
});

export const undoImport = (importId: string): Promise<ImportSession> =>
  dataOf(api.POST('/api/v1/imports/{importId}/undo', { params: { path: { importId } } }));
