import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type MarkdownEdit, makeLink, type Selected, toggleLines, toggleMark } from './markdown-edit.ts';

/** `a [b] c` is the text `a b c` with b selected. */
const read = (marked: string): Selected => {
  const from = marked.indexOf('⟦');
  const to = marked.indexOf('⟧') - 1;
  return { text: marked.replace('⟦', '').replace('⟧', ''), from, to };
};
const apply = ({ text }: Selected, { changes, from, to }: MarkdownEdit) => {
  const after = [...changes]
    .sort((a, b) => b.from - a.from)
    .reduce((result, change) => result.slice(0, change.from) + change.insert + result.slice(change.to), text);
  return `${after.slice(0, from)}⟦${after.slice(from, to)}⟧${after.slice(to)}`;
};
const mark = (marked: string, sign: string) => apply(read(marked), toggleMark(read(marked), sign));
const lines = (marked: string, kind: Parameters<typeof toggleLines>[1]) =>
  apply(read(marked), toggleLines(read(marked), kind));

test('a mark goes around the selection and away again', () => {
  expect(mark('say ⟦this⟧ now', '**')).toBe('say **⟦this⟧** now');
  expect(mark('say **⟦this⟧** now', '**')).toBe('say ⟦this⟧ now');
  expect(mark('say ⟦**this**⟧ now', '**')).toBe('say ⟦this⟧ now');
  expect(mark('⟦⟧', '**')).toBe('**⟦⟧**');
});

test('italic inside bold does not take the bold apart', () => {
  expect(mark('**⟦this⟧**', '*')).toBe('***⟦this⟧***');
  expect(mark('***⟦this⟧***', '*')).toBe('**⟦this⟧**');
});

test('a link asks for its address', () => {
  const selected = read('see ⟦the docs⟧.');
  expect(apply(selected, makeLink(selected))).toBe('see [the docs](⟦https://⟧).');
});

test('lists begin every line, count, and leave empty lines', () => {
  expect(lines('a\n⟦b\n\nc⟧\nd', 'bullet')).toBe('a\n⟦- b\n\n- c⟧\nd');
  expect(lines('⟦b\nc⟧', 'number')).toBe('⟦1. b\n2. c⟧');
  expect(lines('⟦- b\n- c⟧', 'bullet')).toBe('⟦b\nc⟧');
  expect(lines('he⟦⟧llo', 'quote')).toBe('> he⟦⟧llo');
});

test('toggling a mark twice changes nothing', () => {
  const text = fc.string({ unit: fc.constantFrom('a', 'b', ' ', '\n') });
  fc.assert(
    fc.property(text, fc.nat(), fc.nat(), (content, a, b) => {
      const [from, to] = [a % (content.length + 1), b % (content.length + 1)].sort((x, y) => x - y) as [
        number,
        number,
      ];
      const once = read(apply({ text: content, from, to }, toggleMark({ text: content, from, to }, '**')));
      expect(read(apply(once, toggleMark(once, '**')))).toEqual({ text: content, from, to });
    }),
  );
});
