import * as contract from '@promptvault/contract/vault/sharing/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openGuest, openShareLink } from './open.ts';
import { createShareLink, revokeShareLink } from './operations/create-share-link.ts';
import { inviteGuest } from './operations/invite-guest.ts';
import { listGuests, removeGuest } from './operations/list-guests.ts';
import { listShareLinks } from './operations/list-share-links.ts';
import { toCreatedShareLink, toGuests, toShareLinks } from './views.ts';

export const routes = [
  serve(contract.createShareLink).open(openOrganization).outside(createShareLink).view(toCreatedShareLink),
  serve(contract.listShareLinks)
    .open(openOrganization)
    .run(listShareLinks)
    .view(async ({ rows, nextCursor }, ctx) => ({ items: await toShareLinks(rows, ctx), nextCursor })),
  serve(contract.revokeShareLink)
    .open(openShareLink)
    .run(revokeShareLink)
    .view(() => undefined),
  serve(contract.inviteGuest)
    .open(openOrganization)
    .run(inviteGuest)
    .view(async (rows, ctx) => ({ items: await toGuests(rows, ctx), delivers: ctx.ports.mail.delivers })),
  serve(contract.listGuests)
    .open(openOrganization)
    .run(listGuests)
    .view(async ({ rows, nextCursor }, ctx) => ({ items: await toGuests(rows, ctx), nextCursor })),
  serve(contract.removeGuest)
    .open(openGuest)
    .run(removeGuest)
    .view(() => undefined),
];
