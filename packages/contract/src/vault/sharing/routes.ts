import { defineRoute } from '../../define-route.ts';
import { ShareError } from './errors.ts';
import {
  createdShareLink,
  createShareLinkBody,
  listShareLinksQuery,
  shareLinkPage,
  shareLinkParams,
} from './shapes.ts';

const base = '/api/v1';

export const createShareLink = defineRoute({
  operationId: 'createShareLink',
  method: 'post',
  path: `${base}/share-links`,
  permission: 'share.create',
  summary: 'Make a link to a prompt, run or comparison, for anyone who has it',
  limit: 'write',
  body: createShareLinkBody,
  idempotent: 'sealed',
  response: { status: 201, schema: createdShareLink },
  errors: [
    ShareError.version_unknown,
    ShareError.nothing_to_show,
    ShareError.bad_address,
    ShareError.too_much_mail,
  ],
  ids: { 'body.id': 'prompt' },
  example: { body: { kind: 'prompt', id: '$prompt', life: '7d' } },
});

export const listShareLinks = defineRoute({
  operationId: 'listShareLinks',
  method: 'get',
  path: `${base}/share-links`,
  permission: 'share.create',
  summary: 'Links one made, newest first; those of everybody for who manages sharing',
  limit: 'read',
  query: listShareLinksQuery,
  response: { status: 200, schema: shareLinkPage },
  example: {},
});

export const revokeShareLink = defineRoute({
  operationId: 'revokeShareLink',
  method: 'delete',
  path: `${base}/share-links/{linkId}`,
  permission: 'share.create',
  summary: 'End a link; who has it open sees nothing more with the next request',
  limit: 'write',
  params: shareLinkParams,
  response: { status: 204 },
  ids: { 'params.linkId': 'share_link' },
  example: { params: { linkId: '$share_link' } },
});
