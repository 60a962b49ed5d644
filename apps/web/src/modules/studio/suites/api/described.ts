import type { components, operations } from '@promptvault/sdk';
import { queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { isOver } from '../../runs/index.ts';

export type DescribedPrompt = components['schemas']['DescribedPrompt'];
export type DescribeBody = operations['describePrompt']['requestBody']['content']['application/json'];
type CreateBody = operations['createDescribedPrompt']['requestBody']['content']['application/json'];

/** How often an answer that is still being written is read again, in milliseconds. */
const readAgainMs = 800;

/** What a model made of a description, so far. */
export const describedQuery = (runId: string) =>
  queryOptions({
    queryKey: ['described-prompt', runId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/described-prompts/{runId}', { params: { path: { runId } }, signal })),
    enabled: runId !== '',
    refetchInterval: ({ state: { data } }) => (data && isOver(data.status) ? false : readAgainMs),
  });

export const describePrompt = createOnce((body: DescribeBody, header) =>
  dataOf(api.POST('/api/v1/described-prompts', { params: { header }, body })),
);

/** The prompt with its cases, all or nothing. */
export const createDescribed = createOnce(({ runId, ...body }: CreateBody & { runId: string }, header) =>
  dataOf(
    api.POST('/api/v1/described-prompts/{runId}/prompt', {
      params: { path: { runId }, header },
      body,
    }),
  ),
);
