import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { chainsQuery, type ModelChain } from './models.ts';

export type ChainValues = { name: string; steps: { connectionId: string | null; model: string }[] };

const matching = ({ id, revision }: Pick<ModelChain, 'id' | 'revision'>) => ({
  path: { chainId: id },
  header: { 'If-Match': `"r${revision}"` },
});

const createChain = createOnce((body: ChainValues, header) =>
  dataOf(api.POST('/api/v1/model-chains', { params: { header }, body })),
);

const saveChain = ({ chain, values }: { chain: ModelChain | undefined; values: ChainValues }) =>
  chain
    ? dataOf(api.PATCH('/api/v1/model-chains/{chainId}', { params: matching(chain), body: values }))
    : createChain(values);

const deleteChain = (chain: ModelChain) =>
  api.DELETE('/api/v1/model-chains/{chainId}', { params: matching(chain) });

export function useChainChanges() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: chainsQuery.queryKey });
  return {
    save: useMutation({ mutationFn: saveChain, onSettled }),
    remove: useMutation({ mutationFn: deleteChain, onSettled }),
  };
}
