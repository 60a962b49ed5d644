import { type ImageFacts, imageTypes, readImage } from './read-image.ts';
import { type PdfFacts, pdfType, readPdf } from './read-pdf.ts';

/** What goes with a run beside its messages: told by its content, never by what anybody says of it. */
export const attachmentTypes = [...imageTypes, pdfType] as const;
export type AttachmentFacts = ImageFacts | PdfFacts;

/** What a model must take to be sent one. */
export const attachmentKinds = ['image', 'pdf'] as const;
export type AttachmentKind = (typeof attachmentKinds)[number];

/** Undefined for what is nothing that is sent, or is damaged. */
export const readAttachment = (bytes: Uint8Array): AttachmentFacts | undefined =>
  readImage(bytes) ?? readPdf(bytes);

export const isPdf = <F extends { mediaType: string }>(
  facts: F,
): facts is Extract<F, { mediaType: typeof pdfType }> => facts.mediaType === pdfType;

export const kindOf = (facts: { mediaType: string }): AttachmentKind => (isPdf(facts) ? 'pdf' : 'image');
