/** Attachments of runs: read by their content and limited before anything else, and then in memory only, or kept as rows. */
import { createHash } from 'node:crypto';
import {
  mostAttachmentBytes,
  mostImageBytes,
  mostImagePixels,
  mostKeptAttachmentBytes,
  mostPdfBytes,
  mostPdfPages,
} from '@promptvault/contract/studio/runs/attachment-limits';
import type { RunAttachmentInput } from '@promptvault/contract/studio/runs/attachments';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import { canonicalJson } from '@promptvault/document';
import type { CallAttachment } from '@promptvault/wire/model-event';
import {
  type AttachmentFacts,
  type AttachmentKind,
  isPdf,
  kindOf,
  readAttachment,
} from '@promptvault/wire/read-attachment';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ChosenModel } from '../../models/index.ts';
import { type AttachmentRow, listAttachments } from '../repository/attachments.ts';
import { hashOf } from './hash-of.ts';

/** An image or a PDF document that a run sends. */
export type SentAttachment = CallAttachment & {
  /** What it is shown under; may be empty. */
  name: string;
  /** SHA-256 of its content, in hex. */
  hash: string;
};

/** @throws run.attachment_unreadable, run.attachment_encrypted, run.attachment_too_large, run.attachments_too_large */
export function readAttachments(given: readonly RunAttachmentInput[]): SentAttachment[] {
  let together = 0;
  return given.map(({ name: said, data: base64 }, position) => {
    const name = said.replace(unseen, '');
    const shown = shownName(name, position);
    const data = decode(base64);
    const facts = data && readAttachment(data);
    if (!data || !facts) throw RunError.attachment_unreadable({ name: shown });
    refuseLarge(facts, data.byteLength, shown);
    if (isPdf(facts) && facts.encrypted) throw RunError.attachment_encrypted({ name: shown });
    together += data.byteLength;
    if (together > mostAttachmentBytes)
      throw RunError.attachments_too_large({ megabytes: mostAttachmentBytes / 1e6, kept: false });
    return { name, ...facts, data, hash: createHash('sha256').update(data).digest('hex') };
  });
}

function refuseLarge(facts: AttachmentFacts, bytes: number, name: string): void {
  if (isPdf(facts)) {
    const pages = mostPdfPages;
    if (bytes > mostPdfBytes || (facts.pages ?? 0) > pages)
      throw RunError.attachment_too_large({ name, megabytes: mostPdfBytes / 1e6, pixels: null, pages });
    return;
  }
  const pixels = mostImagePixels;
  if (bytes > mostImageBytes || Math.max(facts.width, facts.height) > pixels)
    throw RunError.attachment_too_large({ name, megabytes: mostImageBytes / 1e6, pixels, pages: null });
}

/** Marks that turn the letters after them around, and control characters: a name is shown as it is read. */
const unseen = /[\p{Cc}\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;

const shownName = (name: string, position: number) =>
  name.trim() === '' ? `Attachment ${position + 1}` : `“${name}”`;

/** Strict, since what is decoded loosely would be another file than was sent. */
function decode(base64: string): Uint8Array | undefined {
  if (base64.length % 4 !== 0 || /[^A-Za-z0-9+/]/.test(base64.replace(/={1,2}$/, ''))) return undefined;
  return Buffer.from(base64, 'base64');
}

/**
 * The hash of the messages, and of the attachments where there are any: the same hash means that the same is sent.
 * They are called images in it, as they were first, so that runs from then can still be compared.
 */
export const withAttachmentsHash = (
  hash: string,
  attachments: readonly Pick<SentAttachment, 'hash'>[],
): string =>
  attachments.length === 0
    ? hash
    : hashOf(canonicalJson({ messages: hash, images: attachments.map((each) => each.hash) }));

/** Each set has rows of its own. @throws run.attachments_too_large */
export function refuseKept(attachments: readonly SentAttachment[], sets: number): void {
  const bytes = attachments.reduce((sum, { data }) => sum + data.byteLength, 0) * sets;
  if (bytes > mostKeptAttachmentBytes)
    throw RunError.attachments_too_large({ megabytes: mostKeptAttachmentBytes / 1e6, kept: true });
}

/** What of these a model surely does not take. Where nobody says, it is asked. */
export function notTaken(
  { vision, pdf }: ChosenModel,
  attachments: readonly { mediaType: string }[],
): AttachmentKind[] {
  const takes = { image: vision, pdf };
  return [...new Set(attachments.map(kindOf))].filter((kind) => takes[kind] === false);
}

/**
 * Refuses beforehand what no model would be called for. Where some of several take all there is, the others are
 * refused one by one, each as its own run. @throws run.attachments_not_taken
 */
export function refuseUntaken(models: readonly ChosenModel[], attachments: readonly SentAttachment[]): void {
  const kinds = models.flatMap((model) =>
    [model, ...model.fallbacks].map((each) => notTaken(each, attachments)),
  );
  if (kinds.some((lacking) => lacking.length === 0)) return;
  throw RunError.attachments_not_taken({
    models: [...new Set(models.map(({ model }) => model))],
    kinds: [...new Set(kinds.flat())],
  });
}

/** The rows of one input. */
export const toAttachmentRows = (
  attachments: readonly SentAttachment[],
  { organizationId, inputId, keep }: { organizationId: string; inputId: string; keep: boolean },
): AttachmentRow[] =>
  attachments.map((each, position) => ({
    ...{ organizationId, inputId, position, name: each.name, mediaType: each.mediaType, hash: each.hash },
    width: isPdf(each) ? null : each.width,
    height: isPdf(each) ? null : each.height,
    pages: isPdf(each) ? each.pages : null,
    size: each.data.byteLength,
    content: keep ? each.data : null,
  }));

/**
 * The attachments of a run that are sent again: those given, or else those that were kept.
 * @throws run.attachments_needed, and what reading attachments throws
 */
export async function attachmentsAgain(
  ctx: Ctx,
  inputId: string,
  given: readonly RunAttachmentInput[] | undefined,
): Promise<SentAttachment[]> {
  if (given) return readAttachments(given);
  const rows = await listAttachments(ctx.tx, ctx.organizationId, inputId);
  const lacking = rows.filter(({ content }) => content === null);
  if (lacking.length > 0)
    throw RunError.attachments_needed({
      names: lacking.map(({ name, position }) => shownName(name, position)),
    });
  return rows.map(({ name, hash, position, content: data }) => {
    const facts = data && readAttachment(data);
    if (!facts) throw RunError.attachment_unreadable({ name: shownName(name, position) });
    return { name, ...facts, data, hash };
  });
}
