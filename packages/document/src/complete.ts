import { type CursorContext, findCursorContext, listNames, parse } from '@promptvault/template';
import { documentVariables } from './document-variables.ts';
import type { ResolvePartial } from './follow-references.ts';
import type { DocumentVariable } from './merge-variables.ts';
import type { ReadOptions } from './read-document.ts';
import type { PromptDocument } from './shape.ts';

export type CompletionItem = {
  /** What is put in. */
  text: string;
  kind: 'variable' | 'field' | 'item' | 'section' | 'block';
  /** The type of a variable, the list of a field. */
  detail: string;
  description: string;
};

export type Completion = {
  /** Where the cursor is, what an item replaces, and for `path` and `ref` what to ask the server for. */
  context: CursorContext;
  /** What this document knows, the nearest first, not filtered by `context.query`; empty for `path` and `ref`. */
  items: CompletionItem[];
};

/** What may be written at an offset of a section; undefined outside of tags. Never throws. */
export function complete(
  document: PromptDocument,
  place: { sectionId: string; offset: number },
  options: ReadOptions = {},
): Completion | undefined {
  const section = document.sections.find(({ id }) => id === place.sectionId);
  const context = section && findCursorContext(section.text, place.offset, document.delimiters);
  if (!section || !context) return undefined;
  switch (context.kind) {
    case 'name': {
      // The tag being written is no use of a name yet: it is left out of what is looked at.
      const text = section.text.slice(0, context.from) + section.text.slice(context.to);
      const sections = document.sections.map((each) => (each === section ? { ...each, text } : each));
      return {
        context,
        items: listVariables(documentVariables({ ...document, sections }, options), context),
      };
    }
    case 'close':
      return { context, items: [...new Set(context.names)].map((name) => item(name, 'section')) };
    case 'block':
      return { context, items: listBlocks(document, context.parent, options.partial) };
    default:
      return { context, items: [] };
  }
}

function listVariables(variables: readonly DocumentVariable[], { scopes }: CursorContext): CompletionItem[] {
  const nearest = [...scopes].reverse();
  const fields = nearest.flatMap((scope) =>
    (variables.find(({ name }) => name === scope)?.fields ?? []).map((name) => item(name, 'field', scope)),
  );
  const current = nearest[0] === undefined ? [] : [item('.', 'item', nearest[0])];
  const names = variables.map(({ name, type, description }) => item(name, 'variable', type, description));
  const taken = new Set<string>();
  return [...fields, ...current, ...names].filter(({ text }) => !taken.has(text) && taken.add(text));
}

function listBlocks(
  document: PromptDocument,
  parent: string | null,
  partial: ResolvePartial | undefined,
): CompletionItem[] {
  const found = parent === null ? undefined : partial?.(parent);
  const texts = found
    ? [{ text: found.source, delimiters: found.delimiters ?? null }]
    : document.sections.map(({ text }) => ({ text, delimiters: document.delimiters }));
  const names = texts.flatMap(({ text, delimiters }) =>
    listNames(parse(text, { delimiters })).flatMap(({ as, name }) => (as === 'block' ? [name] : [])),
  );
  return [...new Set(names)].map((name) => item(name, 'block', parent ?? ''));
}

function item(text: string, kind: CompletionItem['kind'], detail = '', description = ''): CompletionItem {
  return { text, kind, detail, description };
}
