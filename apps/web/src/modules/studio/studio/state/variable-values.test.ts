import {
  documentVariables,
  emptyDocument,
  type PromptDocument,
  render,
  type Variable,
} from '@promptvault/document';
import { expect, test } from 'vitest';
import { formValues, valueProblems, writeEntry } from './variable-values.ts';

const variable = (name: string, type: Variable['type'], more: Partial<Variable> = {}): Variable => ({
  id: name,
  name,
  type,
  description: '',
  required: false,
  default: null,
  options: [],
  ...more,
});
const prompt = (text: string, variables: Variable[] = []): PromptDocument => ({
  ...emptyDocument(),
  variables,
  sections: [{ id: 's', kind: 'instructions', role: null, text }],
});
const none = { items: [] };
const tryOut = (
  document: PromptDocument,
  entries: Record<string, string>,
  pack: Parameters<typeof formValues>[2] = none,
) => {
  const variables = documentVariables(document);
  const form = formValues(variables, entries, pack);
  const rendered = render(document, form.values, form.pack);
  const problems = valueProblems(variables, entries, rendered.problems);
  return { ...form, rendered, problems: [...problems].map(([name, { code }]) => [name, code]) };
};

test('entries become values of their types', () => {
  const document = prompt('{{n}} {{late}} {{tone}} {{#items}}{{.}},{{/items}} {{data}}', [
    variable('n', 'number'),
    variable('late', 'boolean'),
    variable('tone', 'select', { options: ['warm', 'cool'] }),
    variable('items', 'list'),
    variable('data', 'json'),
  ]);
  const entries = { n: '1.50', late: 'false', tone: 'warm', items: 'a\n\nb', data: '{"k":1}' };
  expect(tryOut(document, entries).values).toEqual({
    n: 1.5,
    late: false,
    tone: 'warm',
    items: ['a', 'b'],
    data: { k: 1 },
  });
  expect(tryOut(document, entries).problems).toEqual([]);
});

test('a name nobody declared gets a value of the type it seems to have', () => {
  const entries = { name: 'Ines', late: 'true', orders: '[{"id":7}]' };
  const tried = tryOut(prompt('{{name}}{{#late}} late{{/late}}{{#orders}} {{id}}{{/orders}}'), entries);
  expect(tried.rendered.messages[0]?.content).toBe('Ines late 7');
});

test('an empty required field is missing, an empty optional one is not', () => {
  const document = prompt('{{a}}{{b}}{{c}}', [
    variable('a', 'text', { required: true }),
    variable('b', 'text'),
  ]);
  expect(tryOut(document, { a: '', b: '' }).problems).toEqual([
    ['a', 'variable.missing'],
    ['c', 'variable.missing'],
  ]);
});

test('a default stands in for nothing typed', () => {
  const document = prompt('{{a}}', [variable('a', 'text', { required: true, default: 'calm' })]);
  expect(tryOut(document, {}).rendered.messages[0]?.content).toBe('calm');
});

test('what does not fit stays as typed and is reported, declared or not', () => {
  const declared = tryOut(prompt('{{n}}', [variable('n', 'number')]), { n: 'twelve' });
  expect(declared.problems).toEqual([['n', 'variable.mistyped']]);
  expect(declared.values).toEqual({ n: 'twelve' });
  expect(tryOut(prompt('{{#rows}}{{x}}{{/rows}}'), { rows: '[{' }).problems).toEqual([
    ['rows', 'variable.mistyped'],
  ]);
});

test('a file comes from the pack, is sent once, and is missed when it is gone', () => {
  const item = { path: 'policy.md', text: 'Be fair.', hash: 'h' };
  const other = { path: 'other.md', text: 'Other.', hash: 'o' };
  const document = prompt('Policy: {{policy}}', [variable('policy', 'file', { required: true })]);
  const there = tryOut(document, { policy: 'policy.md' }, { items: [item, other] });
  expect(there.values).toEqual({ policy: 'Be fair.' });
  expect(there.pack.items).toEqual([other]);
  const gone = tryOut(document, { policy: 'policy.md' }, { items: [other] });
  expect([...gone.missingFiles]).toEqual([['policy', 'policy.md']]);
  expect(gone.problems).toEqual([['policy', 'variable.missing']]);
});

test('a default is shown as it would be typed', () => {
  expect(writeEntry(['a', 'b'], 'list')).toBe('a\nb');
  expect(writeEntry({ a: 1 }, 'json')).toBe('{\n  "a": 1\n}');
  expect(writeEntry(false, 'boolean')).toBe('false');
  expect(writeEntry(null, 'text')).toBe('');
});
