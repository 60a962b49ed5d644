import type { ModelFactsView } from '@promptvault/contract/studio/models/shapes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { type Model, modelsQuery } from './models.ts';

export type FactValues = Omit<ModelFactsView, 'id' | 'connectionId' | 'model' | 'updatedAt' | 'revision'>;

type Said = Pick<Model, 'connectionId' | 'model' | 'facts'>;

const matching = ({ id, revision }: { id: string; revision: number }) => ({
  path: { factsId: id },
  header: { 'If-Match': `"r${revision}"` },
});

const createFacts = createOnce((body: FactValues & { connectionId: string; model: string }, header) =>
  dataOf(api.POST('/api/v1/model-facts', { params: { header }, body })),
);

async function saveFacts({ said, values }: { said: Said; values: FactValues }): Promise<void> {
  const { connectionId, model, facts } = said;
  if (facts)
    await dataOf(api.PATCH('/api/v1/model-facts/{factsId}', { params: matching(facts), body: values }));
  else if (connectionId) await createFacts({ connectionId, model, ...values });
}

async function clearFacts({ facts }: Said): Promise<void> {
  if (facts) await api.DELETE('/api/v1/model-facts/{factsId}', { params: matching(facts) });
}

export function useFactsChanges() {
  const queries = useQueryClient();
  // Also after a failure: somebody else's change is what the dialog should show next.
  const onSettled = () => queries.invalidateQueries({ queryKey: modelsQuery.queryKey });
  return {
    save: useMutation({ mutationFn: saveFacts, onSettled }),
    clear: useMutation({ mutationFn: clearFacts, onSettled }),
  };
}
