import { EditorState } from '@codemirror/state';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { writeChanges } from './shared-text.ts';

const sharedWith = (content: string) => {
  const text = new Y.Doc().getText('text');
  text.insert(0, content);
  return text;
};

test('several changes of one step come to their places', () => {
  const state = EditorState.create({ doc: 'one two three' });
  const { changes } = state.update({
    changes: [
      { from: 0, to: 3, insert: 'ONE MORE' },
      { from: 8, insert: '<' },
      { from: 13, insert: '>' },
    ],
  });
  const text = sharedWith('one two three');
  writeChanges(text, 'one two three', changes);
  expect(text.toString()).toBe('ONE MORE two <three>');
});

test('any text becomes any other, signs of two halves too', () => {
  const content = fc.string({ unit: fc.constantFrom('a', '😀', '😁', '𝔸', '\n') });
  fc.assert(
    fc.property(content, content, (before, after) => {
      // The longest equal start and end, as a browser reports what was typed: it may cut a sign in half.
      let from = 0;
      while (from < Math.min(before.length, after.length) && before[from] === after[from]) from += 1;
      let end = 0;
      while (
        end < Math.min(before.length, after.length) - from &&
        before[before.length - 1 - end] === after[after.length - 1 - end]
      )
        end += 1;
      const state = EditorState.create({ doc: before });
      const insert = after.slice(from, after.length - end);
      const { changes } = state.update({ changes: { from, to: before.length - end, insert } });
      const text = sharedWith(before);
      writeChanges(text, before, changes);
      expect(text.toString()).toBe(after);
    }),
    { numRuns: 300 },
  );
});
