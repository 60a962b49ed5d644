import { processorMs } from '@promptvault/testing/processor-time';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { escapeHtml } from './print-value.ts';
import { type RenderOptions, renderTemplate } from './render.ts';

const render = (source: string, values: unknown = {}, options: RenderOptions = {}) =>
  renderTemplate(parse(source), values, options);
const text = (source: string, values?: unknown, options?: RenderOptions) =>
  render(source, values, options).text;
const codes = (source: string, values?: unknown, options?: RenderOptions) =>
  render(source, values, options).problems.map((problem) => problem.code);
const partials = (sources: Record<string, string>) => ({
  partial: (name: string) => (sources[name] === undefined ? undefined : { source: sources[name] }),
});

describe('renderTemplate', () => {
  it('writes values as they are unless escaping is asked for', () => {
    expect(text('{{a}}', { a: '<b> & "c"' })).toBe('<b> & "c"');
    expect(text('{{a}} {{{a}}}', { a: '<' }, { escape: escapeHtml })).toBe('&lt; <');
  });

  it('never parses a value again', () => {
    const value = '{{x}} {{> p}} {{#x}}{{/x}} {{=<% %>=}} {{{x}}} $x\r\n\t$& $1';
    const options = { partial: () => ({ source: 'never' }) };
    expect(text('{{a}}', { a: value, x: 'never' }, options)).toBe(value);
    expect(text('{{#list}}{{.}}{{/list}}', { list: [value] }, options)).toBe(value);
  });

  it('takes in the prompt that each item of a list names', () => {
    const options = partials({ 'tone/a': 'A{{x}}', 'tone/b': 'B' });
    expect(text('{{#parts}}{{>*.}},{{/parts}}', { parts: ['tone/a', 'tone/b'], x: 1 }, options)).toBe(
      'A1,B,',
    );
  });

  it('writes any value byte for byte inside sections and indented partials', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (value) => {
        const made = text(
          '{{#on}}\n  {{> p}}\n{{/on}}',
          { on: true, value },
          partials({ p: '[{{value}}]\n' }),
        );
        expect(made).toBe(`  [${value}]\n`);
      }),
      { seed },
    );
  });

  it('reads own properties only', () => {
    expect(text('{{constructor}}{{__proto__}}{{a.length}}{{toString}}', { a: 'x' })).toBe('');
    expect(codes('{{constructor}}', {})).toEqual(['variable.missing']);
  });

  it('writes lists joined, objects as JSON, null as nothing', () => {
    expect(text('{{a}}|{{b}}|{{c}}|{{d}}', { a: [1, 'x', true], b: { k: 1 }, c: null, d: 0 })).toBe(
      '1, x, true|{\n  "k": 1\n}||0',
    );
  });

  it('answers a cyclic or very deep value with a problem', () => {
    const cyclic: Record<string, unknown> = {};
    cyclic.self = cyclic;
    let deep: unknown = {};
    for (let level = 0; level < 100_000; level += 1) deep = { deep };
    expect(codes('{{a}} {{b}}', { a: cyclic, b: deep })).toEqual([
      'variable.unprintable',
      'variable.unprintable',
    ]);
  });

  it('reports a missing value once for its place, in a partial at the tag that brought it in', () => {
    const { problems } = render('x\n {{> p}}', {}, partials({ p: '{{gone}}' }));
    expect(problems).toMatchObject([
      { severity: 'warning', code: 'variable.missing', subject: 'gone', from: { line: 2, column: 2 } },
    ]);
  });

  it('reports an unknown partial and one with faults', () => {
    expect(codes('{{> a}}{{> b}}', {}, partials({ b: '{{#open}}' }))).toEqual([
      'partial.unknown',
      'partial.invalid',
    ]);
  });

  it('follows data through a recursive partial', () => {
    const tree = { name: 'a', nodes: [{ name: 'b', nodes: [] }] };
    expect(text('{{> node}}', tree, partials({ node: '{{name}}<{{#nodes}}{{> node}}{{/nodes}}>' }))).toBe(
      'a<b<>>',
    );
  });

  it('hands a block that contains itself its default', () => {
    const source = '{{<p}}{{$a}}[{{$a}}inner{{/a}}]{{/a}}{{/p}}';
    expect(text(source, {}, partials({ p: '{{$a}}outer{{/a}}' }))).toBe('[inner]');
  });
});

describe('hostile templates end with a problem', () => {
  const twice = partials(
    Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}`, `{{> p${i + 1}}}`.repeat(2)])),
  );
  const list = (length: number) => Array.from({ length }, () => 1);
  const nested = (depth: number, inner: string) => '{{#l}}'.repeat(depth) + inner + '{{/l}}'.repeat(depth);

  it.each<[string, string, string, unknown, RenderOptions]>([
    ['a partial that includes itself', 'partial.cycle', '{{> a}}', {}, partials({ a: 'x{{> a}}' })],
    ['two that include each other', 'partial.cycle', '{{> a}}', {}, partials({ a: '{{> b}}', b: '{{> a}}' })],
    [
      'a parent that extends itself',
      'partial.cycle',
      '{{<a}}{{/a}}',
      {},
      partials({ a: '{{<a}}{{$b}}{{/b}}{{/a}}' }),
    ],
    [
      'a chain deeper than the limit',
      'limit.depth',
      '{{> p0}}',
      {},
      partials(Object.fromEntries(Array.from({ length: 40 }, (_, i) => [`p${i}`, `{{> p${i + 1}}}`]))),
    ],
    ['an exponential bomb', 'limit.partials', '{{> p0}}', {}, { ...twice, limits: { depth: 50 } }],
    [
      'a bomb of one that includes itself twice',
      'partial.cycle',
      '{{> a}}',
      {},
      partials({ a: '{{> a}}{{> a}}' }),
    ],
    ['a list in a list in a list', 'limit.iterations', nested(20, ''), { l: list(1_000) }, {}],
    ['many nodes in a list', 'limit.steps', nested(1, '{{a}}'.repeat(10_000)), { l: list(1_000), a: '' }, {}],
    ['a text that doubles', 'limit.output', nested(3, '{{a}}'), { l: list(40), a: 'x'.repeat(100_000) }, {}],
    [
      'a huge indentation',
      'limit.output',
      `${' '.repeat(100_000)}{{> p}}`,
      {},
      partials({ p: 'x\n'.repeat(100_000) }),
    ],
    [
      'huge partials',
      'limit.source',
      Array.from({ length: 40 }, (_, i) => `{{> ${i}}}`).join(''),
      {},
      { partial: () => ({ source: 'x'.repeat(900_000) }), limits: { output: 1e9 } },
    ],
  ])('%s: %s', (_name, code, source, values, options) => {
    const started = processorMs();
    const result = render(source, values, options);
    expect(result.problems.map((problem) => problem.code)).toContain(code);
    expect(result.text.length).toBeLessThanOrEqual(options.limits?.output ?? 4_000_000);
    expect(processorMs() - started).toBeLessThan(5_000);
  });

  it('renders 100,000 nested sections and 1,000 variables', () => {
    expect(() => text('{{#a}}'.repeat(100_000), { a: true })).not.toThrow();
    const names = Array.from({ length: 1_000 }, (_, i) => `v${i}`);
    const source = names.map((name) => `{{${name}}}`).join(' ');
    expect(text(source, Object.fromEntries(names.map((name) => [name, name])))).toBe(names.join(' '));
  });

  it('nests to the limits of sections and partials at once', () => {
    const wrap = (inner: string) => '{{#a}}'.repeat(100) + inner + '{{/a}}'.repeat(100);
    const sources = Object.fromEntries(
      Array.from({ length: 31 }, (_, i) => [`p${i}`, wrap(i < 30 ? `{{> p${i + 1}}}` : 'end')]),
    );
    expect(text(wrap('{{> p0}}'), { a: true }, partials(sources))).toBe('end');
  });

  it('never throws on arbitrary templates made of pieces', () => {
    const seed = Date.now();
    const piece = fc.constantFrom(
      '{{',
      '}}',
      '{{{',
      '}}}',
      '#',
      '/',
      '^',
      '>',
      '<',
      '$',
      '!',
      '=',
      '&',
      ' ',
      '\n',
      '\r\n',
      'a',
      'b',
      '.',
      '*',
      '{{#a}}',
      '{{/a}}',
      '{{>a}}',
      '{{<a}}',
      '{{$b}}',
      '{{/b}}',
      '{{=<% %>=}}',
      '<%',
      '%>',
      '  ',
    );
    const source = fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join(''));
    const values = fc.dictionary(fc.constantFrom('a', 'b', ''), fc.jsonValue());
    fc.assert(
      fc.property(source, source, values, (template, included, data) => {
        const { text: made } = render(template, data, partials({ a: included, b: template }));
        expect(typeof made).toBe('string');
      }),
      { seed, numRuns: 2_000 },
    );
  });
});
