import { defineRoute } from '../../define-route.ts';
import { ShareError } from './errors.ts';
import {
  createdShareLink,
  createShareLinkBody,
  guestPage,
  guestParams,
  invitedGuests,
  inviteGuestBody,
  listGuestsQuery,
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

export const inviteGuest = defineRoute({
  operationId: 'inviteGuest',
  method: 'post',
  path: `${base}/guests`,
  permission: 'share.create',
  summary: 'Invite somebody who is no member to single prompts, by mail',
  limit: 'write',
  body: inviteGuestBody,
  idempotent: true,
  response: { status: 201, schema: invitedGuests },
  errors: [ShareError.bad_address, ShareError.too_much_mail, ShareError.too_many_guests],
  ids: { 'body.prompts.0': 'prompt' },
  example: { body: { mailTo: 'mira@example.com', prompts: ['$prompt'], level: 'comment' } },
});

export const listGuests = defineRoute({
  operationId: 'listGuests',
  method: 'get',
  path: `${base}/guests`,
  permission: 'share.create',
  summary: 'Guests one invited, newest first; those of everybody for who manages sharing',
  limit: 'read',
  query: listGuestsQuery,
  response: { status: 200, schema: guestPage },
  example: {},
});

export const removeGuest = defineRoute({
  operationId: 'removeGuest',
  method: 'delete',
  path: `${base}/guests/{guestId}`,
  permission: 'share.create',
  summary: 'End what a guest sees; what they have open closes within seconds',
  limit: 'write',
  params: guestParams,
  response: { status: 204 },
  ids: { 'params.guestId': 'guest' },
  example: { params: { guestId: '$guest' } },
});
