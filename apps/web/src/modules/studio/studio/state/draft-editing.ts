/** Edits of a draft by this person: what their undo takes back, and nobody else's. */
import { applyDocument, fromYDoc, type PromptDocument } from '@promptvault/document';
import * as Y from 'yjs';
import type { DocumentEdit } from './document-edits.ts';

export type DraftEditing = {
  document: () => PromptDocument;
  subscribe: (listener: () => void) => () => void;
  /** One step of its own for undo. */
  edit: (edit: DocumentEdit) => void;
  /** One key of many: undo takes back what was typed together. */
  type: (edit: DocumentEdit) => void;
  /** The shared text of a section, for its editor. */
  textOf: (sectionId: string) => Y.Text | undefined;
  /** Marks what an editor writes as this person's. */
  origin: unknown;
  undo: () => void;
  redo: () => void;
  canUndo: () => boolean;
  canRedo: () => boolean;
  close: () => void;
};

const own = Symbol('this person');
const roots = ['sections', 'variables', 'examples', 'tools', 'settings', 'techniques', 'document'] as const;

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
    textOf(sectionId) {
      const held = ydoc.getMap('sections').get(sectionId);
      const shared = held instanceof Y.Map ? held.get('text') : undefined;
      return shared instanceof Y.Text ? shared : undefined;
    },
    origin: own,
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
