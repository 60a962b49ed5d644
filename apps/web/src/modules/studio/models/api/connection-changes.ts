import type { operations } from '@promptvault/sdk';
import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { connectionsQuery, type ModelConnection, modelsQuery } from './models.ts';

export type NewConnection = operations['createModelConnection']['requestBody']['content']['application/json'];
export type ConnectionChange =
  operations['updateModelConnection']['requestBody']['content']['application/json'];

const one = (connectionId: string) => ({ path: { connectionId } });
const matching = (revision: number) => ({ 'If-Match': `"r${revision}"` });

const createConnection = createOnce((body: NewConnection, header) =>
  dataOf(api.POST('/api/v1/model-connections', { params: { header }, body })),
);

const updateConnection = ({ id, revision, ...body }: ConnectionChange & { id: string; revision: number }) =>
  dataOf(
    api.PATCH('/api/v1/model-connections/{connectionId}', {
      params: { ...one(id), header: matching(revision) },
      body,
    }),
  );

const testConnection = (id: string) =>
  dataOf(api.POST('/api/v1/model-connections/{connectionId}/test', { params: one(id) }));

const deleteConnection = ({ id, revision }: Pick<ModelConnection, 'id' | 'revision'>) =>
  api.DELETE('/api/v1/model-connections/{connectionId}', {
    params: { ...one(id), header: matching(revision) },
  });

/** Puts what the server answered in place, then asks anew for the models, which follow from it. */
function settle(queries: QueryClient, changed: ModelConnection): Promise<void> {
  queries.setQueryData(connectionsQuery.queryKey, (known = []) =>
    known.some(({ id }) => id === changed.id)
      ? known.map((each) => (each.id === changed.id ? changed : each))
      : [...known, changed],
  );
  return renewModels(queries);
}

const renewModels = (queries: QueryClient) => queries.invalidateQueries({ queryKey: modelsQuery.queryKey });

export function useConnectionChanges() {
  const queries = useQueryClient();
  const onSuccess = (changed: ModelConnection) => settle(queries, changed);
  return {
    create: useMutation({ mutationFn: createConnection, onSuccess }),
    update: useMutation({ mutationFn: updateConnection, onSuccess }),
    test: useMutation({ mutationFn: testConnection, onSuccess }),
    remove: useMutation({
      mutationFn: deleteConnection,
      onSuccess: (_, { id }) => {
        queries.setQueryData(connectionsQuery.queryKey, (known) => known?.filter((each) => each.id !== id));
        return renewModels(queries);
      },
    }),
  };
}
