import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findCursorContext } from './cursor-context.ts';
import { listNames } from './list-names.ts';
import { outlineTemplate } from './outline-template.ts';
import { parse } from './parse.ts';

/** `|` is the cursor. */
const at = (marked: string, delimiters: [string, string] | null = null) =>
  findCursorContext(marked.replace('|', ''), marked.indexOf('|'), delimiters);

describe('findCursorContext', () => {
  it.each<[string, object]>([
    ['Hello {{na|', { kind: 'name', as: 'text', from: 8, to: 10, query: 'na' }],
    ['Hello {{ na|me }}', { kind: 'name', as: 'text', from: 9, to: 13, query: 'na' }],
    ['{{{ra|', { kind: 'name', as: 'text', query: 'ra' }],
    ['{{#fi|', { kind: 'name', as: 'section' }],
    ['{{^|}}', { kind: 'name', as: 'inverted', query: '' }],
    ['{{#files}}{{pa|', { kind: 'name', scopes: ['files'] }],
    ['{{^files}}{{pa|', { kind: 'name', scopes: [] }],
    ['{{> tone/ho|use@3}}', { kind: 'path', as: 'partial', from: 4, to: 16, query: 'tone/ho' }],
    ['{{< ba|', { kind: 'path', as: 'parent', query: 'ba' }],
    ['{{> tone/house@pro|', { kind: 'ref', path: 'tone/house', from: 15, query: 'pro' }],
    ['{{> *wh|', { kind: 'name', as: 'dynamic', query: 'wh' }],
    ['{{#a}}{{^b}}x{{/|', { kind: 'close', names: ['b', 'a'] }],
    ['{{<base@1}}{{$ti|', { kind: 'block', parent: 'base@1', query: 'ti' }],
    ['{{$ti|', { kind: 'block', parent: null }],
    ['{{=<% %>=}}<%na|', { kind: 'name', query: 'na', delimiters: ['<%', '%>'] }],
  ])('knows what is written at %s', (marked, expected) => {
    expect(at(marked)).toMatchObject(expected);
  });

  it.each(['Hel|lo', '{{a}}|', '{{a}} b|', '{{! a|', '{{=<|', '{{a\nb|', '{{=<% %>=}}{{a|'])(
    'answers nothing at %s',
    (marked) => {
      expect(at(marked)).toBeUndefined();
    },
  );

  it('honours the delimiters of the document', () => {
    expect(at('{{x}} <% na|', ['<%', '%>'])).toMatchObject({ kind: 'name', query: 'na' });
  });

  it('never throws, and replaces a range around the cursor', () => {
    const seed = Date.now();
    const piece = fc.constantFrom('{{', '}}', '#', '/', '>', '<', '$', '@', 'a', '=', '\n', ' ', '*', '<%');
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), fc.nat(60), (pieces, offset) => {
        const source = pieces.join('');
        const found = findCursorContext(source, offset);
        if (!found) return;
        const cursor = Math.min(offset, source.length);
        expect(found.from).toBeLessThanOrEqual(cursor);
        expect(found.to).toBeGreaterThanOrEqual(cursor);
        expect(source.slice(found.from, cursor)).toBe(found.query);
      }),
      { seed, numRuns: 3_000 },
    );
  });
});

describe('listNames', () => {
  it('gives each name its exact place, closing tags included', () => {
    const source = '{{# files }}{{&path}}{{> *which}}{{/files}}{{<*p}}{{$b}}{{x}}{{/b}}{{/*p}}';
    const names = listNames(parse(source));
    expect(names.map(({ as, from, to, scopes }) => [as, source.slice(from, to), scopes.length])).toEqual([
      ['section', 'files', 0],
      ['text', 'path', 1],
      ['dynamic', 'which', 1],
      ['close', 'files', 0],
      ['dynamic', 'p', 0],
      ['block', 'b', 0],
      ['text', 'x', 0],
      ['close', 'b', 0],
      ['close', 'p', 0],
    ]);
  });
});

describe('outlineTemplate', () => {
  it('nests headings and tags, and leaves headings in fences alone', () => {
    const source =
      '# Task\n{{#files}}\n## File\n{{> part@1}}\n{{/files}}\n```\n# no\n```\n## More ##\n# End\n{{^x}}{{/x}}';
    const lines = (entries: ReturnType<typeof outlineTemplate>, indent = ''): string[] =>
      entries.flatMap(({ kind, name, children }) => [
        `${indent}${kind} ${name}`,
        ...lines(children, `${indent} `),
      ]);
    expect(lines(outlineTemplate(parse(source)))).toEqual([
      'heading Task',
      ' section files',
      '  heading File',
      '   partial part@1',
      ' heading More',
      'heading End',
      ' inverted x',
    ]);
  });
});
