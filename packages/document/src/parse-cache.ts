import { type Delimiters, parse, type Template } from '@promptvault/template';

/** Keeps trees of texts, so that a key typed into one section does not parse the others again. */
export type ParseCache = {
  parse(source: string, delimiters: Delimiters | null): Template;
  /** Another document is looked at: trees that neither it nor the last one needs are let go. */
  turn?(): void;
  /** What was found out about a document, with what it was asked with; a document is never changed in place. */
  remember?: WeakMap<object, { partial: unknown; read: unknown }>;
};

/** A cache for whoever looks at one document many times. Trees that come from it must not be changed. */
export function createParseCache(): ParseCache {
  let young = new Map<string, Template>();
  let old = new Map<string, Template>();
  return {
    remember: new WeakMap(),
    turn() {
      old = young;
      young = new Map();
    },
    parse(source, delimiters) {
      const key = `${delimiters?.join(' ') ?? ''}\n${source}`;
      const template = young.get(key) ?? old.get(key) ?? parse(source, { delimiters });
      young.set(key, template);
      return template;
    },
  };
}

export const uncached: ParseCache = {
  parse: (source, delimiters) => parse(source, { delimiters }),
};
