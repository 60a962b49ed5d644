/** Images of runs: read by their content and limited before anything else, and then in memory only, or kept as rows. */
import { createHash } from 'node:crypto';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import {
  mostImageBytes,
  mostImageBytesTogether,
  mostImagePixels,
  mostKeptImageBytes,
} from '@promptvault/contract/studio/runs/image-limits';
import type { RunImageInput } from '@promptvault/contract/studio/runs/images';
import { canonicalJson } from '@promptvault/document';
import type { CallImage } from '@promptvault/wire/model-event';
import { readImage } from '@promptvault/wire/read-image';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ChosenModel } from '../../models/index.ts';
import { type ImageRow, listImages } from '../repository/images.ts';
import { hashOf } from './hash-of.ts';

/** An image that a run sends. */
export interface SentImage extends CallImage {
  /** What it is shown under; may be empty. */
  name: string;
  /** SHA-256 of its content, in hex. */
  hash: string;
}

/** @throws run.image_unreadable, run.image_too_large, run.images_too_large */
export function readImages(given: readonly RunImageInput[]): SentImage[] {
  let together = 0;
  return given.map(({ name, data: base64 }, position) => {
    const shown = shownName(name, position);
    const data = decode(base64);
    const facts = data && readImage(data);
    if (!data || !facts) throw RunError.image_unreadable({ name: shown });
    const isTooLarge =
      data.byteLength > mostImageBytes || Math.max(facts.width, facts.height) > mostImagePixels;
    if (isTooLarge)
      throw RunError.image_too_large({
        name: shown,
        megabytes: mostImageBytes / 1e6,
        pixels: mostImagePixels,
      });
    together += data.byteLength;
    if (together > mostImageBytesTogether)
      throw RunError.images_too_large({ megabytes: mostImageBytesTogether / 1e6, kept: false });
    return { name, ...facts, data, hash: createHash('sha256').update(data).digest('hex') };
  });
}

const shownName = (name: string, position: number) =>
  name.trim() === '' ? `Image ${position + 1}` : `“${name}”`;

/** Strict, since what is decoded loosely would be another image than was sent. */
function decode(base64: string): Uint8Array | undefined {
  if (base64.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(base64.replace(/={1,2}$/, ''))) return undefined;
  return Buffer.from(base64, 'base64');
}

/** The hash of the messages, and of the images where there are any: the same hash means that the same is sent. */
export const withImagesHash = (hash: string, images: readonly Pick<SentImage, 'hash'>[]): string =>
  images.length === 0
    ? hash
    : hashOf(canonicalJson({ messages: hash, images: images.map((image) => image.hash) }));

/** Each set has rows of its own. @throws run.images_too_large */
export function refuseKept(images: readonly SentImage[], sets: number): void {
  const bytes = images.reduce((sum, { data }) => sum + data.byteLength, 0) * sets;
  if (bytes > mostKeptImageBytes)
    throw RunError.images_too_large({ megabytes: mostKeptImageBytes / 1e6, kept: true });
}

/** Whether it may be sent images. Where nobody says, it is asked. */
export const takesImages = ({ vision }: ChosenModel): boolean => vision !== false;

/**
 * Refuses beforehand what no model would be called for. Where some of several take images, the others are refused
 * one by one, each as its own run. @throws run.no_vision
 */
export function refuseBlind(models: readonly ChosenModel[], images: readonly SentImage[]): void {
  if (images.length === 0 || models.some((model) => [model, ...model.fallbacks].some(takesImages))) return;
  throw RunError.no_vision({ models: [...new Set(models.map(({ model }) => model))] });
}

/** The rows of one input. */
export const toImageRows = (
  images: readonly SentImage[],
  { organizationId, inputId, keep }: { organizationId: string; inputId: string; keep: boolean },
): ImageRow[] =>
  images.map(({ name, mediaType, width, height, hash, data }, position) => ({
    ...{ organizationId, inputId, position, name, mediaType, width, height, hash },
    size: data.byteLength,
    content: keep ? data : null,
  }));

/** The images of a run that are sent again: those given, or else those that were kept. @throws run.images_needed, and what reading images throws */
export async function imagesAgain(
  ctx: Ctx,
  inputId: string,
  given: readonly RunImageInput[] | undefined,
): Promise<SentImage[]> {
  if (given) return readImages(given);
  const rows = await listImages(ctx.tx, ctx.organizationId, inputId);
  const lacking = rows.filter(({ content }) => content === null);
  if (lacking.length > 0)
    throw RunError.images_needed({ names: lacking.map(({ name, position }) => shownName(name, position)) });
  return rows.map(({ name, mediaType, width, height, hash, content }) => ({
    ...{ name, mediaType, width, height, hash },
    data: content as Uint8Array,
  }));
}
