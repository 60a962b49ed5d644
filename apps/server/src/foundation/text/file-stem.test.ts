import { expect, it } from 'vitest';
import { fileStem } from './file-stem.ts';

it.each([
  ['Suite <&>', 'Suite'],
  ['  Tone / fast  ', 'Tone fast'],
  ['Größe_2-b', 'Größe_2-b'],
  ['हिन्दी', 'हिन्दी'],
  ['<&> ..', 'suite'],
  ['', 'suite'],
])('the file of “%s” is called “%s”', (name, stem) => {
  expect(fileStem(name, 'suite')).toBe(stem);
});
