/** What a PDF document says of itself, read from its bytes without unpacking anything. */

export const pdfType = 'application/pdf';

export interface PdfFacts {
  mediaType: typeof pdfType;
  /** Null where they cannot be counted cheaply: many writers pack the pages away. */
  pages: number | null;
  /** Needs a password, or forbids something: no provider reads these. */
  encrypted: boolean;
}

/** Readers look for the first and the last words in a kilobyte: some writers put a few bytes around them. */
const around = 1_024;

/** Undefined for what is none, or breaks off before its end. */
export function readPdf(bytes: Uint8Array): PdfFacts | undefined {
  // Each byte becomes one character, so that places are those of the bytes.
  const text = new TextDecoder('latin1').decode(bytes);
  const start = text.slice(0, around).search(/%PDF-[12]\.\d/);
  const end = text.slice(-around);
  if (start === -1 || !end.includes('%%EOF')) return undefined;
  // Other texts speak of PDF documents too; this is the second of their last words.
  if (start > 0 && !end.includes('startxref')) return undefined;
  const outside = withoutStreams(text);
  return { mediaType: pdfType, pages: countPages(outside), encrypted: isEncrypted(outside) };
}

/** Pages speak of anything, and documents within a document have pages and locks of their own. */
function withoutStreams(text: string): string {
  const parts: string[] = [];
  let at = 0;
  for (const begin = />>\s{0,9}stream\r?\n/g; ; ) {
    begin.lastIndex = at;
    const found = begin.exec(text);
    if (!found) break;
    parts.push(text.slice(at, found.index + 2));
    const from = found.index + found[0].length;
    const end = endOfStream(text, from, text.slice(Math.max(at, found.index - around), found.index));
    if (end === -1) return parts.join('');
    at = end + 'endstream'.length;
  }
  parts.push(text.slice(at));
  return parts.join('');
}

/** Where its length, said before it, leads to its last word, or else where that comes next; -1 where it never does. */
function endOfStream(text: string, from: number, head: string): number {
  const [, length] = [...head.matchAll(/\/Length\s{1,9}(\d{1,9})\b(?!\s{1,9}\d{1,9}\s{1,9}R)/g)].at(-1) ?? [];
  const said = length === undefined ? -1 : from + Number(length);
  const next = said === -1 ? -1 : text.slice(said, said + 20).search(/^\s{0,9}endstream/);
  return text.indexOf('endstream', next === -1 ? from : said);
}

/** Said in the trailer, or in the stream that stands for it. */
function isEncrypted(text: string): boolean {
  const said = /\/Encrypt\s{0,9}(?:\d{1,9}\s{1,9}\d{1,9}\s{1,9}R\b|<<)/;
  return text
    .split('endobj')
    .some((object) => said.test(object) && /(?:\btrailer\b|\/Type\s{0,9}\/XRef\b)/.test(object));
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
