import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { EditorView, showTooltip, type Tooltip } from '@codemirror/view';

type Layer = { at: number; make: (view: EditorView, close: () => void) => HTMLElement };

const showLayer = StateEffect.define<Layer | undefined>();

/** The one small layer a section's editor shows at a place: a message, a hint, a name to change. */
const layerField = StateField.define<Tooltip | null>({
  create: () => null,
  update(tooltip, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(showLayer)) return effect.value ? toTooltip(effect.value) : null;
    return transaction.docChanged || transaction.selection ? null : tooltip;
  },
  provide: (field) => showTooltip.from(field),
});

const toTooltip = ({ at, make }: Layer): Tooltip => ({
  pos: at,
  above: false,
  create(view) {
    const dom = make(view, () => {
      closeLayer(view);
      view.focus();
    });
    dom.addEventListener('keydown', (event) => {
      if (event.key !== 'Escape') return;
      event.preventDefault();
      event.stopPropagation();
      closeLayer(view);
      view.focus();
    });
    return { dom };
  },
});

export function openLayer(view: EditorView, layer: Layer): void {
  view.dispatch({ effects: showLayer.of(layer) });
}

/** Closes what is open; says whether anything was. */
export function closeLayer(view: EditorView): boolean {
  if (!view.state.field(layerField, false)) return false;
  view.dispatch({ effects: showLayer.of(undefined) });
  return true;
}

export const caretLayer: Extension = [
  layerField,
  EditorView.domEventHandlers({
    // A click elsewhere on the page closes it, a click into it does not.
    blur(event, view) {
      const into = event.relatedTarget;
      if (!(into instanceof Node) || !view.dom.contains(into)) setTimeout(() => closeWhenLeft(view));
    },
  }),
];

function closeWhenLeft(view: EditorView): void {
  if (!view.dom.contains(document.activeElement)) closeLayer(view);
}
