import type { PartialSource } from '@promptvault/template';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { complete } from './complete.ts';
import { applyEdits } from './document-edits.ts';
import { emptyDocument } from './empty-document.ts';
import { outlineDocument } from './outline-document.ts';
import { randomDocuments } from './random-documents.ts';
import { renameVariable } from './rename-variable.ts';
import { render } from './render.ts';
import type { PromptDocument, Variable } from './shape.ts';
import { findSymbolAt, findUses, listSymbols } from './symbols.ts';

const variable = (name: string, type: Variable['type'] = 'text'): Variable => ({
  id: `v-${name}`,
  name,
  type,
  description: '',
  required: false,
  default: null,
  options: [],
});

const documentOf = (texts: string[], variables: Variable[] = []): PromptDocument => ({
  ...emptyDocument(),
  sections: texts.map((text, index) => ({ id: `s${index}`, kind: 'instructions', role: null, text })),
  variables,
});

const textsOf = ({ sections }: PromptDocument) => sections.map(({ text }) => text);
const partials = (sources: Record<string, string>) => (reference: string) =>
  sources[reference] === undefined ? undefined : ({ source: sources[reference] } satisfies PartialSource);

describe('findUses and findSymbolAt', () => {
  const document = documentOf(
    ['{{#files}}{{path}} {{topic}}{{/files}}', 'On {{topic}} and {{user.name}}: {{> *topic}} {{> part@1}}'],
    [variable('topic'), variable('files', 'list')],
  );

  it('finds every place of a variable over all sections', () => {
    expect(findUses(document, { kind: 'variable', name: 'topic' })).toEqual([
      { sectionId: 's0', from: 21, to: 26, as: 'text' },
      { sectionId: 's1', from: 5, to: 10, as: 'text' },
      { sectionId: 's1', from: 37, to: 42, as: 'dynamic' },
    ]);
  });

  it('tells a field of a list from a variable of the same name', () => {
    expect(findSymbolAt(document, { sectionId: 's0', offset: 13 })?.symbol).toEqual({
      kind: 'field',
      name: 'path',
      of: 'files',
    });
  });

  it('takes of an undeclared dotted name what is under the cursor, of a declared one the declaration', () => {
    const place = { sectionId: 's1', offset: 21 };
    expect(findSymbolAt(document, place)?.symbol).toEqual({ kind: 'variable', name: 'user' });
    const declared = { ...document, variables: [...document.variables, variable('user.name')] };
    expect(findSymbolAt(declared, place)?.symbol).toEqual({ kind: 'variable', name: 'user.name' });
  });

  it('knows a reference and answers nothing between names', () => {
    expect(findSymbolAt(document, { sectionId: 's1', offset: 50 })?.symbol).toEqual({
      kind: 'reference',
      reference: 'part@1',
    });
    expect(findSymbolAt(document, { sectionId: 's1', offset: 0 })).toBeUndefined();
  });
});

describe('renameVariable', () => {
  const rename = (document: PromptDocument, from: string, to: string) => {
    const renaming = renameVariable(document, { kind: 'variable', name: from }, to);
    return { ...renaming, document: applyEdits(document, renaming.edits) };
  };

  it('renames declarations, texts, sections, dotted prefixes and dynamic names', () => {
    const document = documentOf(
      [
        '{{#user}}{{user.name}}{{/user}}{{^ user }}x{{/ user }} {{users}} {{$user}}{{{user}}}{{/user}}',
        '{{> *user}} {{> user}} {{<*user}}{{$a}}{{user.x.y}}{{/a}}{{/*user}}',
      ],
      [variable('user', 'json'), variable('user.age', 'number'), variable('users')],
    );
    const renamed = rename(document, 'user', 'customer').document;
    expect(textsOf(renamed)).toEqual([
      '{{#customer}}{{customer.name}}{{/customer}}{{^ customer }}x{{/ customer }} {{users}} {{$user}}{{{customer}}}{{/user}}',
      '{{> *customer}} {{> user}} {{<*customer}}{{$a}}{{customer.x.y}}{{/a}}{{/*customer}}',
    ]);
    expect(renamed.variables.map(({ name }) => name)).toEqual(['customer', 'customer.age', 'users']);
  });

  it('leaves a field of the same name in a list alone, and renames a field where it is one', () => {
    const document = documentOf(['{{#files}}{{path}}{{/files}}', '{{path}}'], [variable('files', 'list')]);
    expect(textsOf(rename(document, 'path', 'place').document)).toEqual([
      '{{#files}}{{path}}{{/files}}',
      '{{place}}',
    ]);
    const { edits } = renameVariable(document, { kind: 'field', name: 'path', of: 'files' }, 'place');
    expect(textsOf(applyEdits(document, edits))).toEqual(['{{#files}}{{place}}{{/files}}', '{{path}}']);
  });

  it.each<[string, string, string]>([
    ['topic', 'a b', 'rename.bad_name'],
    ['topic', '$x', 'rename.bad_name'],
    ['topic', 'other', 'rename.taken'],
    ['topic', 'path', 'rename.captured'],
    ['nobody', 'x', 'rename.unknown'],
  ])('refuses to rename %s to %s with %s', (from, to, code) => {
    const document = documentOf(
      ['{{topic}} {{other}} {{#files}}{{path}} {{topic}}{{/files}}'],
      [variable('files', 'list'), variable('topic')],
    );
    const { edits, problems } = renameVariable(document, { kind: 'variable', name: from }, to);
    expect([edits, problems.map((problem) => problem.code)]).toEqual([[], [code]]);
  });

  it('warns when an included prompt reads the old name', () => {
    const partial = partials({ 'part@1': '{{topic}}' });
    const { problems } = renameVariable(
      documentOf(['{{topic}}{{> part@1}}']),
      { kind: 'variable', name: 'topic' },
      'subject',
      { partial },
    );
    expect(problems.map(({ code }) => code)).toEqual(['rename.included']);
  });

  it('never throws, and a renamed document renders the same with the renamed value', () => {
    const seed = Date.now();
    // Where an item of the value has a field of that very name, only the value says which of both is meant.
    const values = fc.jsonValue().filter((value) => !/"(?:a|renamed_1)":/.test(JSON.stringify(value)));
    fc.assert(
      fc.property(randomDocuments(fc), values, (document, value) => {
        const { edits, problems } = renameVariable(document, { kind: 'variable', name: 'a' }, 'renamed_1');
        if (problems.some(({ severity }) => severity === 'error')) return;
        const renamed = applyEdits(document, edits);
        const before = render(document, { a: value }).messages;
        expect(render(renamed, { renamed_1: value }).messages).toEqual(before);
        expect(findUses(renamed, { kind: 'variable', name: 'a' })).toEqual([]);
      }),
      { seed, numRuns: 1_000 },
    );
  });
});

describe('complete', () => {
  const document = (text: string) =>
    documentOf([text, '{{topic}}'], [variable('files', 'list'), variable('tone')]);
  const items = (text: string) =>
    complete(document(text.replace('|', '')), { sectionId: 's0', offset: text.indexOf('|') })?.items.map(
      (found) => found.text,
    );

  it('offers fields and the item first, then the variables', () => {
    expect(items('{{#files}}{{path}} {{p|}}{{/files}}')).toEqual(['path', '.', 'files', 'tone', 'topic']);
    expect(items('{{|')).toEqual(['files', 'tone', 'topic']);
  });

  it('offers what may be closed, and the blocks of the parent', () => {
    expect(items('{{#files}}{{^tone}}{{/|')).toEqual(['tone', 'files']);
    const text = '{{< base@1}}{{$';
    const found = complete(
      document(text),
      { sectionId: 's0', offset: text.length },
      {
        partial: partials({ 'base@1': '{{$title}}x{{/title}}{{$end}}{{/end}}' }),
      },
    );
    expect(found?.items.map((one) => one.text)).toEqual(['title', 'end']);
  });

  it('leaves paths and labels to the caller', () => {
    const found = complete(document('{{> tone/house@pr'), { sectionId: 's0', offset: 17 });
    expect(found).toMatchObject({ context: { kind: 'ref', path: 'tone/house', query: 'pr' }, items: [] });
  });
});

it('outlines a document by its sections', () => {
  const [first] = outlineDocument(documentOf(['# Task\n{{#files}}{{path}}{{/files}}']));
  expect(first).toMatchObject({
    sectionId: 's0',
    entries: [{ name: 'Task', children: [{ name: 'files' }] }],
  });
});

it('lists symbols of any document without throwing', () => {
  const seed = Date.now();
  fc.assert(
    fc.property(randomDocuments(fc), (document) => {
      for (const { sectionId, from, to } of listSymbols(document)) {
        const section = document.sections.find(({ id }) => id === sectionId);
        expect(section?.text.slice(from, to).trim()).not.toBe('');
      }
    }),
    { seed },
  );
});
