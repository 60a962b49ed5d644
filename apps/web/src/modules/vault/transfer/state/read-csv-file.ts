/** Characters of a CSV file in one import; the same as in the contract. */
export const longestCsv = 20 * 1024 * 1024;

export type CsvFile = { name: string; text: string };

/** Reads a file as text. Spreadsheets write UTF-8, UTF-16 with a mark, or the Western code page of Windows. */
export async function readCsvFile(file: File): Promise<CsvFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  return { name: file.name, text: decode(bytes) };
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes); // Not UTF-8, so an older spreadsheet wrote it.
  }
}
