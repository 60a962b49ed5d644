import type { components } from '@promptvault/sdk';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { labelsKey, versionsKey } from './prompt-queries.ts';

export type Label = components['schemas']['PromptLabel'];
export type LabelTarget = Label['targets'][number];

/** A label as it is to stand; the revision is the one that was seen, 0 for a new one. */
export type LabelMove = { name: string; revision: number; targets: readonly LabelTarget[] };

const set = (promptId: string, { name, revision, targets }: LabelMove) =>
  dataOf(
    api.PUT('/api/v1/prompts/{promptId}/labels/{label}', {
      params: { path: { promptId, label: name }, header: { 'If-Match': `"r${revision}"` } },
      body: { targets: [...targets] },
    }),
  );

const remove = async (promptId: string, { name, revision }: Pick<Label, 'name' | 'revision'>) => {
  await dataOf(
    api.DELETE('/api/v1/prompts/{promptId}/labels/{label}', {
      params: { path: { promptId, label: name }, header: { 'If-Match': `"r${revision}"` } },
    }),
  );
};

export function useLabelChanges(promptId: string) {
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: labelsKey(promptId) }),
      queries.invalidateQueries({ queryKey: versionsKey(promptId) }),
      queries.invalidateQueries({ queryKey: ['references'] }),
    ]);
  return {
    set: useMutation({ mutationFn: (move: LabelMove) => set(promptId, move), onSettled }),
    remove: useMutation({
      mutationFn: (label: Pick<Label, 'name' | 'revision'>) => remove(promptId, label),
      onSettled,
    }),
  };
}
