import type {
  ModelChainView,
  ModelConnectionView,
  ModelView,
} from '@promptvault/contract/studio/models/shapes';
import { queryOptions, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { chainModels } from '../state/chain-models.ts';
import { chosenFamilies } from '../state/chosen-families.ts';

/** A model, or a fallback chain standing where a model does: then its name is the chain's. */
export type Model = ModelView & { chainId?: string };
export type ModelConnection = ModelConnectionView;
export type ModelChain = ModelChainView;

/** A connection (none for the built-in echo) and the provider's name of a model, or a chain and its name. */
export type ModelChoice = { connectionId: string | null; model: string; chainId?: string };

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

export const chainsQuery = queryOptions({
  queryKey: ['model-chains'],
  queryFn: async ({ signal }): Promise<ModelChain[]> =>
    (await dataOf(api.GET('/api/v1/model-chains', { signal }))).items,
});

export const choiceOf = ({ connectionId, model, chainId }: ModelChoice): ModelChoice => ({
  connectionId,
  model,
  ...(chainId !== undefined && { chainId }),
});

/** One text for one choice, for keys and comparisons. A chain stays the same when it is renamed. */
export const choiceKey = ({ connectionId, model, chainId }: ModelChoice) =>
  chainId === undefined ? `${connectionId ?? 'built-in'}/${model}` : `chain/${chainId}`;

/** What a run is told of a choice. */
export const toRunModel = ({ connectionId, model, chainId }: ModelChoice) =>
  chainId === undefined ? { connectionId, model } : { chainId };

/** The models of the organization, and its connections, which tell why some cannot be reached. */
export function useModels() {
  const enabled = useMay()('model.read');
  const models = useQuery({ ...modelsQuery, enabled });
  const connections = useQuery({ ...connectionsQuery, enabled });
  const chains = useQuery({ ...chainsQuery, enabled });
  const list = useMemo(
    () => [...chainModels(chains.data ?? [], models.data ?? []), ...(models.data ?? [])],
    [chains.data, models.data],
  );
  return {
    models: list,
    connections: connections.data ?? [],
    find: (choice: ModelChoice) => list.find((model) => choiceKey(model) === choiceKey(choice)),
    /** How these count tokens, with what they fall back on. */
    familiesOf: (choices: readonly ModelChoice[]) =>
      chosenFamilies(choices, { connections: connections.data ?? [], chains: chains.data ?? [] }),
    isPending: enabled && models.isPending,
    error: models.error,
    retry: () => void Promise.all([models.refetch(), connections.refetch(), chains.refetch()]),
  };
}
