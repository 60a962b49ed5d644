export { openOrganization } from './open.ts';
export { membershipTopic } from './operations/change-member.ts';
export { createInvitation } from './operations/create-invitation.ts';
export { createEnter, createEnterAsJob, permissionsByRole } from './operations/enter.ts';
export { foundOrganization } from './operations/found-organization.ts';
export { deletedPerson, namePeople } from './operations/name-people.ts';
export { requirePermission } from './policy.ts';
export type { OrganizationRow as Organization } from './repository.ts';
