import { type Delimiters, parse, type Template } from '@promptvault/template';

/** Keeps trees of texts, so that a key typed into one section does not parse the others again. */
export type ParseCache = {
  parse(source: string, delimiters: Delimiters | null): Template;
  /** What was found out about a document, with what it was asked with; a document is never changed in place. */
  remember?: WeakMap<object, { partial: unknown; read: unknown }>;
};

/** Characters of the texts of one generation; what neither of the last two generations asked for is let go. */
const GENERATION = 600_000;

/** A cache for whoever looks at one document many times. Trees that come from it must not be changed. */
export function createParseCache(): ParseCache {
  let young = new Map<string, Template>();
  let old = new Map<string, Template>();
  let size = 0;
  return {
    remember: new WeakMap(),
    parse(source, delimiters) {
      const key = `${delimiters?.join(' ') ?? ''}\n${source}`;
      const known = young.get(key);
      if (known) return known;
      const template = old.get(key) ?? parse(source, { delimiters });
      if (size > GENERATION) {
        old = young;
        young = new Map();
        size = 0;
      }
      young.set(key, template);
      size += key.length;
      return template;
    },
  };
}

export const uncached: ParseCache = {
  parse: (source, delimiters) => parse(source, { delimiters }),
};
