import { describe, expect, it } from 'vitest';
import { detectReferences, isFloating } from './detect-references.ts';
import { detectVariables } from './detect-variables.ts';
import { highlight } from './highlight.ts';
import { parse } from './parse.ts';

const detect = (source: string) =>
  detectVariables(parse(source)).map(({ name, kind, optional, fields }) => ({
    name,
    kind,
    optional,
    fields,
  }));

describe('detectVariables', () => {
  it('tells text, flag and list apart', () => {
    expect(detect('{{topic}} {{#formal}}Dear{{/formal}} {{#tags}}{{.}}{{/tags}}')).toMatchObject([
      { name: 'topic', kind: 'text', optional: false },
      { name: 'formal', kind: 'flag' },
      { name: 'tags', kind: 'list' },
    ]);
  });

  it('takes names read only in a plural section as the fields of its items', () => {
    expect(detect('{{#files}}{{path}}: {{size}}{{/files}}{{#formal}}{{who}}{{/formal}}')).toEqual([
      { name: 'files', kind: 'list', optional: true, fields: ['path', 'size'] },
      { name: 'formal', kind: 'flag', optional: true, fields: [] },
      { name: 'who', kind: 'text', optional: false, fields: [] },
    ]);
  });

  it('knows a text that guards itself as optional', () => {
    expect(detect('{{#tone}}Tone: {{tone}}{{/tone}}')).toEqual([
      { name: 'tone', kind: 'text', optional: true, fields: [] },
    ]);
  });

  it('prefers what is known to the guess', () => {
    const known = new Map([['path', 'text' as const]]);
    const found = detectVariables(parse('{{#files}}{{path}}{{/files}}'), known);
    expect(found.map(({ name, kind }) => [name, kind])).toEqual([
      ['files', 'flag'],
      ['path', 'text'],
    ]);
  });

  it('gives places and scopes, and looks into blocks and dynamic names', () => {
    const [who, which] = detectVariables(
      parse('{{<p}}{{$b}}{{#on}}{{who}}{{/on}}{{/b}}{{/p}}{{>*which}}'),
    ).filter(({ name }) => name !== 'on');
    expect(who?.uses).toEqual([{ from: 19, to: 26, as: 'text', scopes: ['on'] }]);
    expect(which?.uses[0]?.as).toBe('dynamic');
    expect(detect('{{#part}}{{>*.}}{{/part}}')).toEqual([
      { name: 'part', kind: 'list', optional: true, fields: [] },
    ]);
  });
});

describe('detectReferences', () => {
  it('lists partials and parents with their places', () => {
    const found = detectReferences(parse('{{> a@1}}{{#s}}{{<b}}{{$c}}{{> d}}{{/c}}{{/b}}{{/s}}{{>*e}}'));
    expect(found.map(({ reference, kind, dynamic }) => [reference, kind, dynamic])).toEqual([
      ['a@1', 'partial', false],
      ['b', 'parent', false],
      ['d', 'partial', false],
      ['e', 'partial', true],
    ]);
  });

  it('knows a floating reference', () => {
    expect(['a/b', 'a/b@production', '@kit/a', '@kit/a@3'].map(isFloating)).toEqual([
      true,
      false,
      true,
      false,
    ]);
  });
});

describe('highlight', () => {
  it('answers spans in order without overlap, under the given delimiters', () => {
    const source = '<%a%> <%# b %> {{c}} <%/b%> <%! note %> <%';
    const spans = highlight(source, ['<%', '%>']);
    expect(spans.map(({ kind }) => kind)).toEqual(['variable', 'section', 'close', 'comment', 'error']);
    for (const [index, span] of spans.entries()) {
      expect(span.from).toBeGreaterThanOrEqual(spans[index - 1]?.to ?? 0);
    }
  });
});
