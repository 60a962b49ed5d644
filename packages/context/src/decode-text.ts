/** How many leading bytes are searched for NUL; the same number git uses. */
const BINARY_PROBE = 8_000;

export type DecodedText = { text: string; encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252' };

export type DecodeResult =
  | { value: DecodedText; reason?: undefined }
  | { value?: undefined; reason: 'binary' };

/** Text of a file's bytes, or why there is none. A file that begins with a UTF-16 mark is text in spite of its NULs. */
export function decodeText(bytes: Uint8Array): DecodeResult {
  const marked = utf16Mark(bytes);
  if (marked) return { value: { text: new TextDecoder(marked).decode(bytes), encoding: marked } };
  if (looksBinary(bytes)) return { reason: 'binary' };
  try {
    return { value: { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), encoding: 'utf-8' } };
  } catch {
    // Not UTF-8 and without NUL: an old one-byte encoding, of which this is by far the most common.
    return { value: { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252' } };
  }
}

/** Git's rule, and a share of control characters no text has: compressed data often holds no NUL early on. */
export function looksBinary(bytes: Uint8Array): boolean {
  const probe = bytes.subarray(0, BINARY_PROBE);
  let controls = 0;
  for (const byte of probe) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 12 && byte !== 13 && byte !== 27) controls++;
  }
  return controls > probe.length * 0.05;
}

function utf16Mark(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return undefined;
}
