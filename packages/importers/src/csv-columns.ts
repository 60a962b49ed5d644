/** The parts of a prompt a column can fill. */
export const CSV_FIELDS = ['title', 'content', 'description', 'tags', 'type', 'forDevs'] as const;
export type CsvField = (typeof CSV_FIELDS)[number];

/** Which column (0-based) fills which part; null leaves the part empty. */
export type ColumnMapping = Record<CsvField, number | null>;

const KNOWN_NAMES: Record<CsvField, readonly string[]> = {
  title: ['title', 'act', 'name', 'prompt name', 'prompt title', 'heading'],
  content: ['prompt', 'content', 'text', 'template', 'body', 'prompt text', 'instructions', 'message'],
  description: ['description', 'summary', 'about', 'notes'],
  tags: ['tags', 'tag', 'category', 'categories', 'labels', 'keywords', 'topic'],
  type: ['type', 'kind'],
  forDevs: ['for devs', 'for developers', 'developer', 'is dev'],
};

/** Recognises columns by their heading, in any case and with spaces, '-' or '_' between words. */
export function guessMapping(columns: readonly string[]): ColumnMapping {
  const names = columns.map((column) =>
    column
      .trim()
      .toLowerCase()
      .replace(/[\s_-]+/g, ' '),
  );
  const taken = new Set<number>();
  const find = (field: CsvField): number | null => {
    for (const known of KNOWN_NAMES[field]) {
      const index = names.findIndex((name, at) => name === known && !taken.has(at));
      if (index >= 0) {
        taken.add(index);
        return index;
      }
    }
    return null;
  };
  const title = find('title');
  const content = find('content');
  return {
    title,
    content,
    description: find('description'),
    tags: find('tags'),
    type: find('type'),
    forDevs: find('forDevs'),
  };
}
