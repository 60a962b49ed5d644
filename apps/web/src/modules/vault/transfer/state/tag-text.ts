/** Tags as typed: parted by commas, each once, whatever its case. */
export function readTags(text: string): string[] {
  const seen = new Map<string, string>();
  for (const part of text.split(/[,\n]/)) {
    const tag = part.trim().replace(/\s+/g, ' ');
    if (tag !== '' && !seen.has(tag.toLowerCase())) seen.set(tag.toLowerCase(), tag);
  }
  return [...seen.values()];
}

/** Why the tags would be refused, as the key of a message. */
export function tagProblem(tags: readonly string[]): 'tagTooLong' | 'tagsTooMany' | undefined {
  if (tags.length > 50) return 'tagsTooMany';
  return tags.some((tag) => tag.length > 100) ? 'tagTooLong' : undefined;
}

/** `Prompts from Q3.csv` → `Prompts from Q3`: a first tag, so that what comes can be found again. */
export const tagOfFile = (name: string): string =>
  name
    .replace(/\.[^.]*$/, '')
    .replace(/[,\s]+/g, ' ')
    .trim()
    .slice(0, 100);
