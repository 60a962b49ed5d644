import { type Extension, RangeSet } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  type EditorView,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { type LanguagePort, placeOfCaret } from './language-port.ts';

const useMark = Decoration.mark({ class: 'pv-use' });

/** Moving the caret needs no answer at once; keys that follow each other quickly get one. */
const calm = 120;

/** While the caret rests on a name, its other places in this text are marked. */
export const symbolUses = (port: LanguagePort): Extension =>
  ViewPlugin.fromClass(
    class {
      uses: DecorationSet = Decoration.none;
      waiting: ReturnType<typeof setTimeout> | undefined;

      update(update: ViewUpdate) {
        if (!update.docChanged && !update.selectionSet && !update.focusChanged) return;
        if (update.docChanged) this.uses = this.uses.map(update.changes);
        clearTimeout(this.waiting);
        this.waiting = setTimeout(() => this.look(update.view), calm);
      }

      look(view: EditorView) {
        const before = this.uses.size;
        this.uses = view.hasFocus ? paint(view, port) : Decoration.none;
        if (before + this.uses.size > 0) view.dispatch({});
      }

      destroy() {
        clearTimeout(this.waiting);
      }
    },
    { decorations: (plugin) => plugin.uses },
  );

function paint(view: EditorView, port: LanguagePort): DecorationSet {
  if (!view.state.selection.main.empty) return Decoration.none;
  const uses = port.language()?.symbol(placeOfCaret(port, view))?.uses ?? [];
  const here = uses.filter(
    ({ sectionId, from, to }) => sectionId === port.sectionId && from < to && to <= view.state.doc.length,
  );
  if (uses.length < 2) return Decoration.none;
  return RangeSet.of(
    here.map(({ from, to }) => useMark.range(from, to)),
    true,
  );
}
