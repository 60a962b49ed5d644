import type { JudgementDetailView, JudgementView } from '@promptvault/contract/studio/history/shapes';
import type { operations } from '@promptvault/sdk';
import { infiniteQueryOptions, queryOptions, useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';

export type Judgement = JudgementView;
export type JudgementDetail = JudgementDetailView;
type Body<Name extends 'createJudgement' | 'updateJudgement'> =
  operations[Name]['requestBody']['content']['application/json'];
export type NewJudgement = Body<'createJudgement'>;
export type JudgementChange = Body<'updateJudgement'>;

const key = ['judgements'] as const;

export const judgementQuery = (judgementId: string) =>
  queryOptions({
    queryKey: [...key, judgementId],
    queryFn: async ({ signal }) =>
      (await dataOf(
        api.GET('/api/v1/judgements/{judgementId}', { params: { path: { judgementId } }, signal }),
      )) as JudgementDetail,
  });

export const judgementsQuery = infiniteQueryOptions({
  queryKey: [...key, 'list'],
  queryFn: ({ pageParam, signal }) =>
    dataOf(
      api.GET('/api/v1/judgements', { params: { query: pageParam ? { cursor: pageParam } : {} }, signal }),
    ),
  initialPageParam: null as string | null,
  getNextPageParam: ({ nextCursor }) => nextCursor,
});

const create = createOnce((body: NewJudgement, header) =>
  dataOf(api.POST('/api/v1/judgements', { params: { header }, body })),
);

type Pointed = Pick<Judgement, 'id' | 'revision'>;
const matching = ({ id, revision }: Pointed) => ({
  path: { judgementId: id },
  header: { 'If-Match': `"r${revision}"` },
});
const update = ({ judgement, change }: { judgement: Pointed; change: JudgementChange }) =>
  dataOf(api.PATCH('/api/v1/judgements/{judgementId}', { params: matching(judgement), body: change }));
const remove = (judgement: Pointed) =>
  api.DELETE('/api/v1/judgements/{judgementId}', { params: matching(judgement) });

export function useJudgementChanges() {
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: key });
  return {
    create: useMutation({ mutationFn: create, onSettled }),
    update: useMutation({ mutationFn: update, onSettled }),
    remove: useMutation({ mutationFn: remove, onSettled }),
  };
}
