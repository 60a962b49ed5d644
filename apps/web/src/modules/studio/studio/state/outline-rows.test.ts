import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { expect, test } from 'vitest';
import { nameRows, outlineRows } from './outline-rows.ts';

const document: PromptDocument = {
  ...emptyDocument(),
  sections: [
    { id: 's1', kind: 'system', role: null, text: '# Tone\n{{> tone/voice@2}}\nYou work for {{company}}.' },
    {
      id: 's2',
      kind: 'instructions',
      role: null,
      text: '{{#late}}\nSay sorry for {{company}}.\n{{/late}}\n{{$end}}Bye{{/end}}',
    },
  ],
};

test('sections hold their headings and tags', () => {
  expect(outlineRows(document).map(({ depth, kind, name }) => [depth, kind, name])).toEqual([
    [0, 'part', 'System'],
    [1, 'heading', 'Tone'],
    [2, 'partial', 'tone/voice@2'],
    [0, 'part', 'Instructions'],
    [1, 'section', 'late'],
    [1, 'block', 'end'],
  ]);
});

test('a name is listed once with all its places, variables before references and blocks', () => {
  const rows = nameRows(document, () => undefined);
  expect(rows.map(({ key, places }) => [key, places.length])).toEqual([
    ['variable:company', 2],
    ['variable:late', 1],
    ['reference:tone/voice@2', 1],
    ['block:end', 1],
  ]);
  expect(rows[0]?.places[1]).toMatchObject({
    section: 'Instructions',
    line: 2,
    before: 'Say sorry for {{',
    name: 'company',
    after: '}}.',
  });
});
