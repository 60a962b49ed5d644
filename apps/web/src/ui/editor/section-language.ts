import type { Extension } from '@codemirror/state';
import { type EditorView, keymap } from '@codemirror/view';
import { caretLayer, closeLayer } from './caret-layer.ts';
import type { EditorAction } from './editor-types.ts';
import { languageCompletion } from './language-completion.ts';
import { languageHover, showHere } from './language-hints.ts';
import { findUsesHere, followHere, languageLinks } from './language-links.ts';
import type { LanguagePort } from './language-port.ts';
import { renameHere } from './rename-box.ts';
import { symbolUses } from './symbol-uses.ts';

/** All that one section's editor does with the language. */
export const sectionLanguage = (port: LanguagePort): Extension => [
  caretLayer,
  languageCompletion(port),
  languageHover(port),
  languageLinks(port),
  symbolUses(port),
  keymap.of([{ key: 'Escape', run: closeLayer }]),
];

const actions: Record<EditorAction, (view: EditorView, port: LanguagePort) => boolean> = {
  definition: followHere,
  uses: findUsesHere,
  rename: renameHere,
  hint: showHere,
};

/** Does something with what stands at the caret; says whether anything does. */
export const actOnPlace = (action: EditorAction, view: EditorView, port: LanguagePort): boolean =>
  actions[action](view, port);
