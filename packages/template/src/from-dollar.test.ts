// biome-ignore-all lint/suspicious/noTemplateCurlyInString: marks of this form are what is tested
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesDirectory } from '@promptvault/testing/samples';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fromDollar } from './from-dollar.ts';
import { parse } from './parse.ts';
import { renderTemplate } from './render.ts';

const samples = samplesDirectory();

/** The prompts of the sample file, by the quoting rules of CSV. */
function readPrompts(): string[] {
  const file = readFileSync(join(samples as string, 'prompts/prompts.csv'), 'utf8');
  const fields = [...file.matchAll(/(?:^|,|\n)(?:"((?:[^"]|"")*)"|([^,\r\n]*))(?=,|\r?\n|$)/g)];
  const values = fields.map((field) => field[1]?.replaceAll('""', '"') ?? field[2] ?? '');
  return values.filter((_, index) => index % 4 === 1).slice(1);
}

describe('fromDollar', () => {
  it('turns names and defaults into declared variables', () => {
    const { value, problems } = fromDollar('Teach ${language:Turkish} to ${Mother Language} as ${language}.');
    expect(value).toEqual({
      source: 'Teach {{language}} to {{mother_language}} as {{language}}.',
      delimiters: null,
      variables: [
        { name: 'language', original: 'language', default: 'Turkish' },
        { name: 'mother_language', original: 'Mother Language', default: null },
      ],
    });
    expect(problems.map(({ code }) => code)).toEqual(['dollar.renamed']);
  });

  it('leaves program text alone and says so', () => {
    const { value, problems } = fromDollar('`${error.message} ${i + 1} ${{ secrets.KEY }}`');
    expect(value.variables).toEqual([]);
    expect(problems.map(({ code }) => code)).toEqual(['dollar.left_as_text', 'dollar.left_as_text']);
  });

  it('reports a second default', () => {
    expect(fromDollar('${a:1} ${a:2}').problems.map(({ code }) => code)).toEqual(['dollar.other_default']);
  });

  it.each(['{{x}} ${a}', '{${a}} <%', '{{{ ${a} <% [[ << {% ⟦ ⟦0', '${a} {{=<% %>=}} <%a%>', '{{'])(
    'keeps signs of the source literal: %s',
    (source) => {
      const { value } = fromDollar(source);
      const values = Object.fromEntries(value.variables.map(({ name }) => [name, '${a}']));
      const { text } = renderTemplate(parse(value.source, { delimiters: value.delimiters }), values);
      expect(text).toBe(source);
    },
  );

  it('renders back to the source when each value is what was written', () => {
    const seed = Date.now();
    const piece = fc.constantFrom(
      '${a}',
      '${b c}',
      '{{',
      '}}',
      '{',
      '}',
      '$',
      '<%',
      '%>',
      '[[',
      '⟦',
      '\n',
      'x',
      '#',
      '{{a}}',
      '${a.b}',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const source = pieces.join('');
        const { value } = fromDollar(source);
        const values = Object.fromEntries(
          value.variables.map(({ name, original }) => [name, `\${${original}}`]),
        );
        // A name counts without the space around it in its mark.
        const names = new Set(value.variables.map(({ original }) => original));
        const plain = source.replace(/\$\{([^{}]+)\}/g, (mark, inner: string) =>
          names.has(inner.trim()) ? `\${${inner.trim()}}` : mark,
        );
        expect(renderTemplate(parse(value.source, { delimiters: value.delimiters }), values).text).toBe(
          plain,
        );
      }),
      { seed, numRuns: 1_000, examples: [[['$', '{', '\n', 'x', '}']]] },
    );
  });

  it.skipIf(!samples)('converts and renders every prompt of the sample file (needs the sample data)', () => {
    const prompts = readPrompts();
    expect(prompts.length).toBe(1_529);
    let marked = 0;
    for (const prompt of prompts) {
      if (prompt.includes('${')) marked += 1;
      const { value } = fromDollar(prompt);
      const template = parse(value.source, { delimiters: value.delimiters });
      expect(template.problems.filter(({ severity }) => severity === 'error')).toEqual([]);
      const values = Object.fromEntries(value.variables.map(({ name, original }) => [name, `«${original}»`]));
      const rendered = renderTemplate(template, values);
      expect(rendered.problems).toEqual([]);
      let expected = prompt;
      for (const { original } of value.variables) {
        const written = original.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&');
        expected = expected.replace(
          new RegExp(`\\$\\{\\s*${written}\\s*(?::[^{}]*)?\\}`, 'g'),
          () => `«${original}»`,
        );
      }
      expect(rendered.text).toBe(expected);
    }
    expect(marked).toBe(447);
  });
});
