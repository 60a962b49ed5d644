import {
  mostImageBytes,
  mostImageBytesTogether,
  mostImagePixels,
  mostImages,
} from '@promptvault/contract/studio/runs/image-limits';
import { imageTokens } from '@promptvault/wire/image-tokens';
import { type ImageFacts, readImage } from '@promptvault/wire/read-image';
import { useState } from 'react';
import { formatBytes, formatNumber } from '../../../../ui/format.ts';
import type { Model } from '../../models/index.ts';
import { t } from '../messages.ts';

/** An image as it was attached, in memory alone. */
export type AttachedImage = ImageFacts & {
  id: string;
  name: string;
  bytes: number;
  /** Its content as base64. */
  data: string;
};

/** Attached images of each prompt: they outlive a look at another page, never the tab. */
const attached = new Map<string, readonly AttachedImage[]>();

/** The images that go with the next run of a prompt. */
export function useRunImages(promptId: string) {
  const [images, setImages] = useState(() => attached.get(promptId) ?? []);
  const change = (next: readonly AttachedImage[]) => {
    attached.set(promptId, next);
    setImages(next);
  };
  return {
    images,
    /** @returns what was not taken, each in a sentence */
    async add(files: readonly File[]): Promise<string[]> {
      const refused: string[] = [];
      const read = await Promise.all(files.map(readFile));
      // Others may have been added while these were read.
      let next = attached.get(promptId) ?? [];
      for (const [place, image] of read.entries()) {
        const name = files[place]?.name || t('pastedImage');
        const reason = image ? refusalOf(image, next) : t('imageUnreadable');
        if (image && reason === undefined) next = [...next, { ...image, name }];
        else refused.push(`${name}: ${reason}`);
      }
      change(next);
      return refused;
    },
    rename: (id: string, name: string) =>
      change(images.map((image) => (image.id === id ? { ...image, name } : image))),
    remove: (id: string) => change(images.filter((image) => image.id !== id)),
  };
}

async function readFile(file: File): Promise<AttachedImage | undefined> {
  // Too large to be read for nothing; the limit says it.
  const isHuge = file.size > mostImageBytes * 10;
  const content = new Uint8Array(await (isHuge ? file.slice(0, 1 << 16) : file).arrayBuffer());
  const facts = readImage(content);
  if (!facts) return undefined;
  return { ...facts, id: crypto.randomUUID(), name: file.name, bytes: file.size, data: toBase64(content) };
}

/** In pieces: all bytes at once are more arguments than a call may have. */
function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

function refusalOf(
  { bytes, width, height }: AttachedImage,
  others: readonly AttachedImage[],
): string | undefined {
  if (others.length >= mostImages) return t('imagesTooMany', { most: mostImages });
  if (bytes > mostImageBytes) return t('imageTooHeavy', { most: formatBytes(mostImageBytes) });
  if (Math.max(width, height) > mostImagePixels)
    return t('imageTooWide', { most: formatNumber(mostImagePixels) });
  const together = others.reduce((sum, other) => sum + other.bytes, bytes);
  if (together > mostImageBytesTogether)
    return t('imagesTooHeavy', { most: formatBytes(mostImageBytesTogether) });
  return undefined;
}

/** About how many tokens they are to the model that counts for the bar. */
export const tokensOfImages = (images: readonly AttachedImage[], [model]: readonly Model[]): number =>
  images.reduce((sum, image) => sum + imageTokens(image, model?.provider ?? 'openai'), 0);

/** Names of the chosen models that surely take no images. */
export const blindModels = (models: readonly Model[]): string[] =>
  models.filter(({ abilities }) => abilities.vision === false).map(({ model }) => model);
