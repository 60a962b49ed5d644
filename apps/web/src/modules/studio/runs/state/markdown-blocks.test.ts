import fc from 'fast-check';
import { expect, test } from 'vitest';
import { markdownBlocks } from './markdown-blocks.ts';

const blocks = (text: string) => {
  const { settled, growing } = markdownBlocks(text);
  return [...settled, growing];
};

test('a paragraph is settled once the next one has a whole line', () => {
  expect(blocks('One.\n\nTwo')).toEqual(['One.\n\nTwo']);
  expect(blocks('One.\n\nTwo.\n')).toEqual(['One.\n\n', 'Two.\n']);
});

test('a code fence is never cut, not even at blank lines', () => {
  expect(blocks('```js\na\n\nb\n```\n\nAfter\n')).toEqual(['```js\na\n\nb\n```\n\n', 'After\n']);
  expect(blocks('```\nopen\n\nstill\n')).toEqual(['```\nopen\n\nstill\n']);
});

test('a list goes on over blank lines and so keeps its numbers', () => {
  expect(blocks('1. a\n\n2. b\n\nEnd\n')).toEqual(['1. a\n\n2. b\n\n', 'End\n']);
});

test('nothing is lost, and a settled block stays as it is while the text grows', () => {
  const line = fc.constantFrom('a', '', '- b', '```', '  c', '# d', '> e', '~~~', '1. f');
  fc.assert(
    fc.property(fc.array(line, { maxLength: 25 }), fc.nat(200), (lines, cut) => {
      const text = lines.join('\n');
      expect(blocks(text).join('')).toBe(text);
      const before = markdownBlocks(text.slice(0, cut)).settled;
      expect(markdownBlocks(text).settled.slice(0, before.length)).toEqual(before);
    }),
  );
});
