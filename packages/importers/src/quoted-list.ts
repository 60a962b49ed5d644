/** Several texts in one field, between commas. What a comma would break, or trimming, stands in quotes. */

/** Trimmed but for what stands in quotes; empty ones are left out. A quote that does not end before a comma is text. */
export function readQuotedList(text: string): string[] {
  const parts: string[] = [];
  const part = /\s*(?:"((?:[^"]|"")*)"\s*(?=,|$)|([^,]*))(?:,|$)/y;
  while (part.lastIndex < text.length) {
    const [, quoted, plain = ''] = part.exec(text) ?? [];
    parts.push(quoted === undefined ? plain.trim() : quoted.replaceAll('""', '"'));
  }
  return parts.filter((one) => one !== '');
}

/** What `readQuotedList` reads as these texts; an empty one is none. */
export const writeQuotedList = (texts: readonly string[]): string =>
  texts
    .map((text) =>
      text.includes(',') || text.startsWith('"') || text.trim() !== text
        ? `"${text.replaceAll('"', '""')}"`
        : text,
    )
    .join(', ');
