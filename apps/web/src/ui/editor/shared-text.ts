/**
 * Binds an editor to a shared text: every key goes into it as the change it is, and what others write appears at
 * its place without moving one's own caret.
 */
import { Annotation, type ChangeSet, EditorState, type Extension, Facet } from '@codemirror/state';
import { EditorView, type PluginValue, ViewPlugin, type ViewUpdate } from '@codemirror/view';
import type * as Y from 'yjs';
import { smallestChange } from './smallest-change.ts';

export type SharedTextOptions = {
  ydoc: Y.Doc;
  /** The text as it lies now: one that was deleted and restored is another one. */
  find: () => Y.Text | undefined;
  /** Marks what this person writes, for their undo. */
  origin: unknown;
  /** The longest text; what would make it longer is refused. */
  longest: number;
  onTooLong: (length: number) => void;
};

/** Whether an editor takes its text from a shared one instead of from the page. */
export const isShared = Facet.define<boolean, boolean>({ combine: (values) => values.includes(true) });

const fromOthers = Annotation.define<boolean>();

export function sharedText(options: SharedTextOptions): Extension {
  return [
    isShared.of(true),
    // A text may hold carriage returns; places in it must mean the same on both sides.
    EditorState.lineSeparator.of('\n'),
    EditorView.clipboardInputFilter.of((text) => text.replace(/\r\n?/g, '\n').replaceAll('\0', '')),
    EditorState.transactionFilter.of((transaction) => {
      const { newDoc, startState, docChanged } = transaction;
      if (!docChanged || transaction.annotation(fromOthers)) return transaction;
      if (newDoc.length <= options.longest || newDoc.length <= startState.doc.length) return transaction;
      options.onTooLong(newDoc.length);
      return [];
    }),
    ViewPlugin.define((view) => new Binding(view, options)),
  ];
}

class Binding implements PluginValue {
  private readonly view: EditorView;
  private readonly options: SharedTextOptions;
  private text: Y.Text | undefined;
  private isWriting = false;
  private isGone = false;

  constructor(view: EditorView, options: SharedTextOptions) {
    this.view = view;
    this.options = options;
    this.text = options.find();
    this.text?.observe(this.hear);
    options.ydoc.on('afterTransaction', this.findAgain);
    // Something may have been written since the page gave the editor its text.
    queueMicrotask(() => this.catchUp());
  }

  private readonly findAgain = () => {
    const found = this.options.find();
    if (!found || found === this.text) return;
    this.text?.unobserve(this.hear);
    this.text = found;
    found.observe(this.hear);
    queueMicrotask(() => this.catchUp());
  };

  private readonly hear = (event: Y.YTextEvent) => {
    if (this.isWriting) return;
    const changes: { from: number; to: number; insert: string }[] = [];
    let at = 0;
    for (const { retain, delete: deleted, insert } of event.delta) {
      if (retain !== undefined) at += retain;
      if (deleted !== undefined) {
        changes.push({ from: at, to: at + deleted, insert: '' });
        at += deleted;
      }
      if (typeof insert === 'string') changes.push({ from: at, to: at, insert });
    }
    try {
      this.view.dispatch({ changes, annotations: fromOthers.of(true), userEvent: 'outside' });
    } catch (error) {
      if (!(error instanceof RangeError)) throw error;
      this.catchUp();
    }
  };

  /** Makes the editor read as the text, whatever came between. */
  private catchUp(): void {
    if (this.isGone || !this.text) return;
    const change = smallestChange(this.view.state.doc.toString(), this.text.toString());
    if (change)
      this.view.dispatch({ changes: change, annotations: fromOthers.of(true), userEvent: 'outside' });
  }

  update(update: ViewUpdate): void {
    if (!update.docChanged) return;
    const own = update.transactions.some(
      (transaction) => transaction.docChanged && !transaction.annotation(fromOthers),
    );
    const { text } = this;
    if (!own || !text) return;
    this.isWriting = true;
    try {
      const before = update.startState.doc.toString();
      this.options.ydoc.transact(() => writeChanges(text, before, update.changes), this.options.origin);
    } finally {
      this.isWriting = false;
    }
  }

  destroy(): void {
    this.isGone = true;
    this.text?.unobserve(this.hear);
    this.options.ydoc.off('afterTransaction', this.findAgain);
  }
}

/** Writes into a text that reads `before` what was changed in an editor. */
export function writeChanges(text: Y.Text, before: string, changes: ChangeSet): void {
  let moved = 0;
  changes.iterChanges((fromA, toA, _fromB, _toB, inserted) => {
    const { from, to, insert } = wholePairs(before, fromA, toA, inserted.toString());
    if (to > from) text.delete(from + moved, to - from);
    if (insert) text.insert(from + moved, insert);
    moved += insert.length - (to - from);
  });
}

/** Yjs replaces half a surrogate pair by a sign of its own, so a pair changes as one. */
function wholePairs(before: string, from: number, to: number, insert: string) {
  const start = splitsPair(before, from) ? from - 1 : from;
  const end = splitsPair(before, to) ? to + 1 : to;
  return { from: start, to: end, insert: before.slice(start, from) + insert + before.slice(to, end) };
}

const splitsPair = (text: string, at: number) =>
  at > 0 && (text.charCodeAt(at) & 0xfc00) === 0xdc00 && (text.charCodeAt(at - 1) & 0xfc00) === 0xd800;
