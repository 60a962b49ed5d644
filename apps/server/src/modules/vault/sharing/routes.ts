import * as contract from '@promptvault/contract/vault/sharing/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openOrganization } from '../../account/organizations/index.ts';
import { openShareLink } from './open.ts';
import { createShareLink, revokeShareLink } from './operations/create-share-link.ts';
import { listShareLinks } from './operations/list-share-links.ts';
import { toCreatedShareLink, toShareLinks } from './views.ts';

export const routes = [
  serve(contract.createShareLink).open(openOrganization).run(createShareLink).view(toCreatedShareLink),
  serve(contract.listShareLinks)
    .open(openOrganization)
    .run(listShareLinks)
    .view(async ({ rows, nextCursor }, ctx) => ({ items: await toShareLinks(rows, ctx), nextCursor })),
  serve(contract.revokeShareLink)
    .open(openShareLink)
    .run(revokeShareLink)
    .view(() => undefined),
];
