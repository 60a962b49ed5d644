import { processorMs } from '@promptvault/testing/processor-time';
import { describe, expect, it } from 'vitest';
import { documentVariables } from './document-variables.ts';
import { emptyDocument } from './empty-document.ts';
import { render } from './render.ts';
import type { PromptDocument, Variable } from './shape.ts';

const document = (texts: string[], variables: Partial<Variable>[] = []): PromptDocument => ({
  ...emptyDocument(),
  sections: texts.map((text, index) => ({ id: `s${index}`, kind: 'instructions', role: null, text })),
  variables: variables.map((variable, index) => ({
    id: `v${index}`,
    name: 'x',
    type: 'text',
    description: '',
    required: false,
    default: null,
    options: [],
    ...variable,
  })),
});

describe('documentVariables', () => {
  it('lists declared ones first, then detected ones with guessed types and places', () => {
    const found = documentVariables(
      document(['{{topic}}\n{{#formal}}x{{/formal}}', '{{topic}}{{#l}}{{.}}{{/l}}'], [{ name: 'unused' }]),
    );
    expect(found.map(({ name, type, required, source }) => [name, type, required, source])).toEqual([
      ['unused', 'text', false, 'document'],
      ['topic', 'text', true, 'text'],
      ['formal', 'boolean', false, 'text'],
      ['l', 'list', false, 'text'],
    ]);
    expect(found[1]).toMatchObject({
      useCount: 2,
      firstUse: { sectionId: 's0', from: { line: 1, column: 1 } },
    });
    expect(found[2]?.firstUse?.from.line).toBe(2);
  });

  it('counts a dotted name as a use of the declared variable before the dot', () => {
    const found = documentVariables(
      document(['{{user.name}} {{other.name}}'], [{ name: 'user', type: 'json' }]),
    );
    expect(found.map(({ name, useCount }) => [name, useCount])).toEqual([
      ['user', 1],
      ['other.name', 1],
    ]);
  });

  it('knows the fields of a list of objects and does not ask for them', () => {
    const found = documentVariables(document(['{{#files}}{{path}}{{/files}}']));
    expect(found.map(({ name, type, fields }) => [name, type, fields])).toEqual([
      ['files', 'json', ['path']],
    ]);
  });

  it('adds what included prompts read, with their declarations', () => {
    const declaration: Variable = {
      id: 'i',
      name: 'tone',
      type: 'select',
      description: 'd',
      required: true,
      default: 'calm',
      options: ['calm'],
    };
    const partial = () => ({ source: '{{tone}} {{more}}', variables: [declaration] });
    const found = documentVariables(document(['{{> p@1}}']), { partial });
    expect(
      found.map(({ name, type, default: value, included, source }) => [name, type, value, included, source]),
    ).toEqual([
      ['tone', 'select', 'calm', true, 'included'],
      ['more', 'text', null, true, 'text'],
    ]);
  });

  it('reads 1,000 variables, and 70,000 fields and dotted values, in bounded time', () => {
    const text = Array.from({ length: 1_000 }, (_, index) => `{{v${index}}}`).join(' ');
    expect(documentVariables(document([text])).length).toBe(1_000);
    const names = Array.from({ length: 70_000 }, (_, index) => `f${index}`);
    const started = processorMs();
    const fields = names.map((name) => `{{${name}}}`).join('');
    expect(documentVariables(document([`{{#items}}${fields}{{/items}}`]))[0]?.fields.length).toBe(70_000);
    const dotted = document([names.map((name) => `{{a.${name}}}`).join('')]);
    const values = Object.fromEntries(names.map((name) => [`a.${name}`, 'x']));
    expect(render(dotted, values).messages[0]?.content).toBe('x'.repeat(70_000));
    expect(processorMs() - started).toBeLessThan(10_000);
  });

  it('leaves a list alone that is read by number', () => {
    const made = render(document(['{{list.0}} {{#list}}{{.}}{{/list}}']), { list: ['a', 'b'] });
    expect(made.messages[0]?.content).toBe('a ab');
  });
});
