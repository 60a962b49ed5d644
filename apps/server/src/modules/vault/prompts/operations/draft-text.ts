/**
 * The text of a draft: a Yjs document kept as its whole state. Everything that reads or changes one goes
 * through here; the rows it comes from and goes to are the callers'.
 */
import {
  applyDocument,
  type DocumentProblem,
  emptyYDoc,
  fromYDoc,
  hashDocument,
  type PromptDocument,
  toYDoc,
} from '@promptvault/document';
import * as Y from 'yjs';
import { insertsTooMuch, tooMuch } from './check-draft-update.ts';

export interface DraftText {
  snapshot: Uint8Array;
  document: PromptDocument;
  hash: string;
  problems: DocumentProblem[];
}

/** A draft's state may grow to this; histories of many edits are larger than their text. */
export const largestDraft = 16 << 20;

export type Applied =
  | { text: DraftText; taken: Uint8Array[] }
  /** Which update cannot be taken, and why. */
  | { refused: { index: number; reason: string } };

/** A new draft; the document must be valid, so that the draft reads as it. */
export const startDraft = (document: PromptDocument): DraftText => ({
  snapshot: Y.encodeStateAsUpdate(toYDoc(document)),
  document,
  hash: hashDocument(document),
  problems: [],
});

export function readDraft(snapshot: Uint8Array): DraftText {
  return { ...textOf(loadDraft(snapshot)), snapshot };
}

/** A draft with updates that its log holds. */
export function foldUpdates(snapshot: Uint8Array, updates: readonly Uint8Array[]): DraftText {
  const ydoc = loadDraft(snapshot);
  for (const update of updates) Y.applyUpdate(ydoc, update);
  return textOf(ydoc);
}

/** Adds updates. `taken` holds what was new in them: an update that is there already adds nothing. */
export function applyUpdates(snapshot: Uint8Array, updates: readonly Uint8Array[]): Applied {
  const ydoc = loadDraft(snapshot);
  const taken: Uint8Array[] = [];
  ydoc.on('update', (update: Uint8Array) => taken.push(update));
  for (const [index, update] of updates.entries()) {
    const reason = takeUpdate(ydoc, update);
    if (reason) return { refused: { index, reason } };
  }
  const text = textOf(ydoc);
  if (text.snapshot.byteLength > largestDraft)
    return { refused: { index: updates.length - 1, reason: 'the draft would grow too large' } };
  return { text, taken };
}

function takeUpdate(ydoc: Y.Doc, update: Uint8Array): string | undefined {
  try {
    if (insertsTooMuch(Y.decodeUpdate(update))) return tooMuch;
    Y.applyUpdate(ydoc, update);
  } catch {
    return 'it is not a Yjs update';
  }
  const waits = ydoc.store.pendingStructs !== null || ydoc.store.pendingDs !== null;
  return waits ? 'it builds on an update that never arrived' : undefined;
}

/** Makes the draft read as `document`; `update` is what that changed, null when nothing did. */
export function rewriteDraft(
  snapshot: Uint8Array,
  document: PromptDocument,
): { text: DraftText; update: Uint8Array | null } {
  return editDraft(snapshot, (ydoc) => applyDocument(ydoc, document));
}

/** Changes a draft; `update` is what that changed, null when nothing did. */
export function editDraft(
  snapshot: Uint8Array,
  edit: (ydoc: Y.Doc) => void,
): { text: DraftText; update: Uint8Array | null } {
  const ydoc = loadDraft(snapshot);
  let update: Uint8Array | null = null;
  ydoc.on('update', (change: Uint8Array) => {
    update = change;
  });
  ydoc.transact(() => edit(ydoc));
  return { text: textOf(ydoc), update };
}

export function loadDraft(snapshot: Uint8Array): Y.Doc {
  const ydoc = emptyYDoc();
  Y.applyUpdate(ydoc, snapshot);
  return ydoc;
}

/** What a draft says at this moment. */
export function textOf(ydoc: Y.Doc): DraftText {
  const { value, problems } = fromYDoc(ydoc);
  return { snapshot: Y.encodeStateAsUpdate(ydoc), document: value, hash: hashDocument(value), problems };
}
