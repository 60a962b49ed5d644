import * as z from 'zod';
import { id, page, pageQuery, personRef, time } from '../../values.ts';

export const sharedKind = z.enum(['prompt', 'run', 'comparison', 'judgement']);
export type SharedKind = z.output<typeof sharedKind>;
export const linkLife = z.enum(['1d', '7d', '30d', 'never']);
export type LinkLife = z.output<typeof linkLife>;

/** How far somebody outside may go: read the saved versions, or also read and write comments. */
export const shareLevel = z.enum(['read', 'comment']);
export type ShareLevel = z.output<typeof shareLevel>;

export const shareLink = z
  .object({
    id: z.string(),
    subject: z.object({ kind: sharedKind, id: z.string() }),
    title: z
      .union([z.string(), z.null()])
      .meta({ description: 'null for a thing that is gone or that you do not see.' }),
    version: z
      .union([z.int(), z.null()])
      .meta({ description: 'The version it stays on, or null for the newest.' }),
    hint: z.string().meta({ description: 'The last letters of the link: the rest is known to nobody.' }),
    password: z.boolean(),
    sentTo: z.union([z.string(), z.null()]).meta({ description: 'The address it was mailed to.' }),
    indexable: z.boolean(),
    level: shareLevel,
    state: z.enum(['open', 'expired', 'revoked']),
    expiresAt: z.union([time(), z.null()]),
    views: z.int(),
    lastUsedAt: z.union([time(), z.null()]),
    createdBy: personRef,
    createdAt: time(),
  })
  .meta({ id: 'ShareLink' });
export type ShareLink = z.output<typeof shareLink>;
export const createdShareLink = shareLink
  .extend({ url: z.string().meta({ description: 'The link; it is shown this once.' }) })
  .meta({ id: 'CreatedShareLink' });
export type CreatedShareLink = z.output<typeof createdShareLink>;
export const shareLinkPage = page(shareLink).meta({ id: 'ShareLinkPage' });

export const guest = z
  .object({
    id: z.string(),
    subject: z.object({ kind: z.enum(['prompt']), id: z.string() }),
    title: z
      .union([z.string(), z.null()])
      .meta({ description: 'null for a thing that is gone or that you do not see.' }),
    sentTo: z.string().meta({ description: 'The address the invitation was mailed to.' }),
    person: z
      .union([personRef, z.null()])
      .meta({ description: 'Who accepted it; null before. It may be another address of theirs.' }),
    level: shareLevel,
    state: z.enum(['invited', 'open', 'expired', 'removed']),
    expiresAt: z.union([time(), z.null()]).meta({ description: 'When the access ends by itself.' }),
    createdBy: personRef,
    createdAt: time(),
    joinedAt: z.union([time(), z.null()]),
  })
  .meta({ id: 'Guest', description: 'A person who is no member and sees one thing.' });
export type Guest = z.output<typeof guest>;
export const guestPage = page(guest).meta({ id: 'GuestPage' });
export const invitedGuests = z.object({
  items: z.array(guest),
  delivers: z.boolean().meta({
    description:
      'Whether mail of this server reaches people; if not, its operator finds the letter and hands it over.',
  }),
});
export const mostPromptsOfGuest = 20;

export const inviteGuestBody = z.strictObject({
  mailTo: z.string().max(254).meta({ description: 'One address; the invitation is good for one person.' }),
  prompts: z
    .array(id())
    .min(1)
    .max(mostPromptsOfGuest)
    .meta({ description: 'The prompts the guest sees, and nothing else.' }),
  level: shareLevel.default('read'),
  guestFor: linkLife.default('30d'),
});
export const listGuestsQuery = z.object({
  ...pageQuery,
  prompt: id().optional().meta({ description: 'Only guests of this prompt.' }),
});
export const guestParams = z.object({ guestId: id() });

export const createShareLinkBody = z.strictObject({
  kind: sharedKind,
  id: id(),
  version: z.int().min(1).optional().meta({ description: 'Of a prompt: stays on this version.' }),
  life: linkLife.default('7d'),
  password: z.string().min(8, 'Use at least 8 characters.').max(200).optional(),
  mailTo: z
    .string()
    .max(254)
    .optional()
    .meta({ description: 'Mails the link to this address. A password is not in the mail.' }),
  level: shareLevel
    .default('read')
    .meta({ description: 'comment: whoever is signed in, here or in another organization, may comment.' }),
  indexable: z.boolean().default(false).meta({ description: 'Whether search engines may list it.' }),
});
export const listShareLinksQuery = z.object({
  ...pageQuery,
  kind: sharedKind.optional(),
  id: id().optional().meta({ description: 'Only links to this thing; needs kind.' }),
});
export const shareLinkParams = z.object({ linkId: id() });
