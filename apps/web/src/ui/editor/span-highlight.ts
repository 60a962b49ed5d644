import { type Extension, RangeSet, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { Highlighter, HighlightKind } from './editor-types.ts';

const marks: Record<HighlightKind, Decoration> = {
  variable: Decoration.mark({ class: 'pv-variable' }),
  block: Decoration.mark({ class: 'pv-block' }),
  partial: Decoration.mark({ class: 'pv-partial' }),
  comment: Decoration.mark({ class: 'pv-comment' }),
  unknown: Decoration.mark({ class: 'pv-unknown' }),
};

/** Colours what an injected highlighter finds; spans past the end of the text are passed over. */
export function spanHighlight(highlight: Highlighter): Extension {
  const paint = (doc: Text): DecorationSet =>
    RangeSet.of(
      highlight(doc.toString())
        .filter(({ from, to }) => from < to && to <= doc.length)
        .map(({ from, to, kind }) => marks[kind].range(from, to)),
      true,
    );
  return StateField.define<DecorationSet>({
    create: ({ doc }) => paint(doc),
    update: (painted, transaction) => (transaction.docChanged ? paint(transaction.newDoc) : painted),
    provide: (field) => EditorView.decorations.from(field),
  });
}
