import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { emptyDocument } from '../empty-document.ts';
import { randomDocuments } from '../random-documents.ts';
import type { PromptDocument } from '../shape.ts';
import { FILE_FORMATS, type PromptFile } from './prompt-file.ts';
import { readPromptFile } from './read-prompt-file.ts';
import { writePromptFile } from './write-prompt-file.ts';

const file = (document: Partial<PromptDocument>, more: Partial<PromptFile> = {}): PromptFile => ({
  title: 'House voice',
  description: '',
  path: null,
  tags: [],
  document: { ...emptyDocument(), ...document },
  ...more,
});
const section = (text: string, id = 'instructions') => ({
  id,
  kind: 'instructions' as const,
  role: null,
  text,
});
const texts = (source: string) => readPromptFile(source).value?.document.sections.map(({ text }) => text);
const codes = (source: string) => readPromptFile(source).problems.map(({ code }) => code);

describe('the file of a prompt', () => {
  it('reads well', () => {
    const written = writePromptFile(
      file(
        {
          sections: [
            { id: 'system', kind: 'system', role: null, text: 'You are **kind**.\n\n# Rules\n\n- One' },
            { id: 'x', kind: 'instructions', role: null, text: 'Write about {{topic}}.' },
            { id: 'message', kind: 'message', role: 'assistant', text: '' },
          ],
          variables: [
            {
              id: 'variable-topic',
              name: 'topic',
              type: 'select',
              description: 'What it is about.\nIn a word.',
              required: true,
              default: 'bees',
              options: ['bees', 'tea'],
            },
          ],
          settings: { temperature: 0.2 },
          extends: 'tone/base@production',
        },
        { description: 'Says it kindly: always.', tags: ['tone'], path: 'tone/house-voice' },
      ),
    );
    expect(written).toBe(`---
title: House voice
description: "Says it kindly: always."
path: tone/house-voice
tags:
  - tone
extends: tone/base@production
settings:
  temperature: 0.2
variables:
  - name: topic
    type: select
    description: |-
      What it is about.
      In a word.
    required: true
    default: bees
    options:
      - bees
      - tea
ids:
  sections:
    instructions: x
---

# System

You are **kind**.

# Rules

- One

# Instructions

Write about {{topic}}.

# Message (assistant)
`);
  });

  it.each([
    '# System',
    '\\# System',
    '\\\\# Message (user)',
    '---',
    '\n',
    ' ',
    '\r\n',
    'a\r',
    '# System\r',
    '\n\n\nx\n\n',
    '# Instructions\n',
    '\u2028# System',
    '#  System',
    '\ufeff',
    'a\n\n# Output format\n\nb',
  ])('keeps the text %j', (text) => {
    const given = file({ sections: [section(text), section('after', 'b'), section(text, 'c')] });
    expect(readPromptFile(writePromptFile(given))).toEqual({ value: given, problems: [] });
  });

  it.each(FILE_FORMATS)('reads what it wrote as %s, for any document', (format) => {
    const seed = Date.now();
    const line = fc.constantFrom(
      '# System',
      '# Message (user)',
      '\\# Context',
      '---',
      '',
      ' ',
      'x ',
      '\t',
      '\r',
      '...',
      '{{a}}',
      '- a: b',
      '| x',
      '# y',
      '"',
      "'",
      '%',
      '😀',
      '\u0085',
      '\u2028',
      '&a',
      '*a',
      '!t',
      '\ufeff',
      'null',
      '~',
      '1e3',
      '0x10',
      'true',
      '<<',
    );
    const hostile = fc.array(line, { maxLength: 8 }).map((lines) => lines.join('\n'));
    const json = fc.oneof(
      hostile,
      fc.dictionary(
        hostile.filter((key) => key !== '__proto__'),
        fc.oneof(
          hostile,
          fc.double({ noNaN: true, noDefaultInfinity: true }).filter((n) => !Object.is(n, -0)),
        ),
      ),
    );
    const document = fc
      .tuple(randomDocuments(fc), fc.array(hostile, { maxLength: 4 }), json)
      .map(([drawn, more, schema]) => ({
        ...drawn,
        responseSchema: schema,
        sections: [
          ...drawn.sections,
          ...more.map((text, index) =>
            section(text, `more ${index} ${text.slice(0, 9).toWellFormed().trim()}`),
          ),
        ],
        examples: [
          ...drawn.examples,
          ...more.map((text, index) => ({ id: `more${index}`, input: text, output: text })),
        ],
      }));
    const meta = fc.record({
      title: hostile,
      description: hostile,
      path: fc.constantFrom(null, 'a/b'),
      tags: fc.array(
        hostile.filter((tag) => tag !== ''),
        { maxLength: 3 },
      ),
    });
    fc.assert(
      fc.property(document, meta, (drawn, known) => {
        const given = JSON.parse(JSON.stringify({ ...known, document: drawn }));
        const read = readPromptFile(writePromptFile(given, format));
        expect(read.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
        expect(read.value).toEqual(given);
      }),
      { seed, numRuns: 400 },
    );
  });

  it('gives elements without ids the same ones each time', () => {
    const read = () =>
      readPromptFile('# Instructions\n\na\n\n# Instructions\n\nb\n').value?.document.sections;
    expect(read()).toEqual([
      { id: 'instructions', kind: 'instructions', role: null, text: 'a' },
      { id: 'instructions-2', kind: 'instructions', role: null, text: 'b' },
    ]);
  });

  it('reads what people write: no front matter, no headings, Windows lines, short variables', () => {
    expect(texts('Just a text.\n')).toEqual(['Just a text.']);
    expect(texts('---\r\ntitle: T\r\n---\r\n\r\n# System\r\n\r\nA\r\nB\r\n')).toEqual(['A\nB']);
    const read = readPromptFile(
      '---\ntitle: T\nvariables:\n  - name: a\n  - name: b\n    default: x\n---\n# System\nHi',
    );
    expect(read.value?.document.variables).toMatchObject([
      { id: 'variable-a', type: 'text', required: true, default: null },
      { id: 'variable-b', required: false, default: 'x' },
    ]);
    expect(texts('---\ntitle: T\n---\n# System\nHi')).toEqual(['Hi']);
  });

  it('says what is wrong and where', () => {
    expect(codes('a\0b')).toEqual(['file.unstorable']);
    expect(codes('---\ntitle: x\n')).toEqual(['file.front_matter_open']);
    expect(codes('---\n- a\n---\n')).toEqual(['file.front_matter']);
    expect(codes('---\nmodel: gpt\n---\nHi')).toEqual(['file.unknown_key']);
    const broken = readPromptFile('---\ntitle: x\ntags: [a\n---\nHi').problems[0];
    expect(broken).toMatchObject({ code: 'file.front_matter', from: { line: expect.any(Number) } });
    const wrong = readPromptFile('---\ntitle: x\nsettings:\n  temperature: hot\n---\nHi').problems;
    expect(wrong).toMatchObject([
      { code: 'file.invalid', subject: 'settings.temperature', from: { line: 4 } },
    ]);
    expect(readPromptFile('{"format": "promptvault/1",').problems[0]?.code).toBe('file.not_json');
    const bomb = `a: &a [x,x]\n${Array.from({ length: 30 }, (_, index) => `b${index}: &b${index} [*${index ? `b${index - 1}` : 'a'},*${index ? `b${index - 1}` : 'a'}]`).join('\n')}`;
    expect(codes(`---\n${bomb}\n---\nHi`)).toEqual(['file.front_matter']);
  });

  it('never throws, whatever the file', () => {
    const seed = Date.now();
    const piece = fc.constantFrom(
      '---\n',
      '# System\n',
      'title: x\n',
      'ids: ',
      '{',
      '[',
      '\n',
      '&a ',
      '*a',
      '- ',
      'format: promptvault/1\n',
      'document:\n',
      '  sections: 3\n',
      '\r\n',
      'variables: [3]\n',
      '"',
    );
    fc.assert(
      fc.property(
        fc.array(piece, { maxLength: 15 }),
        fc.constantFrom(undefined, ...FILE_FORMATS),
        (pieces, format) => {
          readPromptFile(pieces.join(''), format);
        },
      ),
      { seed, numRuns: 1_000 },
    );
  });
});
