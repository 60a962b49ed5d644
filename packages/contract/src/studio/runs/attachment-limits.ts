/** Limits without shapes, for pages that say them before the server does. */
export const mostAttachments = 8;
/** What the strictest of the providers takes of an image, and of the pages of a PDF. */
export const mostImageBytes = 5_000_000;
export const mostPdfPages = 100;
export const mostPdfBytes = 10_000_000;
/** What fits the body of a request as base64, beside files. */
export const mostAttachmentBytes = 16_000_000;
/** What the runs of an organization that are not over may hold of attachments in one process, each once for all its runs. */
export const mostWaitingAttachmentBytes = 128_000_000;
/** The same for all organizations together. */
export const mostWaitingAttachmentBytesOfAll = 512_000_000;
/** Of a side, in pixels. */
export const mostImagePixels = 8_000;
/** What the sets of one request may store of attachments where contents are kept: each set has its own copy. */
export const mostKeptAttachmentBytes = 64_000_000;
