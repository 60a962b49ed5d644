/** Carets and selections of others in a shared text, and where one's own is. */
import { type Extension, RangeSet, StateEffect } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  ViewPlugin,
  type ViewUpdate,
  WidgetType,
} from '@codemirror/view';
import * as Y from 'yjs';

export type SharedCaret = {
  id: string;
  name: string;
  /** A colour of the theme. */
  color: string;
  isTyping: boolean;
  /** Yjs relative positions, encoded. */
  anchor: Uint8Array;
  head: Uint8Array;
};

export type SharedCaretsOptions = {
  find: () => Y.Text | undefined;
  list: () => readonly SharedCaret[];
  subscribe: (listener: () => void) => () => void;
  /** Whose caret stays in sight. */
  followed: () => string | undefined;
  /** One's own caret is here now. */
  onCaret: (caret: { anchor: Uint8Array; head: Uint8Array; isTyping: boolean }) => void;
};

const moved = StateEffect.define<null>();

export function sharedCarets(options: SharedCaretsOptions): Extension {
  return [
    ViewPlugin.define((view) => new Carets(view, options), { decorations: (carets) => carets.decorations }),
    caretTheme,
  ];
}

class Carets {
  decorations: DecorationSet = Decoration.none;
  private readonly view: EditorView;
  private readonly options: SharedCaretsOptions;
  private readonly leave: () => void;

  constructor(view: EditorView, options: SharedCaretsOptions) {
    this.view = view;
    this.options = options;
    this.draw(view.state.doc.length);
    this.leave = options.subscribe(() => this.view.dispatch({ effects: [moved.of(null), ...this.follow()] }));
  }

  update(update: ViewUpdate): void {
    const isMoved = update.transactions.some(({ effects }) => effects.some((one) => one.is(moved)));
    if (isMoved || update.docChanged) this.draw(update.state.doc.length);
    const isOwn = update.transactions.some((one) => !one.isUserEvent('outside') && one.docChanged);
    const isSelected = update.selectionSet || update.focusChanged;
    if (update.view.hasFocus && (isOwn || isSelected)) this.tell(update, isOwn);
  }

  private tell({ state }: ViewUpdate, isTyping: boolean): void {
    const { anchor, head } = state.selection.main;
    // The shared text is written by another part of the editor in this same step.
    queueMicrotask(() => {
      const text = this.options.find();
      if (!text) return;
      const at = (index: number) =>
        Y.encodeRelativePosition(
          Y.createRelativePositionFromTypeIndex(text, Math.min(index, text.length), -1),
        );
      this.options.onCaret({ anchor: at(anchor), head: at(head), isTyping });
    });
  }

  private draw(length: number): void {
    const found = this.options.list().flatMap((caret) => {
      const anchor = this.placeOf(caret.anchor);
      const head = this.placeOf(caret.head);
      if (anchor === undefined || head === undefined) return [];
      return marksOf(caret, Math.min(anchor, length), Math.min(head, length));
    });
    this.decorations = RangeSet.of(found, true);
  }

  /** Also a caret far away, whose line is not drawn yet. */
  private follow(): StateEffect<unknown>[] {
    const id = this.options.followed();
    const caret = id === undefined ? undefined : this.options.list().find((one) => one.id === id);
    const head = caret && this.placeOf(caret.head);
    if (head === undefined) return [];
    return [EditorView.scrollIntoView(Math.min(head, this.view.state.doc.length), { y: 'center' })];
  }

  private placeOf(encoded: Uint8Array): number | undefined {
    const text = this.options.find();
    if (!text?.doc) return undefined;
    try {
      const place = Y.createAbsolutePositionFromRelativePosition(Y.decodeRelativePosition(encoded), text.doc);
      return place && place.type === text ? place.index : undefined;
    } catch {
      return undefined; // Not a place of this document: somebody's tab is older or newer.
    }
  }

  destroy(): void {
    this.leave();
  }
}

function marksOf(caret: SharedCaret, anchor: number, head: number) {
  const [from, to] = anchor < head ? [anchor, head] : [head, anchor];
  const style = `--who: ${caret.color}`;
  const selection = Decoration.mark({ class: 'cm-sharedSelection', attributes: { style } });
  const widget = Decoration.widget({ widget: new CaretWidget(caret), side: head > anchor ? -1 : 1 });
  return [...(from < to ? [selection.range(from, to)] : []), widget.range(head)];
}

class CaretWidget extends WidgetType {
  private readonly caret: SharedCaret;

  constructor(caret: SharedCaret) {
    super();
    this.caret = caret;
  }

  override eq({ caret }: CaretWidget): boolean {
    const { id, name, color, isTyping } = this.caret;
    return caret.id === id && caret.name === name && caret.color === color && caret.isTyping === isTyping;
  }

  override toDOM(): HTMLElement {
    const { id, name, color, isTyping } = this.caret;
    const mark = document.createElement('span');
    mark.className = `cm-sharedCaret${isTyping ? ' cm-sharedCaret-typing' : ''}`;
    mark.style.setProperty('--who', color);
    mark.dataset.caret = id;
    // Shown by the style sheet: no part of the text that is read out, copied or found.
    mark.dataset.name = name;
    mark.setAttribute('aria-hidden', 'true');
    return mark;
  }

  override ignoreEvent(): boolean {
    return true;
  }
}

const caretTheme = EditorView.theme({
  '.cm-sharedSelection': { backgroundColor: 'color-mix(in oklch, var(--who) 24%, transparent)' },
  '.cm-sharedCaret': {
    position: 'relative',
    borderLeft: '2px solid var(--who)',
    marginLeft: '-1px',
    marginRight: '-1px',
  },
  '.cm-sharedCaret::after': {
    content: 'attr(data-name)',
    position: 'absolute',
    left: '-2px',
    bottom: '100%',
    padding: '0 4px',
    borderRadius: '4px 4px 4px 0',
    background: 'oklch(from var(--who) 0.5 c h)',
    color: 'white',
    font: '500 11px / 15px var(--font-sans)',
    whiteSpace: 'nowrap',
    pointerEvents: 'none',
    opacity: '0',
    transition: 'opacity 120ms',
    zIndex: '20',
  },
  '.cm-sharedCaret:hover::after, .cm-sharedCaret-typing::after': { opacity: '1' },
});
