import { defineErrors } from '../../errors.ts';

export const OrganizationError = defineErrors('organization', {
  last_owner: {
    status: 409,
    message: () => 'An organization keeps at least one owner. Make someone else an owner first.',
  },
  personal: {
    status: 409,
    message: () =>
      'This is a personal organization: it has one member. Create an organization for your team.',
  },
  role_too_high: {
    status: 403,
    message: (p: { role: string }) => `Only an owner can give or change the role ${p.role}.`,
  },
});

export const InvitationError = defineErrors('invitation', {
  not_valid: {
    status: 404,
    message: () =>
      'This invitation is not valid: it was used, revoked, or is older than 7 days. Ask for a new one.',
  },
  already_member: {
    status: 409,
    message: () => 'You are a member of this organization already: open it without this invitation.',
  },
});
