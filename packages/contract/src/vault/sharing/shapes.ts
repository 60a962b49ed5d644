import * as z from 'zod';
import { id, page, pageQuery, personRef, time } from '../../values.ts';

export const sharedKind = z.enum(['prompt', 'run', 'comparison']);
export type SharedKind = z.output<typeof sharedKind>;
export const linkLife = z.enum(['1d', '7d', '30d', 'never']);
export type LinkLife = z.output<typeof linkLife>;

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
  indexable: z.boolean().default(false).meta({ description: 'Whether search engines may list it.' }),
});
export const listShareLinksQuery = z.object({
  ...pageQuery,
  kind: sharedKind.optional(),
  id: id().optional().meta({ description: 'Only links to this thing; needs kind.' }),
});
export const shareLinkParams = z.object({ linkId: id() });
