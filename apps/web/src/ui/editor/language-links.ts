import { type Extension, StateEffect, StateField } from '@codemirror/state';
import { Decoration, type DecorationSet, EditorView } from '@codemirror/view';
import type { EditorRange } from './editor-types.ts';
import { type LanguagePort, placeAt, placeOfCaret } from './language-port.ts';

const setLink = StateEffect.define<EditorRange | undefined>();
const linkMark = Decoration.mark({ class: 'pv-link' });

/** What is underlined because a click with the modifier key would lead somewhere. */
const linkField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update(links, transaction) {
    for (const effect of transaction.effects)
      if (effect.is(setLink))
        return effect.value
          ? Decoration.set(linkMark.range(effect.value.from, effect.value.to))
          : Decoration.none;
    return transaction.docChanged ? Decoration.none : links;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const isMod = (event: MouseEvent | KeyboardEvent) => event.metaKey || event.ctrlKey;

/** Click with the modifier key goes to what a name or a reference means. */
export function languageLinks(port: LanguagePort): Extension {
  const linkAt = (view: EditorView, event: MouseEvent) => {
    const pos = view.posAtCoords({ x: event.clientX, y: event.clientY });
    const place = pos === null ? undefined : placeAt(port, view, pos);
    const link = place && port.language()?.link(place);
    return place && link && { place, link };
  };
  const clear = (view: EditorView) => {
    if (view.state.field(linkField).size > 0) view.dispatch({ effects: setLink.of(undefined) });
  };
  return [
    linkField,
    EditorView.domEventHandlers({
      mousedown(event, view) {
        const found = event.button === 0 && isMod(event) ? linkAt(view, event) : undefined;
        if (!found) return false;
        event.preventDefault();
        clear(view);
        port.language()?.follow(found.place);
        return true;
      },
      mousemove(event, view) {
        const found = isMod(event) ? linkAt(view, event) : undefined;
        if (found) view.dispatch({ effects: setLink.of(found.link) });
        else clear(view);
      },
      mouseleave: (_, view) => clear(view),
      keyup: (event, view) => {
        if (!isMod(event)) clear(view);
      },
    }),
  ];
}

/** Goes where the name at the caret leads. */
export function followHere(view: EditorView, port: LanguagePort): boolean {
  const place = placeOfCaret(port, view);
  if (!port.language()?.link(place)) return false;
  port.language()?.follow(place);
  return true;
}

/** Lists the places of the name at the caret. */
export function findUsesHere(view: EditorView, port: LanguagePort): boolean {
  const place = placeOfCaret(port, view);
  if (!port.language()?.symbol(place)) return false;
  port.language()?.findUses(place);
  return true;
}
