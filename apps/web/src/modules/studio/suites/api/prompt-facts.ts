import { type DocumentVariable, documentVariables, type PromptDocument } from '@promptvault/document';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

/** Branches and labels of a prompt, and the variables of its newest version, as forms offer them. */
export interface PromptFacts {
  branches: readonly { name: string; head: number | null }[];
  labels: readonly string[];
  variables: readonly DocumentVariable[];
}

export const promptFactsQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['prompt-facts', promptId],
    queryFn: async ({ signal }): Promise<PromptFacts> => {
      const path = { promptId };
      const [branches, labels] = await Promise.all([
        dataOf(api.GET('/api/v1/prompts/{promptId}/branches', { params: { path }, signal })),
        dataOf(api.GET('/api/v1/prompts/{promptId}/labels', { params: { path }, signal })),
      ]);
      const main = branches.items.find(({ isDefault }) => isDefault) ?? branches.items[0];
      const number = main?.head?.number;
      const version =
        number === undefined
          ? undefined
          : await dataOf(
              api.GET('/api/v1/prompts/{promptId}/versions/{number}', {
                params: { path: { promptId, number } },
                signal,
              }),
            );
      return {
        branches: branches.items.map(({ name, head }) => ({ name, head: head?.number ?? null })),
        labels: labels.items.map(({ name }) => name),
        variables: version ? documentVariables(version.document as PromptDocument) : [],
      };
    },
    enabled: promptId !== '',
    staleTime: 10_000,
  });
