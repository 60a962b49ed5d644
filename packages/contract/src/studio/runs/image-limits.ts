/** Limits without shapes, for pages that say them before the server does. */
export const mostImages = 8;
/** What the strictest of the providers takes of one. */
export const mostImageBytes = 5_000_000;
/** What fits the body of a request as base64, beside files. */
export const mostImageBytesTogether = 16_000_000;
/** Of a side, in pixels. */
export const mostImagePixels = 8_000;
/** What the sets of one request may store of images where contents are kept: each set has its own copy. */
export const mostKeptImageBytes = 64_000_000;
