import { defineRoute } from '../../define-route.ts';
import { activityPage, listActivityQuery } from './activity-shapes.ts';
import { CommentError, SuggestionError } from './errors.ts';
import {
  comment,
  commentParams,
  createCommentBody,
  createThreadBody,
  listThreadsQuery,
  mentionList,
  mentionQuery,
  reactionParams,
  thread,
  threadPage,
  threadParams,
  updateCommentBody,
} from './shapes.ts';

const mentioning = [CommentError.mention_unknown, CommentError.group_unknown, CommentError.group_too_large];
const written = [...mentioning, CommentError.too_fast];

export const listThreads = defineRoute({
  operationId: 'listThreads',
  method: 'get',
  path: '/api/v1/threads',
  permission: 'comment.read',
  summary: 'List the threads about a thing, those with the newest comment first',
  description:
    'What is said about a draft is shown to whoever may write it, and to others once a version holds the words.',
  limit: 'read',
  query: listThreadsQuery,
  response: { status: 200, schema: threadPage },
  ids: { 'query.subject': 'prompt' },
  example: { query: { kind: 'prompt', subject: '$prompt', state: 'open' } },
});

export const createThread = defineRoute({
  operationId: 'createThread',
  method: 'post',
  path: '/api/v1/threads',
  permission: 'comment.write',
  summary: 'Begin a thread about a thing, or about words of a prompt',
  limit: 'write',
  idempotent: true,
  body: createThreadBody,
  response: { status: 201, schema: thread },
  errors: [
    ...written,
    CommentError.quote_gone,
    CommentError.section_unknown,
    CommentError.nowhere,
    SuggestionError.no_range,
  ],
  ids: { 'body.subject.id': 'prompt' },
  example: { body: { subject: { kind: 'prompt', id: '$prompt' }, body: 'Should this say who it is for?' } },
});

export const getThread = defineRoute({
  operationId: 'getThread',
  method: 'get',
  path: '/api/v1/threads/{threadId}',
  permission: 'comment.read',
  summary: 'Get a thread',
  limit: 'read',
  params: threadParams,
  response: { status: 200, schema: thread },
  ids: { 'params.threadId': 'thread' },
  example: { params: { threadId: '$thread' } },
});

export const createComment = defineRoute({
  operationId: 'createComment',
  method: 'post',
  path: '/api/v1/threads/{threadId}/comments',
  permission: 'comment.write',
  summary: 'Answer in a thread',
  limit: 'write',
  idempotent: true,
  params: threadParams,
  body: createCommentBody,
  response: { status: 201, schema: comment },
  errors: [...written, CommentError.thread_full, SuggestionError.no_range],
  ids: { 'params.threadId': 'thread' },
  example: { params: { threadId: '$thread' }, body: { body: 'Yes: for new customers.' } },
});

export const resolveThread = defineRoute({
  operationId: 'resolveThread',
  method: 'post',
  path: '/api/v1/threads/{threadId}/resolve',
  permission: 'comment.write',
  summary: 'Mark a thread as resolved',
  limit: 'write',
  params: threadParams,
  response: { status: 200, schema: thread },
  ids: { 'params.threadId': 'thread' },
  example: { params: { threadId: '$thread' } },
});

export const reopenThread = defineRoute({
  operationId: 'reopenThread',
  method: 'post',
  path: '/api/v1/threads/{threadId}/reopen',
  permission: 'comment.write',
  summary: 'Open a resolved thread again',
  limit: 'write',
  params: threadParams,
  response: { status: 200, schema: thread },
  ids: { 'params.threadId': 'thread' },
  example: { params: { threadId: '$thread' } },
});

export const markThreadSeen = defineRoute({
  operationId: 'markThreadSeen',
  method: 'put',
  path: '/api/v1/threads/{threadId}/seen',
  permission: 'comment.read',
  summary: 'Remember that one has read a thread up to now',
  limit: 'write',
  params: threadParams,
  response: { status: 204 },
  ids: { 'params.threadId': 'thread' },
  example: { params: { threadId: '$thread' } },
});

export const updateComment = defineRoute({
  operationId: 'updateComment',
  method: 'patch',
  path: '/api/v1/comments/{commentId}',
  permission: 'comment.write',
  summary: 'Change what one said',
  limit: 'write',
  params: commentParams,
  body: updateCommentBody,
  ifMatch: true,
  response: { status: 200, schema: comment },
  errors: [...mentioning, CommentError.deleted],
  ids: { 'params.commentId': 'comment' },
  example: { params: { commentId: '$comment' }, body: { body: 'Should this say who it is for, and when?' } },
});

export const deleteComment = defineRoute({
  operationId: 'deleteComment',
  method: 'delete',
  path: '/api/v1/comments/{commentId}',
  permission: 'comment.write',
  summary: 'Delete a comment: one’s own, or any for whoever moderates',
  description: 'One that was answered leaves its place; a thread without comments is gone.',
  limit: 'write',
  params: commentParams,
  ifMatch: true,
  response: { status: 204 },
  ids: { 'params.commentId': 'comment' },
  example: { params: { commentId: '$comment' } },
});

export const addReaction = defineRoute({
  operationId: 'addReaction',
  method: 'put',
  path: '/api/v1/comments/{commentId}/reactions/{sign}',
  permission: 'comment.write',
  summary: 'React to a comment',
  limit: 'write',
  params: reactionParams,
  response: { status: 200, schema: comment },
  errors: [CommentError.deleted],
  ids: { 'params.commentId': 'comment' },
  example: { params: { commentId: '$comment', sign: '+1' } },
});

export const removeReaction = defineRoute({
  operationId: 'removeReaction',
  method: 'delete',
  path: '/api/v1/comments/{commentId}/reactions/{sign}',
  permission: 'comment.write',
  summary: 'Take a reaction back',
  limit: 'write',
  params: reactionParams,
  response: { status: 200, schema: comment },
  ids: { 'params.commentId': 'comment' },
  example: { params: { commentId: '$comment', sign: '+1' } },
});

export const applySuggestion = defineRoute({
  operationId: 'applySuggestion',
  method: 'post',
  path: '/api/v1/comments/{commentId}/suggestion/apply',
  permission: 'comment.read',
  summary: 'Write a suggestion into the draft and resolve its thread',
  description:
    'For whoever may write the prompt. The words it replaces must stand in the draft exactly as they did; otherwise nothing is written.',
  limit: 'write',
  params: commentParams,
  response: { status: 200, schema: thread },
  errors: [SuggestionError.no_range, SuggestionError.outdated, SuggestionError.decided],
  ids: { 'params.commentId': 'suggestion' },
  example: { params: { commentId: '$suggestion' } },
});

export const dismissSuggestion = defineRoute({
  operationId: 'dismissSuggestion',
  method: 'post',
  path: '/api/v1/comments/{commentId}/suggestion/dismiss',
  permission: 'comment.read',
  summary: 'Decline a suggestion: for its author and whoever may write the prompt',
  limit: 'write',
  params: commentParams,
  response: { status: 200, schema: thread },
  errors: [SuggestionError.no_range, SuggestionError.decided],
  ids: { 'params.commentId': 'suggestion' },
  example: { params: { commentId: '$suggestion' } },
});

export const listActivity = defineRoute({
  operationId: 'listActivity',
  method: 'get',
  path: '/api/v1/activity',
  permission: 'activity.read',
  summary: 'List what happened, the newest first, as far as the caller may know',
  description: 'A page may hold fewer entries than asked for, also none, and still have a next one.',
  limit: 'read',
  query: listActivityQuery,
  response: { status: 200, schema: activityPage },
  ids: { 'query.prompt': 'prompt' },
  example: { query: { prompt: '$prompt', kind: 'prompt', limit: '20' } },
});

export const findMentions = defineRoute({
  operationId: 'findMentions',
  method: 'get',
  path: '/api/v1/mentions',
  permission: 'organization.read',
  summary: 'Find members and groups to mention',
  limit: 'read',
  query: mentionQuery,
  response: { status: 200, schema: mentionList },
  ids: { 'query.subject': 'prompt' },
  example: { query: { q: 'e', kind: 'prompt', subject: '$prompt' } },
});
