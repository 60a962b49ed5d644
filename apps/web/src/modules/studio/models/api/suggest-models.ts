import type { AbilityName, ModelSuggestionsView } from '@promptvault/contract/studio/models/shapes';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

export type ModelSuggestions = ModelSuggestionsView;

/** What a task asks of a model. Without its tokens, a prompt and an answer of usual length. */
export type Task = { needs: readonly AbilityName[]; inputTokens?: number };

/** The models for a task, ranked by the server, and those left out; not asked for while there is no task. */
export function useModelSuggestions(task: Task | undefined) {
  return useQuery({
    // Below the models: whatever changes those, changes what is suggested.
    queryKey: ['models', 'suggestions', task],
    queryFn: async ({ signal }): Promise<ModelSuggestions> =>
      dataOf(
        api.POST('/api/v1/models/suggest', {
          body: { needs: [...(task?.needs ?? [])], inputTokens: task?.inputTokens },
          params: {},
          signal,
        }),
      ),
    enabled: task !== undefined,
    placeholderData: keepPreviousData,
  });
}
