import { type Extension, RangeSet, StateEffect, StateField, type Text } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { EditorMark } from './editor-types.ts';

const showMarks = StateEffect.define<readonly EditorMark[]>();

const decorate = ({ id, current }: EditorMark) =>
  Decoration.mark({
    class: current ? 'pv-mark pv-mark-current' : 'pv-mark',
    attributes: { 'data-mark': id },
  });

const paint = (marks: readonly EditorMark[], doc: Text): DecorationSet =>
  RangeSet.of(
    marks
      .filter(({ from, to }) => from < to && to <= doc.length)
      .map((mark) => decorate(mark).range(mark.from, mark.to)),
    true,
  );

const marksField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(painted, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(showMarks)) return paint(effect.value, transaction.newDoc);
    return painted.map(transaction.changes);
  },
  provide: (field) => EditorView.decorations.from(field),
});

/** Underlined stretches of a text that lead somewhere: they move with the words while people write. */
export const rangeMarks = (onMark: (id: string) => void): Extension => [
  marksField,
  EditorView.domEventHandlers({
    click(event) {
      const marked = event.target instanceof Element ? event.target.closest('[data-mark]') : null;
      const id = marked?.getAttribute('data-mark');
      if (id) onMark(id);
    },
  }),
];

/** Shows these marks, and scrolls to the one that became the current one. */
export function setRangeMarks(
  view: EditorView,
  marks: readonly EditorMark[],
  last: string | undefined,
): void {
  const current = marks.find((mark) => mark.current);
  const arrived = current && current.id !== last && current.to <= view.state.doc.length;
  view.dispatch({
    effects: [
      showMarks.of(marks),
      ...(arrived ? [EditorView.scrollIntoView(current.from, { y: 'center' })] : []),
    ],
  });
}
