import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkDocument } from './check-document.ts';
import { documentVariables } from './document-variables.ts';
import { emptyDocument } from './empty-document.ts';
import type { IncludedPrompt } from './follow-references.ts';
import { partialText } from './partial-text.ts';
import { randomDocuments } from './random-documents.ts';
import { render } from './render.ts';
import type { PromptDocument, Section, Variable } from './shape.ts';

type Texts = Partial<Record<Section['kind'], string | string[]>>;

const write = (texts: Texts, more: Partial<PromptDocument> = {}): PromptDocument => ({
  ...emptyDocument(),
  sections: Object.entries(texts).flatMap(([kind, text]) =>
    [text]
      .flat()
      .map((one, index) => ({ id: `${kind}${index}`, kind: kind as Section['kind'], role: null, text: one })),
  ),
  ...more,
});
const variable = (name: string, more: Partial<Variable> = {}): Variable => ({
  id: name,
  name,
  type: 'text',
  description: '',
  required: false,
  default: null,
  options: [],
  ...more,
});

const prompts =
  (documents: Record<string, PromptDocument>) =>
  (reference: string): IncludedPrompt | undefined => {
    const document = documents[reference];
    if (!document) return undefined;
    const { sections, delimiters, variables } = document;
    return { source: partialText(sections), delimiters, variables, document };
  };
const contents = (document: PromptDocument, documents: Record<string, PromptDocument>, values = {}) =>
  render(document, values, null, { partial: prompts(documents) }).messages.map(({ content }) => content);
const problems = (document: PromptDocument, documents: Record<string, PromptDocument>) =>
  render(document, {}, null, { partial: prompts(documents) })
    .problems.filter(({ severity }) => severity !== 'info')
    .map(({ code, subject }) => `${code} ${subject ?? ''}`.trim());

describe('a document that extends another', () => {
  it('takes the kinds of sections it does not define, and keeps its own', () => {
    const parent = write({ system: 'Be kind.', instructions: ['One.', 'Two.'], output_format: 'JSON' });
    const child = write({ instructions: 'Mine.', context: 'Here:' }, { extends: 'base@1' });
    expect(contents(child, { 'base@1': parent })).toEqual(['Be kind.', 'Mine.\n\nHere:\n\nJSON']);
  });

  it('fills the blocks of the parent with a section that holds nothing but blocks', () => {
    const parent = write({
      instructions: 'To {{who}}:\n{{$body}}\n  Nothing.\n{{/body}}\n{{$end}}Bye{{/end}}',
    });
    const child = write({ instructions: '{{$body}}\n  {{what}}!\n{{/body}}\n' }, { extends: 'base@1' });
    expect(contents(child, { 'base@1': parent }, { who: 'Ada', what: 'Hi' })).toEqual([
      'To Ada:\n  Hi!\nBye',
    ]);
  });

  it('follows a chain, the nearest block winning, each text under its own delimiters', () => {
    const oldest = write(
      { instructions: '<%$a%>A<%/a%> <%$b%>B<%/b%> {{c}} <%c%>' },
      { delimiters: ['<%', '%>'] },
    );
    const middle = write({ instructions: '{{$a}}a{{/a}}{{$b}}b{{/b}}' }, { extends: 'oldest@1' });
    const child = write({ instructions: '{{=[ ]=}}[$b]own {{d}} [d][/b]' }, { extends: 'middle@1' });
    const documents = { 'oldest@1': oldest, 'middle@1': middle };
    expect(contents(child, documents, { c: 'C', d: 'D' })).toEqual(['a own {{d}} D {{c}} C']);
  });

  it('inherits variables and tools by name, settings by key, examples and schema as a whole', () => {
    const tool = (name: string, description: string) => ({ id: name, name, description, parameters: {} });
    const parent = write(
      { instructions: '{{tone}} {{size}}' },
      {
        variables: [variable('tone', { default: 'calm' }), variable('size', { type: 'number', default: 3 })],
        tools: [tool('find', 'old'), tool('read', 'old')],
        settings: { temperature: 0.2, seed: 7 },
        examples: [{ id: 'e', input: 'in', output: 'out' }],
        examplesAs: 'messages',
        responseSchema: { type: 'object' },
      },
    );
    const child = write(
      {},
      {
        extends: 'base@1',
        variables: [variable('tone', { default: 'bold' })],
        tools: [tool('find', 'new')],
        settings: { temperature: 1 },
      },
    );
    const made = render(child, {}, null, { partial: prompts({ 'base@1': parent }) });
    expect(made.messages.map(({ content }) => content)).toEqual(['in', 'out', 'bold 3']);
    expect(made.settings).toEqual({ temperature: 1, seed: 7 });
    expect(made.tools.map(({ name, description }) => [name, description])).toEqual([
      ['find', 'new'],
      ['read', 'old'],
    ]);
    expect(made.responseSchema).toEqual({ type: 'object' });
    const variables = documentVariables(child, { partial: prompts({ 'base@1': parent }) });
    expect(variables.map(({ name, source }) => [name, source])).toEqual([
      ['tone', 'document'],
      ['size', 'included'],
    ]);
    expect(made.sections.map(({ sectionId, part }) => [sectionId, part])).toEqual([
      [null, 'inherited'],
      [null, 'examples'],
    ]);
  });

  it('means the same where it is taken in by another prompt', () => {
    const documents = {
      'base@1': write({ system: 'Be {{$how}}kind{{/how}}.', instructions: 'Do.' }),
      'child@1': write({ system: '{{$how}}brief{{/how}}' }, { extends: 'base@1' }),
    };
    expect(contents(write({ instructions: '{{> child@1}}' }), documents)).toEqual(['Be brief.\n\nDo.']);
  });

  it('tells of parents that are unknown, circular, floating, too many, or without the block', () => {
    const base = write({ instructions: '{{$a}}{{/a}}x' });
    expect(problems(write({ instructions: 'x' }, { extends: 'gone@1' }), {})).toEqual([
      'extends.unknown gone@1',
    ]);
    const a = write({ instructions: '' }, { extends: 'b@1' });
    expect(problems(a, { 'b@1': { ...base, extends: 'c@1' }, 'c@1': { ...base, extends: 'b@1' } })).toContain(
      'extends.cycle b@1',
    );
    expect(problems(write({}, { extends: 'base' }), { base })).toEqual(['reference.floating base']);
    const chain = Object.fromEntries(
      Array.from({ length: 20 }, (_, index) => [`p${index}@1`, write({}, { extends: `p${index + 1}@1` })]),
    );
    expect(problems(write({ instructions: 'x' }, { extends: 'p0@1' }), chain)).toEqual([
      'extends.too_deep p16@1',
    ]);
    const fills = write({ instructions: '{{$nope}}x{{/nope}}' }, { extends: 'base@1' });
    expect(problems(fills, { 'base@1': base })).toEqual(['extends.block_unknown nope']);
  });

  it('places problems of inherited texts at the document, under a name that can be stored', () => {
    const parent = write({ instructions: '{{> gone@1}} {{who}} {{#open}}' });
    const made = render(write({}, { extends: 'base@1' }), {}, null, {
      partial: prompts({ 'base@1': parent }),
    });
    for (const problem of made.problems) {
      expect(JSON.stringify(problem).isWellFormed()).toBe(true);
      expect(problem.message.isWellFormed()).toBe(true);
      expect(problem.sectionId).toBeUndefined();
    }
    expect(made.problems.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['partial.unknown', 'partial.invalid', 'variable.missing']),
    );
  });

  it('sends what its parent sends when it says nothing itself', () => {
    const seed = Date.now();
    fc.assert(
      fc.property(
        randomDocuments(fc),
        fc.dictionary(fc.constantFrom('a', 'b'), fc.jsonValue()),
        (drawn, values) => {
          const parent = { ...drawn, extends: null };
          const child = write({}, { extends: 'base@1' });
          const partial = prompts({ 'base@1': parent });
          expect(render(child, values, null, { partial }).messages).toEqual(
            render(parent, values, null, { partial }).messages,
          );
        },
      ),
      { seed, numRuns: 500 },
    );
  });

  it('never throws, whatever extends whatever', () => {
    const seed = Date.now();
    const document = fc
      .tuple(randomDocuments(fc), fc.constantFrom(null, 'a@1', 'b', 'p@1', 'x'))
      .map(([drawn, reference]) => ({ ...drawn, extends: reference }));
    fc.assert(
      fc.property(document, document, document, (a, b, p) => {
        const partial = prompts({ 'a@1': a, b, 'p@1': p });
        const made = render(a, {}, null, { partial });
        expect(JSON.stringify([made.problems, checkDocument(b, { partial })]).isWellFormed()).toBe(true);
        for (const { message } of made.problems) expect(message.isWellFormed()).toBe(true);
      }),
      { seed, numRuns: 500 },
    );
  });
});
