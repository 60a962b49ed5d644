import * as contract from '@promptvault/contract/account/organizations/routes';
import { serve } from '../../../foundation/http/serve.ts';
import { openInvitation, openMember, openWholeOrganization } from './open.ts';
import { acceptInvitation, getInvitationOffer } from './operations/accept-invitation.ts';
import { removeMember, updateMember } from './operations/change-member.ts';
import { createInvitation, revokeInvitation } from './operations/create-invitation.ts';
import { createOrganization } from './operations/create-organization.ts';
import { listInvitations, listMembers } from './operations/list-members.ts';
import {
  enterOrganization,
  getOrganization,
  listMyOrganizations,
  updateOrganization,
} from './operations/update-organization.ts';
import {
  toCreatedInvitation,
  toInvitations,
  toMember,
  toMembers,
  toMembership,
  toOffer,
  toOrganization,
} from './views.ts';

export const routes = [
  serve(contract.listMyOrganizations)
    .lobby(listMyOrganizations)
    .view((rows) => ({ items: rows.map(toMembership) })),
  serve(contract.createOrganization).lobby(createOrganization).view(toMembership),
  serve(contract.getOrganization).open(openWholeOrganization).run(getOrganization).view(toOrganization),
  serve(contract.updateOrganization).open(openWholeOrganization).run(updateOrganization).view(toOrganization),
  serve(contract.switchOrganization).open(openWholeOrganization).run(enterOrganization).view(toOrganization),
  serve(contract.listMembers)
    .open(openWholeOrganization)
    .run(listMembers)
    .view(async ({ rows, nextCursor }, ctx) => ({ items: await toMembers(rows, ctx), nextCursor })),
  serve(contract.updateMember).open(openMember).run(updateMember).view(toMember),
  serve(contract.removeMember)
    .open(openMember)
    .run(removeMember)
    .view(() => undefined),
  serve(contract.listInvitations)
    .open(openWholeOrganization)
    .run(listInvitations)
    .view(async ({ rows, nextCursor }, ctx) => ({ items: await toInvitations(rows, ctx), nextCursor })),
  serve(contract.createInvitation)
    .open(openWholeOrganization)
    .run(createInvitation)
    .view(toCreatedInvitation),
  serve(contract.revokeInvitation)
    .open(openInvitation)
    .run(revokeInvitation)
    .view(() => undefined),
  serve(contract.getInvitationOffer).lobby(getInvitationOffer).view(toOffer),
  serve(contract.acceptInvitation).lobby(acceptInvitation).view(toMembership),
];
