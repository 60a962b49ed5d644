/** What a PDF document says of itself, read from its bytes without unpacking anything. */

export const pdfType = 'application/pdf';

export interface PdfFacts {
  mediaType: typeof pdfType;
  /** Null where they cannot be counted cheaply: many writers pack the pages away. */
  pages: number | null;
  /** Needs a password, or forbids something: no provider reads these. */
  encrypted: boolean;
}

/** Undefined for what is none, or breaks off before its end. */
export function readPdf(bytes: Uint8Array): PdfFacts | undefined {
  // Each byte becomes one character, so that places are those of the bytes.
  const text = new TextDecoder('latin1').decode(bytes);
  if (!/^%PDF-[12]\.\d/.test(text)) return undefined;
  // Readers look for the end in the last kilobyte; some writers fill up after it.
  if (!text.slice(-1_024).includes('%%EOF')) return undefined;
  return {
    mediaType: pdfType,
    pages: countPages(text),
    encrypted: /\/Encrypt\s{0,9}(?:\d{1,9}\s{1,9}\d{1,9}\s{1,9}R\b|<<)/.test(text),
  };
}

/**
 * The root of the tree of pages counts them all, and no other node counts more. Goes over the document once,
 * object by object, however it is made.
 */
function countPages(text: string): number | null {
  let most = 0;
  for (let at = 0; at < text.length; ) {
    const end = text.indexOf('endobj', at);
    const object = text.slice(at, end === -1 ? text.length : end);
    if (/\/Type\s{0,9}\/Pages\b/.test(object))
      for (const [, count] of object.matchAll(/\/Count\s{1,9}(\d{1,6})\b/g))
        most = Math.max(most, Number(count));
    if (end === -1) break;
    at = end + 'endobj'.length;
  }
  if (most > 0) return most;
  const [, said] = text.slice(0, 2_048).match(/\/Linearized[^>]{0,400}\/N\s{1,9}(\d{1,6})\b/) ?? [];
  return said === undefined || said === '0' ? null : Number(said);
}
