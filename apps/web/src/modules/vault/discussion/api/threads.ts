import type { components, operations } from '@promptvault/sdk';
import { infiniteQueryOptions, queryOptions, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { useLiveChanges } from '../../../../wire/use-live.ts';

export type Thread = components['schemas']['Thread'];
export type Comment = components['schemas']['Comment'];
export type Suggestion = NonNullable<Comment['suggestion']>;
export type ReactionSign = components['schemas']['ReactionSign'];
export type NewAnchor = components['schemas']['NewAnchor'];

/** A thing people speak about. */
export type Thing = { kind: string; id: string };

export type ThreadFilter = Pick<
  NonNullable<operations['listThreads']['parameters']['query']>,
  'branch' | 'version' | 'state' | 'mine'
>;

export const threadsKey = ({ kind, id }: Thing) => ['threads', kind, id] as const;

const pageSize = 50;

export const threadsQuery = (thing: Thing, filter: ThreadFilter) =>
  infiniteQueryOptions({
    queryKey: [...threadsKey(thing), filter],
    queryFn: ({ pageParam, signal }) => {
      const { kind, id: subject } = thing;
      const query = { kind, subject, ...filter, limit: pageSize, ...(pageParam && { cursor: pageParam }) };
      return dataOf(api.GET('/api/v1/threads', { params: { query }, signal }));
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
  });

export const threadQuery = (threadId: string) =>
  queryOptions({
    queryKey: ['thread', threadId],
    queryFn: ({ signal }) =>
      dataOf(api.GET('/api/v1/threads/{threadId}', { params: { path: { threadId } }, signal })),
  });

/** Asks anew whenever somebody says something about the thing. */
export function useThreadsLive(thing: Thing): void {
  const queries = useQueryClient();
  useLiveChanges(`discussion:${thing.kind}.${thing.id}`, () => {
    void queries.invalidateQueries({ queryKey: threadsKey(thing) });
    void queries.invalidateQueries({ queryKey: ['thread'] });
  });
}

/** Members whose name fits, and of a thing the groups that fit. */
export const mentionsQuery = (q: string, thing?: Thing) =>
  queryOptions({
    queryKey: ['mentions', q, thing?.kind, thing?.id],
    queryFn: ({ signal }) => {
      const query = { q, ...(thing && { kind: thing.kind, subject: thing.id }) };
      return dataOf(api.GET('/api/v1/mentions', { params: { query }, signal }));
    },
    staleTime: 60_000,
  });
