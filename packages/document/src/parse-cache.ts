import { type Delimiters, parse, type Template } from '@promptvault/template';

/** Keeps trees of texts, so that a key typed into one section does not parse the others again. */
export type ParseCache = {
  parse(source: string, delimiters: Delimiters | null): Template;
  /** Another document is looked at, which may need trees of the last one. */
  turn?(): void;
  /** It was looked at: trees that only the last one needed are let go. */
  rest?(): void;
  /**
   * What was found out about the document looked at last, with what it was asked with; a document is never changed
   * in place. One alone: what a key makes new must not stay, or collecting it takes longer than making it.
   */
  last?: { document: object; partial: unknown; held: unknown; read: unknown } | undefined;
};

/** A cache for whoever looks at one document many times. Trees that come from it must not be changed. */
export function createParseCache(): ParseCache {
  // By delimiters, then by text: a key of both would copy each text for each key that is typed.
  let young = new Map<string, Map<string, Template>>();
  let old: typeof young = new Map();
  return {
    turn() {
      old = young;
      young = new Map();
    },
    rest() {
      old = new Map();
    },
    parse(source, delimiters) {
      const signs = delimiters?.join(' ') ?? '';
      let texts = young.get(signs);
      if (!texts) {
        texts = new Map();
        young.set(signs, texts);
      }
      const template = texts.get(source) ?? old.get(signs)?.get(source) ?? parse(source, { delimiters });
      texts.set(source, template);
      return template;
    },
  };
}

export const uncached: ParseCache = {
  parse: (source, delimiters) => parse(source, { delimiters }),
};
