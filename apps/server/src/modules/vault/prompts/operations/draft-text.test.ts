import { applyDocument, emptyDocument, type PromptDocument } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { applyUpdates, readDraft, rewriteDraft, startDraft } from './draft-text.ts';

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});

/** What a person's editor would send: one update for each text typed, one after the other. */
function type(snapshot: Uint8Array, ...texts: string[]): Uint8Array[] {
  const ydoc = new Y.Doc();
  Y.applyUpdate(ydoc, snapshot);
  const updates: Uint8Array[] = [];
  ydoc.on('update', (update: Uint8Array) => updates.push(update));
  for (const text of texts) applyDocument(ydoc, documentOf(text));
  return updates;
}

describe('a draft', () => {
  it('reads as it was written', () => {
    const draft = startDraft(documentOf('Hello'));
    expect(draft.document).toEqual(documentOf('Hello'));
    expect(readDraft(draft.snapshot)).toEqual(draft);
  });

  it('takes updates, and each only once', () => {
    const { snapshot } = startDraft(documentOf('Hello'));
    const updates = type(snapshot, 'Hello you', 'Hello you all');
    const applied = applyUpdates(snapshot, updates);
    if ('refused' in applied) throw new Error(applied.refused.reason);
    expect(applied.text.document).toEqual(documentOf('Hello you all'));
    expect(applied.taken).toHaveLength(2);
    expect(applyUpdates(applied.text.snapshot, updates)).toMatchObject({ taken: [] });
  });

  it('merges what two people typed at once', () => {
    const { snapshot } = startDraft(documentOf('one two'));
    const applied = applyUpdates(snapshot, [
      ...type(snapshot, 'ONE one two'),
      ...type(snapshot, 'one two THREE'),
    ]);
    expect(applied).toMatchObject({ text: { document: documentOf('ONE one two THREE') } });
  });

  it('refuses what is no update, and an update whose predecessor is missing', () => {
    const { snapshot } = startDraft(documentOf('Hello'));
    expect(applyUpdates(snapshot, [new Uint8Array([1, 2, 3, 255])])).toMatchObject({ refused: { index: 0 } });
    const [, second] = type(snapshot, 'Hello you', 'Hello you all');
    expect(applyUpdates(snapshot, [second as Uint8Array])).toMatchObject({
      refused: { reason: 'it builds on an update that never arrived' },
    });
  });

  it('is rewritten by what differs alone', () => {
    const { snapshot } = startDraft(documentOf('x'.repeat(10_000)));
    const { text, update } = rewriteDraft(snapshot, documentOf(`${'x'.repeat(10_000)}y`));
    expect(text.document.sections[0]?.text).toHaveLength(10_001);
    expect(update?.byteLength).toBeLessThan(100);
    expect(rewriteDraft(text.snapshot, text.document).update).toBeNull();
  });
});
