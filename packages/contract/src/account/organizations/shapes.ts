import * as z from 'zod';
import { description, id, name, page, pageQuery, personRef, revision, time } from '../../values.ts';

export const roleKey = z.enum(['owner', 'admin', 'editor', 'viewer']);
export type RoleKey = z.output<typeof roleKey>;
/** What somebody is in an organization: a member with a role, or a guest of single things. */
export const standing = z.enum([...roleKey.options, 'guest']);
export type Standing = z.output<typeof standing>;

export const organization = z
  .object({
    id: z.string(),
    name: z.string(),
    slug: z.string(),
    kind: z.enum(['personal', 'team']),
    role: standing,
    permissions: z.array(z.string()).meta({ description: 'What the caller may do here.' }),
    createdAt: time(),
    revision: revision(),
  })
  .meta({ id: 'Organization' });
export type Organization = z.output<typeof organization>;

export const membership = z
  .object({
    organizationId: z.string(),
    name: z.string(),
    slug: z.string(),
    kind: z.enum(['personal', 'team']),
    role: standing,
  })
  .meta({ id: 'Membership', description: 'An organization the caller belongs to.' });
export type Membership = z.output<typeof membership>;

export const createOrganizationBody = z.strictObject({ name: name(80) });
export const updateOrganizationBody = z.strictObject({ name: name(80) });

export const member = z
  .object({ id: z.string(), person: personRef, role: roleKey, joinedAt: time(), revision: revision() })
  .meta({ id: 'Member' });
export type Member = z.output<typeof member>;
export const memberPage = page(member).meta({ id: 'MemberPage' });
export const listMembersQuery = z.object(pageQuery);
export const memberParams = z.object({ memberId: id() });
export const updateMemberBody = z.strictObject({ role: roleKey });

export const invitation = z
  .object({
    id: z.string(),
    role: roleKey,
    note: z.string(),
    createdBy: personRef,
    createdAt: time(),
    expiresAt: time(),
    state: z.enum(['open', 'accepted', 'revoked', 'expired']),
  })
  .meta({ id: 'Invitation' });
export type Invitation = z.output<typeof invitation>;
export const createdInvitation = invitation
  .extend({ link: z.string().meta({ description: 'The link to hand over; it is shown this once.' }) })
  .meta({ id: 'CreatedInvitation' });
export type CreatedInvitation = z.output<typeof createdInvitation>;
export const invitationPage = page(invitation).meta({ id: 'InvitationPage' });
export const createInvitationBody = z.strictObject({
  role: roleKey.exclude(['owner']),
  note: description(200).default(''),
});
export const invitationParams = z.object({ invitationId: id() });
export const invitationTokenParams = z.object({ token: z.string().min(1).max(200) });

export const invitationOffer = z
  .object({
    organizationName: z.string(),
    role: standing,
    expiresAt: time(),
    invitedBy: z.string(),
    titles: z.array(z.string()).meta({ description: 'For a guest: the things they are invited to.' }),
    address: z.string().meta({ description: 'The page it leads to once it is accepted.' }),
  })
  .meta({ id: 'InvitationOffer', description: 'What an invitation link offers.' });
export type InvitationOffer = z.output<typeof invitationOffer>;
