import { useMutation, useQueryClient } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import { etagOf, newIdempotencyKey } from '../../../../wire/request-headers.ts';
import {
  type Comment,
  type NewAnchor,
  type ReactionSign,
  type Thing,
  type Thread,
  threadsKey,
} from './threads.ts';

export type NewWords = { body: string; suggestion?: string };

const header = () => ({ 'Idempotency-Key': newIdempotencyKey() });
const ofThread = ({ id }: Thread) => ({ path: { threadId: id } });
const ofComment = ({ id }: Comment) => ({ path: { commentId: id } });

/** What can be done with the threads about a thing; each asks for them anew. */
export function useThreadChanges(thing: Thing) {
  const queries = useQueryClient();
  const onSettled = () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: threadsKey(thing) }),
      queries.invalidateQueries({ queryKey: ['thread'] }),
    ]);
  const begin = useMutation({
    mutationFn: ({ anchor, ...words }: NewWords & { anchor?: NewAnchor | undefined }) => {
      const body = { subject: thing, ...(anchor && { anchor }), ...words };
      return dataOf(api.POST('/api/v1/threads', { params: { header: header() }, body }));
    },
    onSettled,
  });
  const reply = useMutation({
    mutationFn: ({ thread, ...body }: NewWords & { thread: Thread }) => {
      const params = { ...ofThread(thread), header: header() };
      return dataOf(api.POST('/api/v1/threads/{threadId}/comments', { params, body }));
    },
    onSettled,
  });
  const settle = useMutation({
    mutationFn: (thread: Thread) =>
      dataOf(
        thread.state === 'open'
          ? api.POST('/api/v1/threads/{threadId}/resolve', { params: ofThread(thread) })
          : api.POST('/api/v1/threads/{threadId}/reopen', { params: ofThread(thread) }),
      ),
    onSettled,
  });
  const see = useMutation({
    mutationFn: (thread: Thread) =>
      api.PUT('/api/v1/threads/{threadId}/seen', { params: ofThread(thread) }).then(() => undefined),
    onSettled,
  });
  const edit = useMutation({
    mutationFn: ({ comment, body }: { comment: Comment; body: string }) => {
      const params = { ...ofComment(comment), header: { 'If-Match': etagOf(comment) } };
      return dataOf(api.PATCH('/api/v1/comments/{commentId}', { params, body: { body } }));
    },
    onSettled,
  });
  const remove = useMutation({
    mutationFn: async (comment: Comment) => {
      const params = { ...ofComment(comment), header: { 'If-Match': etagOf(comment) } };
      await api.DELETE('/api/v1/comments/{commentId}', { params });
    },
    onSettled,
  });
  const react = useMutation({
    mutationFn: ({ comment, sign, take }: { comment: Comment; sign: ReactionSign; take: boolean }) => {
      const params = { path: { commentId: comment.id, sign } };
      const address = '/api/v1/comments/{commentId}/reactions/{sign}';
      return dataOf(take ? api.DELETE(address, { params }) : api.PUT(address, { params }));
    },
    onSettled,
  });
  const decide = useMutation({
    mutationFn: ({ comment, apply }: { comment: Comment; apply: boolean }) =>
      dataOf(
        apply
          ? api.POST('/api/v1/comments/{commentId}/suggestion/apply', { params: ofComment(comment) })
          : api.POST('/api/v1/comments/{commentId}/suggestion/dismiss', { params: ofComment(comment) }),
      ),
    onSettled,
  });
  return { begin, reply, settle, see, edit, remove, react, decide };
}

export type ThreadChanges = ReturnType<typeof useThreadChanges>;
