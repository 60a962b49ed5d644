// biome-ignore-all lint/suspicious/noTemplateCurlyInString: marks of this form are what is tested
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promptDocumentSchema, render } from '@promptvault/document';
import { samplesDirectory } from '@promptvault/testing/samples';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCsv } from '../read-csv.ts';
import { convertPrompt } from './convert-prompt.ts';
import { detectLanguage, PROMPT_LANGUAGES, type PromptLanguage } from './detect-language.ts';

const samples = samplesDirectory();

const convert = (source: string, language?: PromptLanguage) => {
  const { value, problems } = convertPrompt(source, language);
  const { document } = value;
  return {
    ...value,
    texts: document.sections.map(({ text }) => text),
    variables: document.variables.map(({ name, type, default: fallback }) => [name, type, fallback]),
    codes: problems.map(({ code }) => code),
  };
};
const renderIt = (source: string, language: PromptLanguage, values: Record<string, unknown>) =>
  render(convertPrompt(source, language).value.document, values)
    .messages.map(({ content }) => content)
    .join('\n---\n');

describe('from f-strings', () => {
  it('turns names into variables, keeps braces, and tells what is lost', () => {
    const made = convert('Hi {name}, {price:.2f} {{x}} {"a": 1} {items[0]} {a+b}', 'fstring');
    expect(made.document.delimiters).toEqual(null);
    expect(made.texts).toEqual(['Hi {{name}}, {{price}} {x} {"a": 1} {{items.0}} {a+b}']);
    expect(made.codes).toEqual(['convert.form_dropped', 'convert.left_as_text', 'convert.left_as_text']);
  });

  it('writes text that looks like our tags under other delimiters', () => {
    expect(renderIt('{{{{not a tag}}}} {a}', 'fstring', { a: '1' })).toBe('{{not a tag}} 1');
  });
});

describe('from Jinja', () => {
  it('converts output, defaults, conditions with branches, loops and comments', () => {
    const source =
      '{# note #}Hi {{ name }} {{ tone | default("calm") }}{% if vip %} VIP{% elif known %} again{% else %} new{% endif %}.{% for f in files %}[{{ f.path }}{% if f.new %}*{% endif %}]{% else %}none{% endfor %}';
    const values = {
      name: 'Ada',
      files: [
        { path: 'a', new: true },
        { path: 'b', new: false },
      ],
    };
    expect(renderIt(source, 'jinja', { ...values, vip: true })).toBe('Hi Ada calm VIP.[a*][b]');
    expect(renderIt(source, 'jinja', { ...values, vip: false, known: true })).toBe(
      'Hi Ada calm again.[a*][b]',
    );
    expect(renderIt(source, 'jinja', { name: 'Ada', files: [], vip: false, known: false })).toBe(
      'Hi Ada calm new.none',
    );
    expect(convert(source, 'jinja').variables).toEqual([
      ['name', 'text', null],
      ['tone', 'text', 'calm'],
      ['vip', 'boolean', null],
      ['known', 'boolean', null],
      ['files', 'list', null],
    ]);
  });

  it('asks a list once where it is a condition', () => {
    const source = '{% if xs %}List:{% for x in xs %} {{ x }}{% endfor %}{% endif %}';
    expect(renderIt(source, 'jinja', { xs: ['a', 'b'] })).toBe('List: a b');
    expect(renderIt(source, 'jinja', { xs: [] })).toBe('');
  });

  it('makes switches and variables of what it cannot say, and tells so', () => {
    const made = convert(
      '{% if age >= 18 %}adult{% endif %}{{ name | upper }}{{ a + b }}{% macro x() %}{% endmacro %}',
      'jinja',
    );
    expect(made.texts).toEqual(['{{#age_18}}adult{{/age_18}}{{name}}{{a_b}}']);
    expect(made.codes).toEqual([
      'convert.condition_as_switch',
      'convert.filter_dropped',
      'convert.expression_as_variable',
      'convert.left_out',
      'convert.left_out',
    ]);
  });

  it('makes a switch of its own for each condition, and none that is called like a name of the text', () => {
    const source =
      '{% if age > 18 %}a{% elseif age < 18 %}b{% elif age > 18 %}c{% endif %}{{ age_18 }}{% verbatim %}{% if %}{% endverbatim %}';
    expect(convert(source, 'jinja').texts).toEqual([
      '{{#age_18_2}}a{{/age_18_2}}{{^age_18_2}}{{#age_18_3}}b{{/age_18_3}}{{^age_18_3}}{{#age_18_2}}c{{/age_18_2}}{{/age_18_3}}{{/age_18_2}}{{age_18}}{% if %}',
    ]);
  });

  it('keeps raw text, blocks, includes and extends', () => {
    const made = convert(
      '{% extends "base.j2" %}{% block body %}{% include "tone/voice.txt" %}{% raw %}{{ x }}{% endraw %}{% endblock %}',
      'jinja',
    );
    expect(made.document.extends).toBe('base');
    expect(made.document.delimiters).toEqual(['<%', '%>']);
    expect(made.texts).toEqual(['<%$body%><%> tone/voice%>{{ x }}<%/body%>']);
  });
});

describe('from Handlebars and dotprompt', () => {
  it('converts blocks, items and partials', () => {
    const source =
      '{{#each items as |item|}}{{item.name}}:{{this.size}}{{#if ../note}}!{{/if}} {{else}}none{{/each}}{{#unless ok}}no{{/unless}}{{> listItem a=1}}';
    const made = convert(source, 'handlebars');
    expect(made.texts).toEqual([
      '{{#items}}{{name}}:{{size}}{{#note}}!{{/note}} {{/items}}{{^items}}none{{/items}}{{^ok}}no{{/ok}}{{> listItem}}',
    ]);
    expect(made.codes).toEqual(['convert.arguments_dropped']);
  });

  it('reads front matter, schemas and roles', () => {
    const made = convert(
      '---\nmodel: x\nconfig: {temperature: 0.5, topK: 3}\ninput:\n  schema:\n    name: string, Who it is\n    tone?: "a" | "b"\n    tags: string[]\n  default: {name: Ada}\noutput:\n  schema:\n    answer: string\n    parts(array): {text: string}\n---\n{{role "system"}}\nBe kind.\n{{role "user"}}\nI am {{name}}. {{history}}',
    );
    expect(made.language).toBe('dotprompt');
    expect(made.document.sections.map(({ kind, text }) => [kind, text])).toEqual([
      ['system', 'Be kind.'],
      ['instructions', 'I am {{name}}.'],
    ]);
    expect(made.document.settings).toEqual({ temperature: 0.5, topK: 3 });
    expect(made.variables).toEqual([
      ['name', 'text', 'Ada'],
      ['tone', 'select', null],
      ['tags', 'list', null],
    ]);
    expect(made.document.responseSchema).toMatchObject({
      properties: { answer: { type: 'string' }, parts: { type: 'array' } },
    });
    expect(made.codes).toEqual(['convert.setting_left_out', 'convert.left_out']);
  });
});

it.each<[string, PromptLanguage]>([
  ['Hello ${name}', 'dollar'],
  ['Hello {{name}} {{#a}}{{/a}}', 'mustache'],
  ['{% if x %}', 'jinja'],
  ['{{ x | upper }}', 'jinja'],
  ['{{#each x}}{{/each}}', 'handlebars'],
  ['{{role "system"}}', 'dotprompt'],
  ['Hello {name}', 'fstring'],
  ['Hello {"a": 1}', 'text'],
])('takes %s for %s', (source, language) => {
  expect(detectLanguage(source)).toBe(language);
});

it('never throws, and answers a document that is valid and has no broken tag', () => {
  const seed = Date.now();
  const piece = fc.constantFrom(
    '{{',
    '}}',
    '{%',
    '%}',
    '{',
    '}',
    '{#',
    '#}',
    ' if x ',
    ' else ',
    ' endif ',
    'for a in b',
    'endfor',
    '#each x',
    '/each',
    '#if y',
    '/if',
    'else if z',
    'role "user"',
    '${a}',
    '---\n',
    'input: {}\n',
    '\n',
    '\\',
    '<%',
    '[[',
    '⟦0',
    'raw',
    'endraw',
    'x.y',
    "a['b']",
    '| d("q")',
    '\0',
    '\ud800',
    '$',
    '> p',
    '&',
    'block q',
    'endblock',
  );
  fc.assert(
    fc.property(
      fc.array(piece, { maxLength: 25 }),
      fc.constantFrom(undefined, ...PROMPT_LANGUAGES),
      (pieces, language) => {
        const { value } = convertPrompt(pieces.join(''), language);
        expect(promptDocumentSchema.safeParse(value.document).success).toBe(true);
        if (value.language === 'mustache') return;
        const broken = render(value.document, {}).problems.filter(({ code }) =>
          /^template\.(?!odd_name|empty_tag)/.test(code),
        );
        expect(broken).toEqual([]);
      },
    ),
    { seed, numRuns: 3_000 },
  );
});

describe.skipIf(!samples)('the samples', () => {
  it('converts and renders every prompt of the collection, marks of all 447 included', () => {
    const file = readFileSync(join(samples as string, 'prompts/prompts.csv'), 'utf8');
    const rows = readCsv(file).records.map(({ fields }) => fields[1] ?? '');
    const marked = rows.filter((text) => /\$\{[^}]+\}/.test(text));
    expect(marked.length).toBeGreaterThanOrEqual(447);
    for (const text of marked) {
      const { value } = convertPrompt(text, 'dollar');
      const values = Object.fromEntries(value.document.variables.map(({ name }) => [name, 'V']));
      const made = render(value.document, values);
      expect(made.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      expect(made.messages).toHaveLength(1);
    }
  });

  it('converts every dotprompt sample', () => {
    const folder = join(samples as string, 'templates/dotprompt-samples');
    const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
      name.endsWith('.prompt'),
    );
    expect(files.length).toBeGreaterThan(20);
    for (const name of files) {
      const { value, problems } = convertPrompt(readFileSync(join(folder, name), 'utf8'), 'dotprompt');
      expect(promptDocumentSchema.safeParse(value.document).success).toBe(true);
      expect(value.document.sections.length).toBeGreaterThan(0);
      const isBroken = problems.some(({ severity }) => severity === 'error');
      expect([name, isBroken]).toEqual([name, /error-(?:unmatched|invalid|unclosed)/.test(name)]);
    }
  });
});
