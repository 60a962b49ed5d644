import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { samplesDirectory } from '@promptvault/testing/samples';
import { expect, test } from 'vitest';
import { guessMapping } from './csv-columns.ts';
import { importCsv } from './import-csv.ts';

const samples = samplesDirectory();

test.skipIf(!samples)('the sample of 1,529 prompts is read whole', () => {
  const found = importCsv(readFileSync(join(samples ?? '', 'prompts/prompts.csv'), 'utf8'));
  expect(found.rows).toHaveLength(1_529);
  expect(found.problems).toEqual([]);
  expect(found.mapping).toEqual({ title: 0, content: 1, description: null, tags: null, type: 3, forDevs: 2 });
  expect(found.rows[0]).toMatchObject({ title: 'Ethereum Developer', forDevs: true, type: 'TEXT', line: 2 });
  expect(found.rows[0]?.tags).toEqual(['text', 'for-devs']);
  expect(found.rows.filter(({ forDevs }) => forDevs)).toHaveLength(136);
  expect(
    found.rows.reduce((total, { content }) => total + content.split('${').length - 1, 0),
  ).toBeGreaterThan(1_206);
});

test('columns are recognised by heading in any order and case', () => {
  expect(guessMapping(['Category', 'For Devs', 'PROMPT', ' Name ', 'Description'])).toEqual({
    title: 3,
    content: 2,
    description: 4,
    tags: 0,
    type: null,
    forDevs: 1,
  });
});

test('a person’s mapping is used instead of the guess', () => {
  const text = 'first,second\nhello,World';
  expect(importCsv(text).problems).toMatchObject([{ code: 'csv.no_content_column', line: 1 }]);
  expect(importCsv(text).columns).toEqual(['first', 'second']);
  const mapping = { title: null, content: 1, description: null, tags: 0, type: null, forDevs: null };
  expect(importCsv(text, { mapping }).rows).toMatchObject([
    { title: 'World', content: 'World', tags: ['hello'] },
  ]);
  expect(importCsv(text, { mapping: { ...mapping, title: 7 } }).problems).toMatchObject([
    { code: 'csv.no_such_column' },
  ]);
});

test('a missing title comes from the first words of the prompt', () => {
  const [row] = importCsv(`prompt\n"\n## Act as ${'a very '.repeat(20)}long\nmore"`).rows;
  expect(row?.title).toMatch(/^Act as a very .*…$/);
  expect(row?.title.length).toBeLessThanOrEqual(80);
});

test('rows that cannot be a prompt are left out with their line and reason', () => {
  const found = importCsv(
    `title,prompt\nA,\nB,"x\0y"\nC,${'long '.repeat(250_000)}\n${'t'.repeat(300)},fine\nE\nF,ok,extra`,
  );
  expect(found.rows.map(({ title }) => title.slice(0, 3))).toEqual(['ttt', 'F']);
  expect(found.rows[0]?.title).toHaveLength(200);
  expect(found.problems.map(({ code, line }) => [code, line])).toEqual([
    ['csv.empty_content', 2],
    ['csv.unstorable_text', 3],
    ['csv.content_too_long', 4],
    ['csv.title_cut', 5],
    ['csv.wrong_field_count', 6],
    ['csv.empty_content', 6],
    ['csv.wrong_field_count', 7],
  ]);
});

test('a title is never cut through an emoji', () => {
  const [row] = importCsv(`title,prompt\n${'t'.repeat(199)}😀,fine`).rows;
  expect(row?.title).toBe('t'.repeat(199));
});

test('an empty file says so, and problems are bounded', () => {
  expect(importCsv('').problems).toMatchObject([{ code: 'csv.empty_file' }]);
  expect(importCsv(`title,prompt\n${'a,\n'.repeat(5_000)}`).problems).toHaveLength(201);
});

test('line ends inside a prompt become one kind, tags are lowered and once each', () => {
  const [row] = importCsv('prompt,tags\r\n"a\r\nb","Code, code;Review"\r\n').rows;
  expect(row).toMatchObject({ content: 'a\nb', tags: ['code', 'review'] });
});
