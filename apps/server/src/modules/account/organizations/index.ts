export {
  GuestInvited,
  GuestJoined,
  GuestRemoved,
  MemberJoined,
  MemberRemoved,
  MemberRoleChanged,
} from './events.ts';
export { type OrganizationHere as Organization, openMember, openOrganization } from './open.ts';
export { membershipTopic } from './operations/change-member.ts';
export { createInvitation } from './operations/create-invitation.ts';
export { createEnter, createEnterAsJob, permissionsByRole } from './operations/enter.ts';
export { foundOrganization } from './operations/found-organization.ts';
export { addGuests, countGuests, endGuest, type InvitedGuests } from './operations/guests.ts';
export { nameOrganization } from './operations/name-organization.ts';
export { deletedPerson, namePeople } from './operations/name-people.ts';
export { requirePermission } from './policy.ts';
export type { GuestRow as Guest, MemberRow as Member } from './repository.ts';
export { myMemberships as listMemberships } from './repository.ts';
