import { emptyDocument, type PromptDocument, type Section } from '@promptvault/document';
import { expect, test } from 'vitest';
import { bringBackSection, replacePassage } from './document-edits.ts';

const section = (id: string, kind: Section['kind'], text: string): Section => ({
  id,
  kind,
  role: null,
  text,
});
const document: PromptDocument = {
  ...emptyDocument(),
  sections: [section('a', 'system', 'Now.'), section('c', 'output_format', 'List.')],
};
const textsOf = ({ sections }: PromptDocument) => sections.map(({ text }) => text);

test('a section that still stands is as it was, in its place', () => {
  expect(textsOf(bringBackSection(section('a', 'system', 'Then.'))(document))).toEqual(['Then.', 'List.']);
});

test('a section that is gone comes back where it is sent', () => {
  expect(textsOf(bringBackSection(section('b', 'instructions', 'Do.'))(document))).toEqual([
    'Now.',
    'Do.',
    'List.',
  ]);
});

test('a passage is replaced only where it still stands', () => {
  const passage = { sectionId: 'a', from: 0, was: 'Now', insert: 'Soon' };
  expect(textsOf(replacePassage(passage)(document))[0]).toBe('Soon.');
  expect(replacePassage({ ...passage, was: 'Never' })(document)).toEqual(document);
});
