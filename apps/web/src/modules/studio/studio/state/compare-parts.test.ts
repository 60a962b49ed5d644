import { emptyDocument } from '@promptvault/document';
import { expect, test } from 'vitest';
import { compareMessages, compareParts, isSameDocument } from './compare-parts.ts';

const section = (id: string, kind: 'system' | 'instructions', text: string) => ({
  id,
  kind,
  role: null,
  text,
});
const kind = section('a', 'system', 'Kind.');
const before = {
  ...emptyDocument(),
  sections: [kind, section('b', 'instructions', 'Answer.')],
  settings: { temperature: 0.2 },
};
const differing = (after: typeof before) =>
  compareParts(before, after)
    .filter((part) => part.before !== part.after)
    .map(({ label, before: old, after: now }) => [label, old, now]);

test('only what differs has two texts', () => {
  expect(differing(before)).toEqual([]);
  const after = {
    ...before,
    sections: [kind, section('b', 'instructions', 'Answer briefly.')],
  };
  expect(differing(after)).toEqual([['Instructions', 'Answer.', 'Answer briefly.']]);
  expect(isSameDocument(before, structuredClone(before))).toBe(true);
  expect(isSameDocument(before, after)).toBe(false);
});

test('a removed section stands against nothing, and settings are told by name', () => {
  const after = { ...before, sections: [kind], settings: { temperature: 0.7 } };
  expect(differing(after)).toEqual([
    ['Instructions', 'Answer.', ''],
    ['Order of the sections', 'System\nInstructions', 'System'],
    ['Settings', 'temperature: 0.2', 'temperature: 0.7'],
  ]);
});

test('the order in which fields are stored makes no difference', () => {
  const variable = {
    id: 'v',
    name: 'n',
    type: 'json' as const,
    description: 'd',
    required: true,
    options: [],
  };
  const one = { ...before, variables: [{ ...variable, default: { a: 1, b: 2 } }] };
  const stored = {
    required: true,
    options: [],
    default: { b: 2, a: 1 },
    description: 'd',
    type: 'json' as const,
    name: 'n',
    id: 'v',
  };
  const parts = compareParts(one, { ...before, variables: [stored] });
  expect(parts.filter((part) => part.before !== part.after)).toEqual([]);
});

test('messages stand against each other in their order, and one that only one side sends stands alone', () => {
  const parts = compareMessages(
    [{ role: 'system', content: 'Be kind.' }],
    [
      { role: 'system', content: 'Be brief.' },
      { role: 'user', content: 'Go.' },
    ],
  );
  expect(parts.map(({ label, before, after }) => [label, before, after])).toEqual([
    ['1 · system', 'Be kind.', 'Be brief.'],
    ['2 · user', '', 'Go.'],
  ]);
});
