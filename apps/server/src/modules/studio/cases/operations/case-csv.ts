/** Cases as rows of a CSV file, both ways. */
import { CaseError } from '@promptvault/contract/studio/cases/errors';
import {
  type CaseInput,
  caseInput,
  mostCasesInSet,
  mostPreviewed,
} from '@promptvault/contract/studio/cases/shapes';
import { readCsv, readQuotedList, writeQuotedList } from '@promptvault/importers';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { fileStem } from '../../../../foundation/text/file-stem.ts';
import { type CaseRow, type CaseSetRow, listCaseRows } from '../repository.ts';
import { addCases } from './change-cases.ts';
import {
  chooseColumn,
  harmless,
  plain,
  readHeading,
  readOptional,
  readValue,
  type ValueColumn,
  writeHeading,
  writeOptional,
  writeValue,
} from './value-columns.ts';

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

/** Rows that are no cases are said with their line and left out; never throws for what a file holds. */
export function readCaseCsv(csv: string): ReadCases {
  const { records, problems: found } = readCsv(csv);
  const problems = found.map(({ line, message }) => ({ line: line ?? null, message }));
  const [heading, ...rows] = records;
  const names = heading?.fields.map((field) => field.trim()) ?? [];
  const own = new Map<OwnColumn, number>();
  const values: (ValueColumn & { index: number })[] = [];
  for (const [index, heading] of names.entries()) {
    const meant = asOwn(heading);
    const column = readHeading(plain(heading));
    const leaveOut = (why: string) =>
      problems.push({ line: 1, message: `Column ${index + 1} ${why} and was left out.` });
    if (meant && !own.has(meant)) own.set(meant, index);
    else if (column.name === '__proto__') leaveOut('is called __proto__, as no value can be,');
    else if (column.name === '' || values.some(({ name }) => name === column.name))
      leaveOut('has no name of its own');
    else values.push({ ...column, index });
  }
  const cases: CaseInput[] = [];
  for (const { fields, line } of rows) {
    if (fields.slice(names.length).some((cell) => cell.trim() !== '')) {
      const message = `This row has ${fields.length} cells and the first line ${names.length}, so it was left out. A cell that holds the separator stands in quotes, without a space before them.`;
      problems.push({ line, message });
      continue;
    }
    const read = readRow(
      (name) => fields[own.get(name) ?? -1] ?? '',
      values.map((column) => [column, fields[column.index] ?? '']),
      line,
    );
    if ('message' in read) problems.push({ line, message: read.message });
    else cases.push(read.value);
  }
  return { cases, columns: values.map(({ name }) => name), problems: problems.slice(0, mostProblems) };
}

function readRow(
  cell: (name: OwnColumn) => string,
  given: readonly [ValueColumn, string][],
  line: number,
): { value: CaseInput } | { message: string } {
  const values: [string, unknown][] = [];
  for (const [column, written] of given)
    try {
      const value = readValue(column, written);
      if (value !== undefined) values.push([column.name, value]);
    } catch {
      return { message: `The value of ${column.name} in this row is not JSON, so the row was left out.` };
    }
  let assertions: unknown = [];
  try {
    if (cell('assertions').trim() !== '') assertions = JSON.parse(plain(cell('assertions')));
  } catch {
    return { message: 'The assertions of this row are not JSON, so it was left out.' };
  }
  const required = cell('required').trim();
  if (!saysYes.test(required) && !saysNo.test(required))
    return {
      message: `“required” is yes or no, and not “${required.slice(0, 40)}”, so this row was left out.`,
    };
  const weight = cell('weight').trim();
  const passScore = cell('passScore').trim();
  const parsed = caseInput.safeParse({
    name:
      plain(cell('name'))
        .replace(/\s*[\r\n]+\s*/gu, ' ')
        .trim()
        .slice(0, 200) || `Row ${line}`,
    values: Object.fromEntries(values),
    expected: cell('expected') === '' ? null : readOptional(cell('expected')),
    tags: readQuotedList(plain(cell('tags'))),
    assertions,
    ...(weight === '' ? {} : { weight: readDecimal(plain(weight)) }),
    ...(passScore === '' ? {} : { passScore: readDecimal(plain(passScore)) }),
    required: saysYes.test(required),
  });
  if (parsed.success) return { value: parsed.data };
  const [issue] = parsed.error.issues;
  return { message: `This row was left out (${issue?.path.join('.')}): ${issue?.message}` };
}

const saysYes = /^(?:true|yes|y|1|x)$/i;
const saysNo = /^(?:false|no|n|0|-)?$/i;

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

/** Quoted also for what another program, or our own import, could take for the separator. */
const quoted = (cell: string) => (/[",;|\t\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);

/** The cases as the set holds them now. */
export async function exportCases(
  ctx: Ctx,
  set: Authorized<CaseSetRow, 'case.read'>,
): Promise<{ fileName: string; csv: string }> {
  const rows = await listCaseRows(ctx, set.id, { version: set.version, after: -1, limit: mostCasesInSet });
  const names = [...new Set(rows.flatMap(({ values }) => Object.keys(values)))];
  const columns = names.map((name) =>
    chooseColumn(
      name,
      rows.map((row) => ownValue(row, name)),
      (bare) => asOwn(bare) === undefined,
    ),
  );
  const lines = [
    [...ownColumns, ...columns.map(writeHeading)],
    ...rows.map((row) => [
      ...ownCells(row),
      ...columns.map((column) => writeValue(column, ownValue(row, column.name))),
    ]),
  ];
  const csv = lines.map((cells) => cells.map(quoted).join(',')).join('\r\n');
  return { fileName: `${fileStem(set.name, 'cases')}.csv`, csv: `${csv}\r\n` };
}

/** Not what every object has, such as `constructor`. */
const ownValue = ({ values }: CaseRow, name: string) =>
  (Object.hasOwn(values, name) ? values[name] : undefined) as CaseInput['values'][string] | undefined;

const ownCells = (row: CaseRow): string[] => [
  harmless(row.name),
  row.expected === null ? '' : writeOptional(row.expected),
  harmless(writeQuotedList(row.tags)),
  String(row.weight),
  row.required ? 'true' : '',
  row.passScore === null ? '' : String(row.passScore),
  row.assertions.length === 0 ? '' : JSON.stringify(row.assertions),
];
