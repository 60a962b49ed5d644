/** Images and PDF documents that a run carries beside its messages, and how much of them. */
import * as z from 'zod';
import { text } from '../../text.ts';
import {
  mostAttachmentBytes,
  mostAttachments,
  mostImageBytes,
  mostImagePixels,
  mostPdfBytes,
  mostPdfPages,
} from './attachment-limits.ts';

export const runAttachmentInput = z
  .strictObject({
    name: text({ max: 200 })
      .default('')
      .meta({ description: 'What it is shown under. Says nothing of its type, and is not sent.' }),
    data: z
      .string()
      .min(1)
      .max(Math.ceil(mostPdfBytes / 3) * 4 + 1_000_000, 'The attachment is larger than can be sent.')
      .meta({ description: 'PNG, JPEG, GIF, WebP or PDF as base64; told by its content.' }),
  })
  .meta({ id: 'RunAttachmentInput' });
export type RunAttachmentInput = z.output<typeof runAttachmentInput>;

export const runAttachments = z
  .array(runAttachmentInput)
  .max(mostAttachments, `At most ${mostAttachments} attachments.`)
  .meta({
    description: `Sent with the last message of the user, in this order. At most ${mostAttachments}, an image up to ${mostImageBytes / 1e6} MB and ${mostImagePixels} pixels a side, a PDF up to ${mostPdfBytes / 1e6} MB and ${mostPdfPages} pages, together up to ${mostAttachmentBytes / 1e6} MB.`,
  });

export const runAttachmentFacts = z
  .object({
    position: z.int(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    width: z.int().nullable().meta({ description: 'In pixels; null for a PDF.' }),
    height: z.int().nullable(),
    pages: z
      .int()
      .nullable()
      .meta({ description: 'Of a PDF, where they could be counted without unpacking it.' }),
    hash: z.string().meta({ description: 'SHA-256 of its content.' }),
    kept: z.boolean().meta({ description: 'Whether its content is kept with the run.' }),
  })
  .meta({ id: 'RunAttachment', description: 'An image or a PDF document that was sent with a run.' });
export type RunAttachmentFacts = z.output<typeof runAttachmentFacts>;

export const runAttachmentContent = z
  .object({ mediaType: z.string(), data: z.string().meta({ description: 'Its content as base64.' }) })
  .meta({ id: 'RunAttachmentContent' });
