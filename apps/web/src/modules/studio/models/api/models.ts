import type { ModelConnectionView, ModelView } from '@promptvault/contract/studio/models/shapes';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

export type Model = ModelView;
export type ModelConnection = ModelConnectionView;

/** What a run is told: a connection (none for the built-in echo) and the provider's name of a model. */
export type ModelChoice = { connectionId: string | null; model: string };

export const modelsQuery = queryOptions({
  queryKey: ['models'],
  queryFn: async ({ signal }): Promise<Model[]> =>
    (await dataOf(api.GET('/api/v1/models', { signal }))).items,
  staleTime: 5 * 60_000,
});

export const connectionsQuery = queryOptions({
  queryKey: ['model-connections'],
  queryFn: async ({ signal }): Promise<ModelConnection[]> =>
    (await dataOf(api.GET('/api/v1/model-connections', { signal }))).items,
});

export const choiceOf = ({ connectionId, model }: ModelChoice): ModelChoice => ({ connectionId, model });

/** One text for one choice, for keys and comparisons. */
export const choiceKey = ({ connectionId, model }: ModelChoice) => `${connectionId ?? 'built-in'}/${model}`;

/** The models of the organization, and its connections, which tell why some cannot be reached. */
export function useModels() {
  const models = useQuery(modelsQuery);
  const connections = useQuery(connectionsQuery);
  const list = models.data ?? [];
  return {
    models: list,
    connections: connections.data ?? [],
    find: (choice: ModelChoice) => list.find((model) => choiceKey(model) === choiceKey(choice)),
    isPending: models.isPending,
    error: models.error,
    retry: () => void Promise.all([models.refetch(), connections.refetch()]),
  };
}
