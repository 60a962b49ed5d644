/** Files that are attached to a run: read and limited here with the server's own code, so that nothing is sent in vain. */
import {
  mostAttachmentBytes,
  mostAttachments,
  mostImageBytes,
  mostImagePixels,
  mostPdfBytes,
  mostPdfPages,
} from '@promptvault/contract/studio/runs/attachment-limits';
import { type AttachmentFacts, isPdf, readAttachment } from '@promptvault/wire/read-attachment';
import { formatBytes, formatNumber } from '../../../../ui/format.ts';
import { t } from '../messages.ts';

/** An image or a PDF document as it was attached, in memory alone. */
export type AttachedFile = AttachmentFacts & {
  id: string;
  name: string;
  bytes: number;
  /** Its content as base64. */
  data: string;
};

export type ReadFiles = {
  taken: AttachedFile[];
  /** What was not taken though it can be sent, each in a sentence. */
  refused: string[];
  /** Neither images nor PDF documents. */
  others: File[];
};

/** Reads files to be attached beside those that are there already. */
export async function readFiles(files: readonly File[]): Promise<(AttachedFile | undefined)[]> {
  return Promise.all(files.map(readFile));
}

/** What of the files that were read can be attached beside those that are there already. */
export function sortFiles(
  files: readonly File[],
  read: readonly (AttachedFile | undefined)[],
  there: readonly AttachedFile[],
): ReadFiles {
  const sorted: ReadFiles = { taken: [], refused: [], others: [] };
  for (const [place, file] of files.entries()) {
    const attached = read[place];
    if (!attached) {
      sorted.others.push(file);
      continue;
    }
    const reason = refusalOf(attached, [...there, ...sorted.taken]);
    if (reason === undefined) sorted.taken.push(attached);
    else sorted.refused.push(`${attached.name}: ${reason}`);
  }
  return sorted;
}

async function readFile(file: File): Promise<AttachedFile | undefined> {
  // An image too large to be read for nothing: its head says what it is. A document says it at its end too.
  const isHuge = file.size > mostPdfBytes * 10;
  const content = new Uint8Array(await (isHuge ? file.slice(0, 1 << 16) : file).arrayBuffer());
  const facts = readAttachment(content);
  if (!facts) return undefined;
  const name = file.name || t('pastedImage');
  return { ...facts, id: crypto.randomUUID(), name, bytes: file.size, data: toBase64(content) };
}

/** In pieces: all bytes at once are more arguments than a call may have. */
function toBase64(bytes: Uint8Array): string {
  const piece = 0x8000;
  let text = '';
  for (let at = 0; at < bytes.length; at += piece)
    text += String.fromCharCode(...bytes.subarray(at, at + piece));
  return btoa(text);
}

function refusalOf(file: AttachedFile, others: readonly AttachedFile[]): string | undefined {
  if (others.length >= mostAttachments) return t('attachmentsTooMany', { most: mostAttachments });
  const own = isPdf(file) ? refusalOfPdf(file) : refusalOfImage(file);
  if (own !== undefined) return own;
  const together = others.reduce((sum, other) => sum + other.bytes, file.bytes);
  return together > mostAttachmentBytes
    ? t('attachmentsTooHeavy', { most: formatBytes(mostAttachmentBytes) })
    : undefined;
}

function refusalOfPdf({ bytes, pages, encrypted }: Extract<AttachedFile, { encrypted: boolean }>) {
  if (encrypted) return t('pdfEncrypted');
  if (bytes > mostPdfBytes) return t('pdfTooHeavy', { most: formatBytes(mostPdfBytes) });
  return (pages ?? 0) > mostPdfPages ? t('pdfTooLong', { most: mostPdfPages }) : undefined;
}

function refusalOfImage({ bytes, width, height }: Extract<AttachedFile, { width: number }>) {
  if (bytes > mostImageBytes) return t('imageTooHeavy', { most: formatBytes(mostImageBytes) });
  return Math.max(width, height) > mostImagePixels
    ? t('imageTooWide', { most: formatNumber(mostImagePixels) })
    : undefined;
}
