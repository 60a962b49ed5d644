import type { components } from '@promptvault/sdk';
import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

export type LabelRule = components['schemas']['LabelRule'];

/** Which labels are protected in this organization, and what a move of them needs. */
export const labelRulesQuery = queryOptions({
  queryKey: ['label-rules'],
  queryFn: async ({ signal }) => (await dataOf(api.GET('/api/v1/label-rules', { signal }))).items,
  staleTime: 60_000,
});

type RuleChange = { label: string; revision: number; approvals: number; checks: string[] };

const matching = (revision: number) => ({ 'If-Match': `"r${revision}"` });

const set = ({ label, revision, ...body }: RuleChange) =>
  dataOf(
    api.PUT('/api/v1/label-rules/{label}', {
      params: { path: { label }, header: matching(revision) },
      body,
    }),
  );

const remove = async ({ label, revision }: Pick<LabelRule, 'label' | 'revision'>) => {
  await dataOf(
    api.DELETE('/api/v1/label-rules/{label}', { params: { path: { label }, header: matching(revision) } }),
  );
};

export function useRuleChanges() {
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: ['label-rules'] }),
      queries.invalidateQueries({ queryKey: ['prompt-labels'] }),
    ]);
  return {
    set: useMutation({ mutationFn: set, onSettled }),
    remove: useMutation({ mutationFn: remove, onSettled }),
  };
}
