import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { expect, test } from 'vitest';
import { conflictName, isTyped, writeSide } from './conflict-names.ts';

const ours: PromptDocument = {
  ...emptyDocument(),
  sections: [{ id: 's/1', kind: 'instructions', role: null, text: '' }],
  variables: [
    { id: 'v1', name: 'tone', type: 'text', description: '', required: true, default: null, options: [] },
  ],
};

test.each([
  ['sections/s%2F1/text/0', 'Instructions · Text'],
  ['variables/v1/type', 'Variable tone · Type'],
  ['variables/v1', 'Variable tone'],
  ['settings/temperature', 'Temperature'],
  ['extends', 'Extends'],
  ['order/sections', 'Order: Document'],
  ['variables/gone', 'gone'],
])('%s is called %s', (path, name) => {
  expect(conflictName(path, [ours])).toBe(name);
});

test('values of any kind are shown as text, and nothing as nothing', () => {
  expect(writeSide(null)).toBe('');
  expect(writeSide('a\nb')).toBe('a\nb');
  expect(writeSide(0.4)).toBe('0.4');
  expect(writeSide(['a', 'b'])).toBe('a\nb');
  expect(writeSide({ id: 's1', kind: 'system', text: 'Be kind.' })).toBe('Be kind.');
  expect(writeSide({ id: 'v1', name: 'tone', required: true })).toBe('name: tone\nrequired: true');
});

test('only texts are written anew', () => {
  expect(isTyped({ kind: 'text', ours: 'a', theirs: null })).toBe(true);
  expect(isTyped({ kind: 'field', ours: 'text', theirs: 'number' })).toBe(true);
  expect(isTyped({ kind: 'field', ours: 1, theirs: 2 })).toBe(false);
});
