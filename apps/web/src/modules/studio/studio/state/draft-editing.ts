/** Edits of a draft by this person: what their undo takes back, and nobody else's. */
import { applyDocument, fromYDoc, type PromptDocument } from '@promptvault/document';
import * as Y from 'yjs';
import { smallestChange } from '../../../../ui/editor/smallest-change.ts';
import type { DocumentEdit } from './document-edits.ts';

export type DraftEditing = {
  document: () => PromptDocument;
  subscribe: (listener: () => void) => () => void;
  /** One step of its own for undo. */
  edit: (edit: DocumentEdit) => void;
  /** One key of many: undo takes back what was typed together. */
  type: (edit: DocumentEdit) => void;
  /** Writes the text of a section; only what differs becomes an update. */
  write: (sectionId: string, text: string) => void;
  undo: () => void;
  redo: () => void;
  canUndo: () => boolean;
  canRedo: () => boolean;
  close: () => void;
};

const own = Symbol('this person');
const roots = ['sections', 'variables', 'examples', 'tools', 'settings', 'document'] as const;

/** One update may hold 256 kB, and a sign may take four bytes. */
const longestInsert = 60_000;

export function createDraftEditing(ydoc: Y.Doc): DraftEditing {
  const listeners = new Set<() => void>();
  let document: PromptDocument | undefined;
  const changed = () => {
    document = undefined;
    for (const listener of listeners) listener();
  };
  const history = new Y.UndoManager(
    roots.map((name) => ydoc.getMap(name)),
    { trackedOrigins: new Set([own]), captureTimeout: 600 },
  );
  ydoc.on('update', changed);

  const current = () => {
    document ??= fromYDoc(ydoc).value;
    return document;
  };
  const type = (step: DocumentEdit) => applyDocument(ydoc, step(current()), own);
  const edit = (step: DocumentEdit) => {
    history.stopCapturing();
    type(step);
    history.stopCapturing();
  };
  return {
    document: current,
    edit,
    type,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    write(sectionId, text) {
      const held = ydoc.getMap('sections').get(sectionId);
      const shared = held instanceof Y.Map ? held.get('text') : undefined;
      if (!(shared instanceof Y.Text)) return;
      const change = smallestChange(shared.toString(), text);
      if (!change) return;
      const { from, to, insert } = whole(shared.toString(), change);
      ydoc.transact(() => shared.delete(from, to - from), own);
      for (let at = 0; at < insert.length; ) {
        const end = wholeSigns(insert, at, Math.min(insert.length, at + longestInsert));
        const start = from + at;
        const piece = insert.slice(at, end);
        ydoc.transact(() => shared.insert(start, piece), own);
        at = end;
      }
    },
    undo: () => void history.undo(),
    redo: () => void history.redo(),
    canUndo: () => history.undoStack.length > 0,
    canRedo: () => history.redoStack.length > 0,
    close() {
      ydoc.off('update', changed);
      history.destroy();
      listeners.clear();
    },
  };
}

type Change = NonNullable<ReturnType<typeof smallestChange>>;

/** Yjs replaces half a surrogate pair by a sign of its own, so a pair changes as one. */
function whole(text: string, { from, to, insert }: Change): Change {
  const start = from > 0 && isLow(text, from) && isHigh(text, from - 1) ? from - 1 : from;
  const end = isLow(text, to) && isHigh(text, to - 1) ? to + 1 : to;
  return { from: start, to: end, insert: text.slice(start, from) + insert + text.slice(to, end) };
}

const isHigh = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xd800;
const isLow = (text: string, at: number) => (text.charCodeAt(at) & 0xfc00) === 0xdc00;
const wholeSigns = (text: string, at: number, end: number) =>
  end < text.length && end - 1 > at && isHigh(text, end - 1) ? end - 1 : end;
