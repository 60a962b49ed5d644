import { applyDocument, emptyDocument, toYDoc } from '@promptvault/document';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { addSection, moveSection, removeSection } from './document-edits.ts';
import { createDraftEditing } from './draft-editing.ts';

const system = { id: 'a', kind: 'system' as const, role: null, text: 'You are kind.' };
const document = {
  ...emptyDocument(),
  sections: [system, { id: 'b', kind: 'instructions' as const, role: null, text: 'Answer.' }],
};
const open = () => {
  const ydoc = toYDoc(document);
  return { ydoc, editing: createDraftEditing(ydoc) };
};
/** As the editor of a section writes. */
const write = (editing: ReturnType<typeof createDraftEditing>, id: string, text: string) => {
  const shared = editing.textOf(id);
  shared?.doc?.transact(() => {
    shared.delete(0, shared.length);
    shared.insert(0, text);
  }, editing.origin);
};
const texts = (editing: ReturnType<typeof createDraftEditing>) =>
  editing.document().sections.map(({ text }) => text);

test('typing changes only what differs, and undo takes it back', () => {
  const { editing } = open();
  write(editing, 'b', 'Answer in one line.');
  expect(texts(editing)).toEqual(['You are kind.', 'Answer in one line.']);
  editing.undo();
  expect(texts(editing)).toEqual(['You are kind.', 'Answer.']);
  editing.redo();
  expect(texts(editing)).toEqual(['You are kind.', 'Answer in one line.']);
});

test('undo leaves what others wrote', () => {
  const { ydoc, editing } = open();
  write(editing, 'b', 'Answer briefly.');
  const theirs = structuredClone(editing.document());
  theirs.sections[0] = { ...system, text: 'You are kind and calm.' };
  applyDocument(ydoc, theirs, 'someone else');
  editing.undo();
  expect(texts(editing)).toEqual(['You are kind and calm.', 'Answer.']);
});

test('sections are added where they are sent, moved and removed, each as one step', () => {
  const { editing } = open();
  editing.edit(addSection({ id: 'c', kind: 'system', role: null, text: 'Second.' }));
  expect(editing.document().sections.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
  editing.edit(moveSection('c', 1));
  expect(editing.document().sections.map(({ id }) => id)).toEqual(['a', 'b', 'c']);
  editing.edit(removeSection('a'));
  editing.undo();
  editing.undo();
  expect(editing.document().sections.map(({ id }) => id)).toEqual(['a', 'c', 'b']);
});

test('the same document is told until it changes', () => {
  const { ydoc, editing } = open();
  const before = editing.document();
  expect(editing.document()).toBe(before);
  Y.applyUpdate(ydoc, Y.encodeStateAsUpdate(toYDoc(document)));
  expect(editing.document()).not.toBe(before);
});
