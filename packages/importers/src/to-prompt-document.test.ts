import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promptDocumentSchema } from '@promptvault/document';
import { samplesDirectory } from '@promptvault/testing/samples';
import { expect, test } from 'vitest';
import { importCsv } from './import-csv.ts';
import { toPromptDocument } from './to-prompt-document.ts';

const samples = samplesDirectory();
const makeId = (kind: string, name: string, position: number) => `${kind}:${name}:${position}`;

test('dollar marks become declared variables of one instructions section', () => {
  const { value } = toPromptDocument(
    // biome-ignore lint/suspicious/noTemplateCurlyInString: people write variables so
    { content: 'Write about ${topic} in ${Target Language:French}.' },
    makeId,
  );
  expect(value.sections).toEqual([
    {
      id: 'section:instructions:0',
      kind: 'instructions',
      role: null,
      text: 'Write about {{topic}} in {{target_language}}.',
    },
  ]);
  expect(value.variables).toMatchObject([
    { id: 'variable:topic:0', name: 'topic', type: 'text', required: true, default: null, description: '' },
    { name: 'target_language', required: false, default: 'French', description: 'Target Language' },
  ]);
});

test('the same row becomes the same document', () => {
  // biome-ignore lint/suspicious/noTemplateCurlyInString: people write variables so
  const row = { content: 'A ${b} and ${c:d}' };
  expect(toPromptDocument(row, makeId)).toEqual(toPromptDocument(row, makeId));
});

test.each([
  ['a name of 300 letters', `\${${'n'.repeat(300)}}`],
  ['2,000 variables', Array.from({ length: 2_000 }, (_, at) => `\${v${at}}`).join(' ')],
])('%s stays text in a valid document', (_name, content) => {
  const { value, problems } = toPromptDocument({ content }, makeId);
  expect(promptDocumentSchema.safeParse(value).success).toBe(true);
  expect(value.sections[0]?.text).toBe(content);
  expect(problems).toMatchObject([{ code: 'dollar.left_as_text' }]);
});

test.skipIf(!samples)('every prompt of the sample becomes a valid document', () => {
  const { rows } = importCsv(readFileSync(join(samples ?? '', 'prompts/prompts.csv'), 'utf8'));
  const invalid = rows.filter(
    (row) => !promptDocumentSchema.safeParse(toPromptDocument(row, makeId).value).success,
  );
  expect(invalid.map(({ line, title }) => ({ line, title }))).toEqual([]);
});
