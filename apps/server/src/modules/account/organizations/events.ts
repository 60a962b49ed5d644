import {
  guestChanged,
  invitationChanged,
  memberChanged,
  organizationChanged,
} from '@promptvault/contract/account/organizations/events';
import { defineEvent } from '../../../foundation/context/define-event.ts';

const audited = { audit: true };

export const OrganizationCreated = defineEvent('organization.created', organizationChanged, audited);
export const OrganizationRenamed = defineEvent('organization.renamed', organizationChanged, audited);
export const MemberJoined = defineEvent('member.joined', memberChanged, audited);
export const MemberRoleChanged = defineEvent('member.role_changed', memberChanged, audited);
export const MemberRemoved = defineEvent('member.removed', memberChanged, audited);
export const InvitationCreated = defineEvent('invitation.created', invitationChanged, audited);
export const InvitationRevoked = defineEvent('invitation.revoked', invitationChanged, audited);

export const GuestInvited = defineEvent('guest.invited', guestChanged, audited);
export const GuestJoined = defineEvent('guest.joined', guestChanged, audited);
export const GuestRemoved = defineEvent('guest.removed', guestChanged, audited);

export const events = [
  OrganizationCreated,
  OrganizationRenamed,
  MemberJoined,
  MemberRoleChanged,
  MemberRemoved,
  InvitationCreated,
  InvitationRevoked,
  GuestInvited,
  GuestJoined,
  GuestRemoved,
];
