import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesDirectory } from '@promptvault/testing/samples';
import { describe, expect, it } from 'vitest';
import { parse } from './parse.ts';
import { escapeHtml } from './print-value.ts';
import { renderTemplate } from './render.ts';

type SpecTest = {
  name: string;
  desc: string;
  data: unknown;
  template: string;
  partials?: Record<string, string>;
  expected: string;
};

const samples = samplesDirectory();
const files = [
  'comments',
  'delimiters',
  'interpolation',
  'inverted',
  'partials',
  'sections',
  '~dynamic-names',
  '~inheritance',
];

describe.skipIf(!samples)('the Mustache specification (needs the sample data)', () => {
  for (const file of samples ? files : []) {
    const path = join(samples as string, 'templates/mustache-spec', `${file}.json`);
    const { tests } = JSON.parse(readFileSync(path, 'utf8')) as { tests: SpecTest[] };
    describe(file, () => {
      for (const test of tests) {
        it(`${test.name}: ${test.desc}`, () => {
          const partial = (name: string) => {
            const source = test.partials?.[name];
            return source === undefined ? undefined : { source };
          };
          const { text } = renderTemplate(parse(test.template), test.data, { partial, escape: escapeHtml });
          expect(text).toBe(test.expected);
        });
      }
    });
  }
});
