import type { EditorView, KeyBinding } from '@codemirror/view';
import {
  type LineMark,
  type MarkdownEdit,
  makeLink,
  type Selected,
  toggleLines,
  toggleMark,
} from './markdown-edit.ts';

export type MarkdownAction = 'bold' | 'italic' | 'code' | 'link' | LineMark;

const edits: Record<MarkdownAction, (selected: Selected) => MarkdownEdit> = {
  bold: (selected) => toggleMark(selected, '**'),
  italic: (selected) => toggleMark(selected, '*'),
  code: (selected) => toggleMark(selected, '`'),
  link: makeLink,
  bullet: (selected) => toggleLines(selected, 'bullet'),
  number: (selected) => toggleLines(selected, 'number'),
  quote: (selected) => toggleLines(selected, 'quote'),
  heading: (selected) => toggleLines(selected, 'heading'),
};

export const markdownActionKeys: Record<MarkdownAction, string> = {
  bold: 'mod+b',
  italic: 'mod+i',
  code: 'mod+e',
  link: 'mod+shift+k',
  heading: 'mod+shift+h',
  bullet: 'mod+shift+8',
  number: 'mod+shift+7',
  quote: 'mod+shift+9',
};

/** Does one formatting step in an editor. */
export function formatMarkdown(view: EditorView, action: MarkdownAction): boolean {
  if (view.state.readOnly) return false;
  const { from, to } = view.state.selection.main;
  const { changes, ...selection } = edits[action]({ text: view.state.doc.toString(), from, to });
  view.dispatch({
    changes,
    selection: { anchor: selection.from, head: selection.to },
    scrollIntoView: true,
    userEvent: 'input.format',
  });
  view.focus();
  return true;
}

export const markdownKeys: readonly KeyBinding[] = (Object.keys(edits) as MarkdownAction[]).map((action) => ({
  key: markdownActionKeys[action].replace('mod', 'Mod').replace('shift', 'Shift').replaceAll('+', '-'),
  run: (view) => formatMarkdown(view, action),
}));
