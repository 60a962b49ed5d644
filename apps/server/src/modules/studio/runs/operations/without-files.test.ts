import { emptyDocument } from '@promptvault/document';
import { expect, it } from 'vitest';
import { withoutFiles } from './without-files.ts';

const variable = (name: string, type: 'text' | 'file') => ({
  id: name,
  name,
  type,
  description: '',
  required: false,
  default: null,
  options: [],
});
const document = {
  ...emptyDocument(),
  variables: [variable('code', 'file'), variable('in.side', 'file'), variable('topic', 'text')],
};
const hash = 'ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb';

it('leaves out files and names them with their size and hash', () => {
  const given = { code: 'a', topic: 'secret-free', in: { side: { name: 'x.ts', text: 'a' }, other: 1 } };
  expect(withoutFiles(document, given)).toEqual({
    values: { topic: 'secret-free', in: { other: 1 } },
    omitted: [
      { name: 'code', characters: 1, hash },
      { name: 'in.side', characters: 1, hash },
    ],
  });
  expect(given.code).toBe('a');
});

it('knows a file by its form where nothing is declared', () => {
  const { values, omitted } = withoutFiles(emptyDocument(), {
    upload: { name: 'x', text: 'a' },
    list: ['a'],
  });
  expect(values).toEqual({ list: ['a'] });
  expect(omitted).toEqual([{ name: 'upload', characters: 1, hash }]);
});

it('keeps everything when no value is a file', () => {
  expect(withoutFiles(document, { topic: 't' })).toEqual({ values: { topic: 't' }, omitted: [] });
});
