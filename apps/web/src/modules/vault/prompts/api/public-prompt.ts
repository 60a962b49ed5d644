import type { PublicPrompt } from '@promptvault/contract/vault/prompts/shapes';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';

/** A prompt for whoever has its address. */
export const publicPromptQuery = (promptId: string) =>
  queryOptions({
    queryKey: ['public-prompt', promptId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/public/prompts/{promptId}', { params: { path: { promptId } }, signal }),
      ) as Promise<PublicPrompt>,
  });
