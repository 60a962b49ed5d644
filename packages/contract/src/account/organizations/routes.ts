import * as z from 'zod';
import { defineRoute } from '../../define-route.ts';
import { InvitationError, OrganizationError } from './errors.ts';
import {
  createdInvitation,
  createInvitationBody,
  createOrganizationBody,
  invitationOffer,
  invitationPage,
  invitationParams,
  invitationTokenParams,
  listMembersQuery,
  member,
  memberPage,
  memberParams,
  membership,
  organization,
  updateMemberBody,
  updateOrganizationBody,
} from './shapes.ts';

const base = '/api/v1';

export const listMyOrganizations = defineRoute({
  operationId: 'listMyOrganizations',
  method: 'get',
  path: `${base}/me/organizations`,
  permission: 'signed_in',
  summary: 'Organizations the caller belongs to, or is a guest of',
  limit: 'read',
  response: { status: 200, schema: z.object({ items: z.array(membership) }) },
  example: {},
});

export const createOrganization = defineRoute({
  operationId: 'createOrganization',
  method: 'post',
  path: `${base}/organizations`,
  permission: 'signed_in',
  summary: 'Create an organization; the caller becomes its owner',
  limit: 'write',
  body: createOrganizationBody,
  idempotent: true,
  response: { status: 201, schema: membership },
  example: { body: { name: 'Northwind Labs' } },
});

export const getOrganization = defineRoute({
  operationId: 'getOrganization',
  method: 'get',
  path: `${base}/organization`,
  permission: 'organization.enter',
  summary: 'The organization of this call, with the caller’s role and permissions',
  limit: 'read',
  response: { status: 200, schema: organization },
  example: {},
});

export const updateOrganization = defineRoute({
  operationId: 'updateOrganization',
  method: 'patch',
  path: `${base}/organization`,
  permission: 'organization.manage',
  summary: 'Rename the organization',
  limit: 'write',
  ifMatch: true,
  body: updateOrganizationBody,
  response: { status: 200, schema: organization },
  example: { body: { name: 'Northwind Research' } },
});

export const switchOrganization = defineRoute({
  operationId: 'switchOrganization',
  method: 'post',
  path: `${base}/organization/enter`,
  permission: 'organization.enter',
  summary: 'Make this the organization of the session, for calls that name none',
  limit: 'write',
  response: { status: 200, schema: organization },
  example: {},
});

export const listMembers = defineRoute({
  operationId: 'listMembers',
  method: 'get',
  path: `${base}/members`,
  permission: 'organization.read',
  summary: 'Members of the organization',
  limit: 'read',
  query: listMembersQuery,
  response: { status: 200, schema: memberPage },
  example: {},
});

export const updateMember = defineRoute({
  operationId: 'updateMember',
  method: 'patch',
  path: `${base}/members/{memberId}`,
  permission: 'member.manage',
  summary: 'Change a member’s role',
  limit: 'write',
  ifMatch: true,
  params: memberParams,
  body: updateMemberBody,
  response: { status: 200, schema: member },
  errors: [OrganizationError.last_owner, OrganizationError.role_too_high, OrganizationError.personal],
  ids: { 'params.memberId': 'member' },
  example: { params: { memberId: '$member' }, body: { role: 'viewer' } },
});

export const removeMember = defineRoute({
  operationId: 'removeMember',
  method: 'delete',
  path: `${base}/members/{memberId}`,
  permission: 'member.manage',
  summary: 'Remove a member; their open editors close within seconds',
  limit: 'write',
  ifMatch: true,
  params: memberParams,
  response: { status: 204 },
  errors: [OrganizationError.last_owner, OrganizationError.role_too_high, OrganizationError.personal],
  ids: { 'params.memberId': 'member' },
  example: { params: { memberId: '$member' } },
});

export const listInvitations = defineRoute({
  operationId: 'listInvitations',
  method: 'get',
  path: `${base}/invitations`,
  permission: 'member.manage',
  summary: 'Invitations of the organization, newest first',
  limit: 'read',
  query: listMembersQuery,
  response: { status: 200, schema: invitationPage },
  example: {},
});

export const createInvitation = defineRoute({
  operationId: 'createInvitation',
  method: 'post',
  path: `${base}/invitations`,
  permission: 'member.manage',
  summary: 'Create an invitation link, good for 7 days and one person',
  limit: 'write',
  body: createInvitationBody,
  idempotent: 'sealed',
  response: { status: 201, schema: createdInvitation },
  errors: [OrganizationError.personal, OrganizationError.role_too_high],
  example: { body: { role: 'editor', note: 'For Mira' } },
});

export const revokeInvitation = defineRoute({
  operationId: 'revokeInvitation',
  method: 'delete',
  path: `${base}/invitations/{invitationId}`,
  permission: 'member.manage',
  summary: 'Revoke an invitation link',
  limit: 'write',
  params: invitationParams,
  response: { status: 204 },
  ids: { 'params.invitationId': 'invitation' },
  example: { params: { invitationId: '$invitation' } },
});

export const getInvitationOffer = defineRoute({
  operationId: 'getInvitationOffer',
  method: 'get',
  path: `${base}/invitation-links/{token}`,
  permission: 'public',
  summary: 'What an invitation link offers',
  limit: 'sign_in',
  params: invitationTokenParams,
  response: { status: 200, schema: invitationOffer },
  errors: [InvitationError.not_valid],
  example: { params: { token: 'a-token-that-is-not-valid' } },
});

export const acceptInvitation = defineRoute({
  operationId: 'acceptInvitation',
  method: 'post',
  path: `${base}/invitation-links/{token}/accept`,
  permission: 'signed_in',
  summary: 'Join the organization an invitation link offers',
  limit: 'sign_in',
  params: invitationTokenParams,
  response: { status: 200, schema: membership },
  errors: [InvitationError.not_valid, InvitationError.already_member],
  example: { params: { token: 'a-token-that-is-not-valid' } },
});
