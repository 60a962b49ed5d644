import { expect, it } from 'vitest';
import { markText } from './marked-text.ts';

it('keeps each character of a text, and says which of them are marked', () => {
  const marks = [
    { from: 2, to: 4, name: 'a' },
    { from: 4, to: 5, name: 'b' },
    { from: 7, to: 99, name: 'c' },
    { from: 200, to: 300, name: 'd' },
  ];
  const pieces = markText('0123456789', marks);
  expect(pieces.map(({ text }) => text).join('')).toBe('0123456789');
  expect(pieces.map(({ text, mark }) => `${text} ${mark?.name ?? ''}`)).toEqual([
    '01 ',
    '23 a',
    '4 b',
    '56 ',
    '789 c',
  ]);
  expect(markText('', marks)).toEqual([]);
  expect(markText('01', [])).toEqual([{ from: 0, text: '01', mark: undefined }]);
});
