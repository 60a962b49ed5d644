import type { DocumentVariable } from '@promptvault/document';
import { expect, test } from 'vitest';
import { entriesOf, valuesOf } from './case-values.ts';

const variables: Pick<DocumentVariable, 'name' | 'type' | 'options'>[] = [
  { name: 'topic', type: 'text', options: [] },
  { name: 'count', type: 'number', options: [] },
  { name: 'steps', type: 'list', options: [] },
  { name: 'facts', type: 'json', options: [] },
];

test('values come back as they were, whatever kind they are', () => {
  const values = {
    ...{ topic: 'tides', count: 3, steps: ['a', 'b'], facts: { a: [1, null] } },
    ...{ free: 'as text', other: { deep: true }, notes: { name: 'n.md', text: 'x' } },
  };
  const entries = entriesOf(values, variables);
  expect(entries.find(({ name }) => name === 'steps')?.text).toBe('a\nb');
  expect(valuesOf(entries, variables, values)).toEqual({ values, faults: {} });
});

test('a changed value takes the kind of its variable, and says why it does not fit', () => {
  const entries = [
    { name: 'topic', text: '7' },
    { name: 'count', text: '4.5' },
    { name: 'facts', text: '{' },
    { name: 'other', text: '{"deep":false}' },
    { name: 'fresh', text: '12' },
    { name: 'steps', text: '' },
    { name: '', text: 'lost' },
  ];
  const { values, faults } = valuesOf(entries, variables, { other: { deep: true }, steps: ['a'] });
  expect(values).toEqual({ topic: '7', count: 4.5, other: { deep: false }, fresh: '12' });
  expect(Object.keys(faults)).toEqual(['facts']);
});
