import { processorMs } from '@promptvault/testing/processor-time';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';

const codes = (source: string) => parse(source).problems.map((problem) => problem.code);

describe('parse', () => {
  it('gives every tag its exact place', () => {
    const { tags, source } = parse('Hello {{ name }}\r\n{{#list}}x{{/list}}');
    expect(tags.map(({ kind, from, to }) => [kind, source.slice(from, to)])).toEqual([
      ['variable', '{{ name }}'],
      ['section', '{{#list}}'],
      ['close', '{{/list}}'],
    ]);
    expect(source.slice(tags[0]?.nameFrom, tags[0]?.nameTo)).toBe('name');
  });

  it('positions problems by line and column', () => {
    const [problem] = parse('one\n  {{#open}} two').problems;
    expect(problem).toMatchObject({
      severity: 'error',
      code: 'template.unclosed_section',
      subject: 'open',
      from: { offset: 6, line: 2, column: 3 },
      to: { offset: 15, line: 2, column: 12 },
    });
  });

  it.each([
    ['{{name', ['template.unclosed_tag']],
    ['{{ a {{b}}', ['template.unclosed_tag']],
    ['{{{a}} b', ['template.unclosed_tag']],
    ['{{}} {{ }}', ['template.empty_tag', 'template.empty_tag']],
    ['{{=a=}}', ['template.bad_delimiters']],
    ['{{=a b c=}}', ['template.bad_delimiters']],
    ['{{/a}}', ['template.stray_close']],
    ['{{#a}}{{/b}}{{/a}}', ['template.mismatched_close']],
    ['{{#a}}{{#b}}{{/a}}', ['template.unclosed_section']],
    [
      '{{#each items}}{{/each}}',
      ['template.odd_name', 'template.mismatched_close', 'template.unclosed_section'],
    ],
    ['{{Überschrift}} {{a.b-c}} {{.}} {{$x}}{{/x}}', []],
  ])('%s → %j', (source, expected) => {
    expect(codes(source)).toEqual(expected);
  });

  it('keeps an invalid tag as text and reads on', () => {
    const { nodes } = parse('{{ a {{b}} c');
    expect(nodes.map((node) => [node.kind, node.from, node.to])).toEqual([
      ['text', 0, 5],
      ['variable', 5, 10],
      ['text', 10, 12],
    ]);
  });

  it('reads references with a ref, slashes and a listing', () => {
    const { nodes } = parse('{{> tone/house-voice@production}}{{> @acme-kit/deep/path@1.2}}');
    expect(nodes.filter((node) => node.kind === 'partial').map((node) => node.reference)).toEqual([
      'tone/house-voice@production',
      '@acme-kit/deep/path@1.2',
    ]);
  });

  it('stops at the nesting limit with one problem', () => {
    const source = '{{#a}}'.repeat(100_000) + '{{/a}}'.repeat(100_000);
    expect(codes(source)).toEqual(['template.too_deep']);
  });

  it.each([
    ['opening signs', '{{'.repeat(500_000)],
    ['opening signs before one close', `${'{{ '.repeat(300_000)}}}`],
    ['triple signs before one close', `${'{{{ '.repeat(200_000)}}}}`],
    ['delimiter changes', '{{=<% %>=}}<%={{ }}=%>'.repeat(40_000)],
    ['stray closes', '{{/a}}'.repeat(160_000)],
    ['unclosed comments', '{{! '.repeat(250_000)],
    ['whitespace', `${' '.repeat(900_000)}{{#a}}${' '.repeat(90_000)}{{/a}}`],
    ['1,000,000 characters of tags', '{{a}}'.repeat(200_000)],
  ])('reads a megabyte of %s in bounded time', (_name, source) => {
    const started = processorMs();
    const { problems } = parse(source);
    expect(problems.length).toBeLessThanOrEqual(101);
    expect(processorMs() - started).toBeLessThan(3_000);
  });
});
