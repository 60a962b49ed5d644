import type { PromptDocument } from './shape.ts';

/** One change of a document. Offsets are those of the document before any of the edits made with it. */
export type DocumentEdit =
  | { kind: 'text'; sectionId: string; from: number; to: number; insert: string }
  | { kind: 'variable'; id: string; name: string };

/** The document with all edits made; those of one text must not overlap. What an edit does not find is left. */
export function applyEdits(document: PromptDocument, edits: readonly DocumentEdit[]): PromptDocument {
  const names = new Map(edits.flatMap((edit) => (edit.kind === 'variable' ? [[edit.id, edit.name]] : [])));
  return {
    ...document,
    variables: document.variables.map((variable) => ({
      ...variable,
      name: names.get(variable.id) ?? variable.name,
    })),
    sections: document.sections.map((section) => ({ ...section, text: editText(section, edits) })),
  };
}

function editText(section: { id: string; text: string }, edits: readonly DocumentEdit[]): string {
  const { id, text } = section;
  const own = edits.flatMap((edit) => (edit.kind === 'text' && edit.sectionId === id ? [edit] : []));
  const parts: string[] = [];
  let done = 0;
  for (const { from, to, insert } of own.sort((a, b) => a.from - b.from)) {
    parts.push(text.slice(done, from), insert);
    done = to;
  }
  return parts.length === 0 ? text : parts.join('') + text.slice(done);
}
