import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hashMessages } from './canonical-json.ts';
import { emptyDocument } from './empty-document.ts';
import { randomDocuments } from './random-documents.ts';
import { type RenderDocumentOptions, render } from './render.ts';
import type { PromptDocument, Section, Variable } from './shape.ts';

const randomDocument = randomDocuments(fc);

const section = (kind: Section['kind'], text: string, more: Partial<Section> = {}): Section => ({
  id: `${kind}-${text.length}`,
  kind,
  role: null,
  text,
  ...more,
});
const variable = (name: string, more: Partial<Variable> = {}): Variable => ({
  id: name,
  name,
  type: 'text',
  description: '',
  required: true,
  default: null,
  options: [],
  ...more,
});
const write = (text: string, more: Partial<PromptDocument> = {}): PromptDocument => ({
  ...emptyDocument(),
  sections: [section('instructions', text)],
  ...more,
});
const codes = (document: PromptDocument, values = {}, options: RenderDocumentOptions = {}) =>
  render(document, values, null, options)
    .problems.filter(({ severity }) => severity !== 'info')
    .map(({ severity, code, subject }) => `${severity} ${code} ${subject ?? ''}`.trim());
const content = (document: PromptDocument, values = {}, options: RenderDocumentOptions = {}) =>
  render(document, values, null, options).messages.at(-1)?.content;

describe('render', () => {
  it('joins the pieces in their order by one blank line', () => {
    const document: PromptDocument = {
      ...emptyDocument(),
      sections: [
        section('output_format', '\n\nJSON\n'),
        section('examples', 'Examples follow.\n\n'),
        section('message', 'And then?\n', { role: 'assistant' }),
        section('context', '  Files:\n'),
        section('system', 'You are {{who}}.'),
        section('instructions', ' \n'),
        section('instructions', '{{#on}}\nDo it.\n{{/on}}\n'),
        section('system', 'Be brief.\n'),
      ],
      examples: [{ id: 'e', input: '{{in}}', output: 'out' }],
      variables: [variable('who')],
    };
    const pack = { items: [{ path: 'src/a.ts', from: 3, to: 4, text: 'let a;\n', hash: 'h' }] };
    const made = render(document, { who: 'Ada', on: true }, pack);
    expect(made.messages).toEqual([
      { role: 'system', content: 'You are Ada.\n\nBe brief.' },
      {
        role: 'user',
        content:
          'Do it.\n\n  Files:\n\nsrc/a.ts (lines 3-4)\n```ts\nlet a;\n```\n\nExamples follow.\n\nInput:\n{{in}}\nOutput:\nout\n\nJSON',
      },
      { role: 'assistant', content: 'And then?\n' },
    ]);
    expect(made.hash).toBe(hashMessages(made.messages));
    expect(made.sections.map(({ kind, part }) => `${kind} ${part}`)).toEqual([
      'system text',
      'system text',
      'instructions text',
      'context text',
      'context files',
      'examples text',
      'examples examples',
      'output_format text',
      'message text',
    ]);
  });

  it('sends examples as pairs before the user message', () => {
    const examples = [{ id: 'e', input: 'a', output: 'b' }];
    const { messages } = render(write('go', { examples, examplesAs: 'messages' }), {});
    expect(messages.map(({ role, content: text }) => `${role}: ${text}`)).toEqual([
      'user: a',
      'assistant: b',
      'user: go',
    ]);
  });

  it('fences a file longer than any fence in it', () => {
    const pack = { items: [{ path: 'a\nb.md', text: '````\nx', hash: 'h' }] };
    expect(render(emptyDocument(), {}, pack).messages[0]?.content).toBe(
      'a\u{fffd}b.md\n`````md\n````\nx\n`````',
    );
  });

  it('has a fixed hash', () => {
    expect(render(write('Hello {{a}}'), { a: 'é😀' }).hash).toBe(
      hashMessages([{ role: 'user', content: 'Hello é😀' }]),
    );
    expect(hashMessages([{ role: 'user', content: 'x' }])).toBe(
      '7c5139ff349b5009ca51b90118aa039f0c9e60fa9bfb4010bc15a58439c7759f',
    );
  });

  it('is never silently empty', () => {
    expect(codes(write('{{a}}'))).toEqual(['error variable.missing a', 'error document.empty']);
    expect(codes(write('{{a}}', { variables: [variable('a')] }), { a: '' })).toEqual([
      'error variable.missing a',
      'error document.empty',
    ]);
    expect(codes(write('x {{a}}', { variables: [variable('a', { required: false })] }))).toEqual([]);
    expect(codes(write('x {{#a}}y{{/a}}'))).toEqual([]);
    expect(codes(write('x {{#on}}{{who}}{{/on}}'), { on: true })).toEqual(['error variable.missing who']);
    expect(codes(write('x {{#user}}{{who}}{{/user}}'), { user: { who: 'me' } })).toEqual([]);
    expect(codes(write('x {{#files}}{{path}}{{/files}}'), { files: [{}] })).toEqual([
      'warning variable.missing path',
    ]);
  });

  it('uses defaults, and takes dotted names flat or nested', () => {
    const variables = [variable('a', { default: 'A' }), variable('u.name')];
    const document = write('{{a}} {{u.name}}', { variables });
    expect(content(document, { 'u.name': 'x' })).toBe('A x');
    expect(content(document, { a: 'B', u: { name: 'y' } })).toBe('B y');
    expect(codes(document, { 'u.name': 'x' })).toEqual([]);
  });

  it.each<[Variable['type'], unknown, string | undefined]>([
    ['number', ' 1.50 ', '1.5'],
    ['number', 'x', undefined],
    ['boolean', 'TRUE', 'true'],
    ['boolean', 1, undefined],
    ['select', 'one', 'one'],
    ['select', 'two', undefined],
    ['list', 'a\r\n\nb', 'a, b'],
    ['list', { a: 1 }, undefined],
    ['json', '{"a":[1]}', '{\n  "a": [\n    1\n  ]\n}'],
    ['json', '{', undefined],
    ['file', { name: 'a.txt', text: '{{b}}' }, '{{b}}'],
    ['file', { name: 'a.txt' }, undefined],
    ['text', 7, '7'],
    ['text', ['a'], undefined],
  ])('fits %s from %j', (type, given, expected) => {
    const document = write('{{a}}', { variables: [variable('a', { type, options: ['one'] })] });
    if (expected === undefined) expect(codes(document, { a: given })).toEqual(['error variable.mistyped a']);
    else expect([content(document, { a: given }), codes(document, { a: given })]).toEqual([expected, []]);
  });

  it('reports bad defaults, doubles, values for nothing and what is unused', () => {
    const variables = [
      variable('n', { type: 'number', default: 'x' }),
      variable('m', { id: 'm1' }),
      variable('m', { id: 'm2' }),
    ];
    const { problems } = render(write('{{n}} {{free}}', { variables }), { other: 1, free: 'x' });
    expect(problems.map(({ code, subject }) => [code, subject])).toEqual([
      ['variable.bad_default', 'n'],
      ['variable.extra', 'other'],
      ['variable.duplicate', 'm'],
      ['variable.unused', 'm'],
      ['variable.undeclared', 'free'],
    ]);
  });

  it('resolves references, tells of floating and unknown ones, and uses their defaults', () => {
    const sources: Record<string, string> = { 'p@1': 'Hi {{who}}', q: '{{> p@1}}' };
    const partial = (reference: string) => {
      const source = sources[reference];
      return source === undefined ? undefined : { source, variables: [variable('who', { default: 'you' })] };
    };
    expect(content(write('{{> q}}!'), {}, { partial })).toBe('Hi you!');
    expect(codes(write('x {{> q}} {{> none@2}}'), {}, { partial })).toEqual([
      'warning reference.floating q',
      'error partial.unknown none@2',
    ]);
  });

  it('names the references that values hold, and knows the variables of what they lead to', () => {
    const document = write('{{> voice}} {{>*which}}{{^which}}none{{/which}}');
    const texts: Record<string, string> = {
      voice: 'Be kind.',
      mail: 'Write to {{who}}. {{> voice}} {{>*next}}',
    };
    const partial = (reference: string) => {
      const source = texts[reference];
      return source === undefined
        ? undefined
        : { source, variables: reference === 'mail' ? [variable('who', { default: 'Ada' })] : [] };
    };
    const given = { which: 'mail', next: 'nowhere' };
    const first = render(document, given, null, { partial });
    expect(first.held).toEqual(['mail', 'nowhere']);
    expect(render(document, {}, null, { partial }).held).toEqual([]);
    expect(render(write('{{> voice}}'), {}, null, { partial }).held).toBeNull();
    const whole = { partial, held: first.held as string[] };
    expect(content(document, given, whole)).toBe('Be kind. Write to Ada. Be kind. ');
    expect(codes(document, { ...given, who: 'Mira' }, whole)).toEqual([
      'warning reference.floating voice',
      'error partial.unknown nowhere',
    ]);
  });

  it('shares its limits among the sections', () => {
    const sections = ['1', '2', '3'].map((id) => ({ ...section('instructions', '{{a}}'), id }));
    const made = render({ ...emptyDocument(), sections }, { a: 'x'.repeat(60) }, null, {
      limits: { output: 100 },
    });
    expect(made.sections.reduce((sum, { text }) => sum + text.length, 0)).toBe(100);
    expect(made.problems.map(({ code }) => code)).toContain('limit.output');
  });

  it('never throws, and gives equal bytes for equal input', () => {
    const seed = Date.now();
    const values = fc.dictionary(
      fc.constantFrom('a', 'b', 'b.c', 'x', '__proto__', 'constructor'),
      fc.jsonValue(),
    );
    fc.assert(
      fc.property(randomDocument, values, randomDocument, (document, given, other) => {
        const partial = () => ({ source: other.sections[0]?.text ?? '', variables: other.variables });
        const first = render(document, given, null, { partial });
        expect(render(structuredClone(document), given, null, { partial })).toEqual(first);
      }),
      { seed, numRuns: 500 },
    );
  });

  it('never renders a value again', () => {
    const seed = Date.now();
    const value = fc.array(
      fc.constantFrom('{{a}}', '{{> p}}', '{{#a}}', '{{/a}}', '{{=<% %>=}}', 'x', '\n', '<%a%>'),
    );
    fc.assert(
      fc.property(value, (pieces) => {
        const a = pieces.join('');
        expect(content(write('[{{a}}]'), { a })).toBe(a === '' ? '[]' : `[${a}]`);
        expect(content(write('[{{#l}}{{.}}{{/l}}]'), { l: [a] })).toBe(`[${a}]`);
      }),
      { seed },
    );
  });
});
