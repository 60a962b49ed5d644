/** What an image is, told by its first bytes and by nothing that anybody says of it. */

/** What every provider that takes images takes. SVG is a document with scripts, and never one of them. */
export const imageTypes = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'] as const;
export type ImageType = (typeof imageTypes)[number];

export interface ImageFacts {
  mediaType: ImageType;
  /** In pixels, at least 1. */
  width: number;
  height: number;
}

/** Its type and size; undefined for what is none of these types, or breaks off before it says its size. */
export function readImage(bytes: Uint8Array): ImageFacts | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const found = readPng(view) ?? readGif(view) ?? readWebp(view) ?? readJpeg(view);
  return found && found.width > 0 && found.height > 0 ? found : undefined;
}

const holds = (view: DataView, at: number, text: string): boolean =>
  view.byteLength >= at + text.length &&
  [...text].every((character, index) => view.getUint8(at + index) === character.charCodeAt(0));

function readPng(view: DataView): ImageFacts | undefined {
  if (view.byteLength < 24 || !holds(view, 0, '\x89PNG\r\n\x1a\n') || !holds(view, 12, 'IHDR'))
    return undefined;
  return { mediaType: 'image/png', width: view.getUint32(16), height: view.getUint32(20) };
}

function readGif(view: DataView): ImageFacts | undefined {
  if (view.byteLength < 10 || !(holds(view, 0, 'GIF87a') || holds(view, 0, 'GIF89a'))) return undefined;
  return { mediaType: 'image/gif', width: view.getUint16(6, true), height: view.getUint16(8, true) };
}

/** Three kinds: lossy, lossless, and the extended one with its canvas. */
function readWebp(view: DataView): ImageFacts | undefined {
  if (view.byteLength < 30 || !holds(view, 0, 'RIFF') || !holds(view, 8, 'WEBP')) return undefined;
  const mediaType = 'image/webp';
  if (holds(view, 12, 'VP8X')) {
    const triple = (at: number) => view.getUint16(at, true) + (view.getUint8(at + 2) << 16) + 1;
    return { mediaType, width: triple(24), height: triple(27) };
  }
  if (holds(view, 12, 'VP8L') && view.getUint8(20) === 0x2f) {
    const bits = view.getUint32(21, true);
    return { mediaType, width: (bits & 0x3fff) + 1, height: ((bits >>> 14) & 0x3fff) + 1 };
  }
  if (holds(view, 12, 'VP8 ') && holds(view, 23, '\x9d\x01\x2a')) {
    const side = (at: number) => view.getUint16(at, true) & 0x3fff;
    return { mediaType, width: side(26), height: side(28) };
  }
  return undefined;
}

/** Markers that begin a frame, in which the size stands; the others of this range are tables. */
const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc;

function readJpeg(view: DataView): ImageFacts | undefined {
  if (view.byteLength < 4 || !holds(view, 0, '\xff\xd8\xff')) return undefined;
  let at = 2;
  while (at + 9 <= view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined;
    const marker = view.getUint8(at + 1);
    // Markers may be filled up with more of the same byte.
    if (marker === 0xff) {
      at += 1;
      continue;
    }
    if (isFrame(marker))
      return { mediaType: 'image/jpeg', width: view.getUint16(at + 7), height: view.getUint16(at + 5) };
    const length = view.getUint16(at + 2);
    if (length < 2) return undefined;
    at += 2 + length;
  }
  return undefined;
}
