/** Cases as rows of a CSV file, both ways. */
import { CaseError } from '@promptvault/contract/studio/cases/errors';
import {
  type CaseInput,
  caseInput,
  mostCasesInSet,
  mostPreviewed,
} from '@promptvault/contract/studio/cases/shapes';
import { readCsv } from '@promptvault/importers';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { fileStem } from '../../../../foundation/text/file-stem.ts';
import { type CaseRow, type CaseSetRow, listCaseRows } from '../repository.ts';
import { addCases } from './change-cases.ts';

const ownColumns = ['name', 'expected', 'tags', 'weight', 'required', 'passScore', 'assertions'] as const;
type OwnColumn = (typeof ownColumns)[number];
const asOwn = (name: string): OwnColumn | undefined =>
  ownColumns.find((own) => own.toLowerCase() === name.toLowerCase());
const mostProblems = 100;

export interface ImportedCases {
  set: CaseSetRow;
  created: number;
  columns: string[];
  problems: { line: number | null; message: string }[];
}

export interface ReadCases extends Pick<ImportedCases, 'columns' | 'problems'> {
  cases: CaseInput[];
}

/** What a spreadsheet would calculate; an apostrophe before it makes it text. */
const formula = /^'*[=+\-@\t\r]/;
const harmless = (cell: string) => (formula.test(cell) ? `'${cell}` : cell);
const plain = (cell: string) => (cell.startsWith("'") && formula.test(cell.slice(1)) ? cell.slice(1) : cell);

/** Rows that are no cases are said with their line and left out; never throws for what a file holds. */
export function readCaseCsv(csv: string): ReadCases {
  const { records, problems: found } = readCsv(csv);
  const problems = found.map(({ line, message }) => ({ line: line ?? null, message }));
  const [heading, ...rows] = records;
  const names = heading?.fields.map((field) => field.trim()) ?? [];
  const own = new Map<OwnColumn, number>();
  const values: { name: string; index: number }[] = [];
  for (const [index, name] of names.entries()) {
    const meant = asOwn(name);
    if (meant && !own.has(meant)) own.set(meant, index);
    else if (name !== '' && !values.some((one) => one.name === name)) values.push({ name, index });
    else problems.push({ line: 1, message: `Column ${index + 1} has no name of its own and was left out.` });
  }
  const cases: CaseInput[] = [];
  for (const { fields, line } of rows) {
    const cell = (name: OwnColumn) => plain(fields[own.get(name) ?? -1] ?? '');
    const read = readRow(
      cell,
      Object.fromEntries(values.map(({ name, index }) => [name, plain(fields[index] ?? '')])),
      line,
    );
    if ('message' in read) problems.push({ line, message: read.message });
    else cases.push(read.value);
  }
  return { cases, columns: values.map(({ name }) => name), problems: problems.slice(0, mostProblems) };
}

function readRow(
  cell: (name: OwnColumn) => string,
  values: Record<string, string>,
  line: number,
): { value: CaseInput } | { message: string } {
  let assertions: unknown = [];
  try {
    if (cell('assertions').trim() !== '') assertions = JSON.parse(cell('assertions'));
  } catch {
    return { message: 'The assertions of this row are not JSON, so it was left out.' };
  }
  const weight = cell('weight').trim();
  const passScore = cell('passScore').trim();
  const parsed = caseInput.safeParse({
    name: cell('name').replace(/\s+/gu, ' ').trim().slice(0, 200) || `Row ${line}`,
    values,
    expected: cell('expected') === '' ? null : cell('expected'),
    tags: cell('tags')
      .split(',')
      .map((tag) => tag.trim())
      .filter((tag) => tag !== ''),
    assertions,
    ...(weight === '' ? {} : { weight: readDecimal(weight) }),
    ...(passScore === '' ? {} : { passScore: readDecimal(passScore) }),
    required: /^(?:true|yes|1|x)$/i.test(cell('required').trim()),
  });
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  return { message: `This row was left out (${issue?.path.join('.')}): ${issue?.message}` };
}

const readDecimal = (written: string) => Number(written.replace(',', '.'));

export interface PreviewedCases extends ReadCases {
  /** How many would be made. */
  total: number;
}

/** What the file would add. Writes nothing. @throws case.set_full */
export async function previewCases(
  _ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.write'>,
  { csv }: { csv: string },
): Promise<PreviewedCases> {
  const { cases, columns, problems } = readCaseCsv(csv);
  if (cases.length + set.cases > mostCasesInSet) throw CaseError.set_full({ most: mostCasesInSet });
  return { cases: cases.slice(0, mostPreviewed), total: cases.length, columns, problems };
}

/** @throws case.unreadable, case.set_full */
export async function importCases(
  ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.write'>,
  { csv }: { csv: string },
): Promise<ImportedCases> {
  const { cases, columns, problems } = readCaseCsv(csv);
  if (cases.length > mostCasesInSet) throw CaseError.set_full({ most: mostCasesInSet });
  if (cases.length === 0)
    throw CaseError.unreadable({
      reason: problems[0]?.message ?? 'the file has no rows below its first line.',
    });
  const added = await addCases(ctx, set, { cases });
  return { set: added.set, created: cases.length, columns, problems };
}

const quoted = (cell: string) => (/[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
const written = (value: unknown) => {
  if (typeof value === 'string') return value;
  // A list is read from lines where its variable is one.
  if (Array.isArray(value) && value.every(isLine)) return value.join('\n');
  return value === undefined ? '' : JSON.stringify(value);
};
const isLine = (item: unknown) => typeof item === 'string' && item.trim() !== '' && !/[\r\n]/.test(item);

/** The cases as the set holds them now. */
export async function exportCases(
  ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.read'>,
): Promise<{ fileName: string; csv: string }> {
  const rows = await listCaseRows(ctx, set.id, { version: set.version, after: -1, limit: mostCasesInSet });
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const lines = [[...ownColumns, ...names], ...rows.map((row) => cellsOf(row, names))];
  const csv = lines.map((cells) => cells.map((cell) => quoted(harmless(cell))).join(',')).join('\r\n');
  return { fileName: `${fileStem(set.name, 'cases')}.csv`, csv: `${csv}\r\n` };
}

const cellsOf = (row: CaseRow, names: readonly string[]): string[] => [
  row.name,
  row.expected ?? '',
  row.tags.join(', '),
  String(row.weight),
  row.required ? 'true' : '',
  row.passScore === null ? '' : String(row.passScore),
  row.assertions.length === 0 ? '' : JSON.stringify(row.assertions),
  ...names.map((name) => written(row.values[name])),
];
