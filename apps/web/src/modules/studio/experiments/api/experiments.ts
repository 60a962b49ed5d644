import type { components, operations } from '@promptvault/sdk';
import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { createOnce } from '../../../../wire/create-once.ts';
import { etagOf } from '../../../../wire/request-headers.ts';

export type Experiment = components['schemas']['Experiment'];
export type Report = components['schemas']['ExperimentReport'];
export type Lane = components['schemas']['ExperimentLane'];
export type Verdict = components['schemas']['ExperimentVerdict'];
type Body<Name extends keyof operations> = operations[Name] extends {
  requestBody: { content: { 'application/json': infer B } };
}
  ? B
  : never;
export type NewExperiment = Body<'createExperiment'>;

export const experimentsKey = ['experiments'] as const;

/** Those of a prompt, or of all prompts one sees. */
export const experimentListQuery = (promptId?: string) =>
  infiniteQueryOptions({
    queryKey: [...experimentsKey, 'list', promptId ?? ''],
    queryFn: ({ pageParam, signal }) => {
      const query = { ...(promptId && { promptId }), ...(pageParam && { cursor: pageParam }) };
      return dataOf(api.GET('/api/v1/experiments', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

const pathOf = (experimentId: string) => ({ path: { experimentId } });
const guarded = (one: Experiment) => ({ ...pathOf(one.id), header: { 'If-Match': etagOf(one) } });

export const experimentQuery = (experimentId: string) =>
  queryOptions({
    queryKey: [...experimentsKey, 'one', experimentId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/experiments/{experimentId}', { params: pathOf(experimentId), signal })),
  });

export const reportQuery = (experimentId: string) =>
  queryOptions({
    queryKey: [...experimentsKey, 'report', experimentId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/experiments/{experimentId}/report', { params: pathOf(experimentId), signal })),
  });

export const createExperiment = createOnce((body: NewExperiment, header) =>
  dataOf(api.POST('/api/v1/experiments', { params: { header }, body })),
);

export const updateExperiment = (one: Experiment, body: Body<'updateExperiment'>) =>
  dataOf(api.PATCH('/api/v1/experiments/{experimentId}', { params: guarded(one), body }));

export const deleteExperiment = async (one: Experiment): Promise<void> => {
  await api.DELETE('/api/v1/experiments/{experimentId}', { params: guarded(one) });
};

export const startExperiment = ({ id }: Experiment) =>
  dataOf(api.POST('/api/v1/experiments/{experimentId}/start', { params: pathOf(id) }));
export const approveExperiment = (one: Experiment) =>
  dataOf(api.POST('/api/v1/experiments/{experimentId}/approve', { params: guarded(one) }));
export const pauseExperiment = ({ id }: Experiment) =>
  dataOf(api.POST('/api/v1/experiments/{experimentId}/pause', { params: pathOf(id) }));
export const stopExperiment = ({ id }: Experiment, note: string) =>
  dataOf(api.POST('/api/v1/experiments/{experimentId}/stop', { params: pathOf(id), body: { note } }));
export const reweighExperiment = (one: Experiment, weights: number[]) =>
  dataOf(api.PUT('/api/v1/experiments/{experimentId}/weights', { params: guarded(one), body: { weights } }));
export const concludeExperiment = ({ id }: Experiment, body: Body<'concludeExperiment'>) =>
  dataOf(api.POST('/api/v1/experiments/{experimentId}/conclude', { params: pathOf(id), body }));

export interface LabelFacts {
  /** By name; the version each points at alone, or null. */
  labels: readonly { name: string; version: number | null }[];
  versions: readonly number[];
}

/** What a form offers of a prompt. */
export const labelFactsQuery = (promptId: string) =>
  queryOptions({
    queryKey: [...experimentsKey, 'facts', promptId],
    queryFn: async ({ signal }): Promise<LabelFacts> => {
      const path = { promptId };
      const [labels, versions] = await Promise.all([
        dataOf(api.GET('/api/v1/prompts/{promptId}/labels', { params: { path }, signal })),
        dataOf(
          api.GET('/api/v1/prompts/{promptId}/versions', { params: { path, query: { limit: 200 } }, signal }),
        ),
      ]);
      return {
        labels: labels.items
          .filter(({ isComputed }) => !isComputed)
          .map(({ name, targets }) => ({
            name,
            version: targets.length === 1 ? (targets[0]?.version ?? null) : null,
          })),
        versions: versions.items.map(({ number }) => number),
      };
    },
    enabled: promptId !== '',
  });
