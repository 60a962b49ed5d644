import * as z from 'zod';
import { defineRoute } from '../../define-route.ts';
import { id } from '../../values.ts';
import { TagError } from './errors.ts';
import { listTagsQuery, renameTagBody, tag, tagPage } from './shapes.ts';

export const listTags = defineRoute({
  operationId: 'listTags',
  method: 'get',
  path: '/api/v1/tags',
  permission: 'prompt.read',
  summary: 'List the tags of the organization by name',
  limit: 'read',
  query: listTagsQuery,
  response: { status: 200, schema: tagPage },
  example: { query: { limit: '20' } },
});

export const renameTag = defineRoute({
  operationId: 'renameTag',
  method: 'patch',
  path: '/api/v1/tags/{tagId}',
  permission: 'tag.manage',
  summary: 'Rename a tag wherever it is used',
  limit: 'write',
  params: z.object({ tagId: id() }),
  body: renameTagBody,
  ifMatch: true,
  response: { status: 200, schema: tag },
  errors: [TagError.name_taken],
  ids: { 'params.tagId': 'tag' },
  example: { params: { tagId: '$tag' }, body: { name: 'Writing' } },
});
