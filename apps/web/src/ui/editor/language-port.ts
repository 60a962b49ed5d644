import type { EditorView } from '@codemirror/view';
import type { EditorLanguage, EditorPlace } from './editor-types.ts';

/** How the extensions of one section's editor reach the language, which changes with the document. */
export type LanguagePort = { sectionId: string; language: () => EditorLanguage | undefined };

export const placeAt = ({ sectionId }: LanguagePort, view: EditorView, offset: number): EditorPlace => ({
  sectionId,
  text: view.state.doc.toString(),
  offset,
});

export const placeOfCaret = (port: LanguagePort, view: EditorView): EditorPlace =>
  placeAt(port, view, view.state.selection.main.head);
