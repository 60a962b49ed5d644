/** Images that a run carries beside its messages, and how much of them. */
import * as z from 'zod';
import { text } from '../../text.ts';
import { mostImageBytes, mostImageBytesTogether, mostImagePixels, mostImages } from './image-limits.ts';

export const runImageInput = z
  .strictObject({
    name: text({ max: 200 })
      .default('')
      .meta({ description: 'What it is shown under. Says nothing of its type, and is not sent.' }),
    data: z
      .string()
      .min(1)
      .max(Math.ceil(mostImageBytes / 3) * 4 + 1_000_000, 'The image is larger than can be sent.')
      .meta({ description: 'PNG, JPEG, GIF or WebP as base64; told by its content.' }),
  })
  .meta({ id: 'RunImageInput' });
export type RunImageInput = z.output<typeof runImageInput>;

export const runImages = z
  .array(runImageInput)
  .max(mostImages, `At most ${mostImages} images.`)
  .meta({
    description: `Sent with the last message of the user, in this order. At most ${mostImages}, each up to ${mostImageBytes / 1e6} MB and ${mostImagePixels} pixels a side, together up to ${mostImageBytesTogether / 1e6} MB.`,
  });

export const runImageFacts = z
  .object({
    position: z.int(),
    name: z.string(),
    mediaType: z.string(),
    bytes: z.int(),
    width: z.int().meta({ description: 'In pixels.' }),
    height: z.int(),
    hash: z.string().meta({ description: 'SHA-256 of its content.' }),
    kept: z.boolean().meta({ description: 'Whether its content is kept with the run.' }),
  })
  .meta({ id: 'RunImage', description: 'An image that was sent with a run.' });
export type RunImageFacts = z.output<typeof runImageFacts>;

export const runImageContent = z
  .object({ mediaType: z.string(), data: z.string().meta({ description: 'Its content as base64.' }) })
  .meta({ id: 'RunImageContent' });
