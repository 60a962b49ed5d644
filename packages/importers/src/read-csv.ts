import Papa from 'papaparse';
import { type ImportProblem, problemList } from './import-problem.ts';

export const CSV_LIMITS = {
  /** UTF-16 units of the whole file. */
  characters: 50 * 1024 * 1024,
  rows: 100_000,
} as const;

/**
 * `line` is the 1-based line of the file on which the record begins; a quoted field may span many.
 * Its line ends are given as they stand.
 */
export type CsvRecord = { fields: string[]; line: number };

export type CsvTable = { delimiter: string; records: CsvRecord[]; problems: ImportProblem[] };

export type CsvInput = string | Iterable<string>;

/** The records of a CSV text, the heading among them; empty lines are left out. Never throws for bad input. */
export function readCsv(input: CsvInput, options: { delimiter?: string } = {}): CsvTable {
  const { problems, report } = problemList();
  const whole = joinBounded(input);
  if (whole === undefined) {
    const message = `The file has more than ${CSV_LIMITS.characters / 1024 / 1024} million characters. Split it and import the parts.`;
    report({ severity: 'error', code: 'csv.too_large', message });
    return { delimiter: ',', records: [], problems };
  }
  // How a spreadsheet is told of the separator: no record, but a line all the same.
  const [told, named] = /^sep=(.)(?=\r|\n)/i.exec(whole) ?? ['', undefined];
  const text = whole.slice(told.length);
  const delimiter = options.delimiter ?? named ?? detectDelimiter(text);
  // Read by '\n' alone, so that a file of mixed line ends is read too; the '\r' before it is taken off below.
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r';
  const parsed = Papa.parse<string[]>(text, { delimiter, newline, preview: CSV_LIMITS.rows + 2 });
  const records = withLines(parsed.data, newline);
  for (const error of parsed.errors) {
    const problem = quoteProblem(error, records);
    if (problem) report(problem);
  }
  const filled = records.filter(({ fields }) => fields.length > 1 || fields[0]?.trim() !== '');
  if (filled.length > CSV_LIMITS.rows + 1) {
    filled.length = CSV_LIMITS.rows + 1;
    const message = `Only the first ${CSV_LIMITS.rows.toLocaleString('en')} rows were read. Split the file and import the rest.`;
    report({ severity: 'error', code: 'csv.too_many_rows', message });
  }
  return { delimiter, records: filled, problems };
}

function joinBounded(input: CsvInput): string | undefined {
  let text = '';
  for (const chunk of typeof input === 'string' ? [input] : input) {
    if (text.length + chunk.length > CSV_LIMITS.characters) return undefined;
    text += chunk;
  }
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** The separator found most often outside quotes in the first record; a comma when none is. */
export function detectDelimiter(text: string): string {
  const found = new Map<string, number>([',', ';', '\t', '|'].map((candidate) => [candidate, 0]));
  let isQuoted = false;
  for (let at = 0; at < Math.min(text.length, 65_536); at++) {
    const character = text.charAt(at);
    if (character === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (character === '\n' || character === '\r')) break;
    else if (!isQuoted && found.has(character)) found.set(character, (found.get(character) ?? 0) + 1);
  }
  let best = ',';
  for (const [candidate, times] of found) if (times > (found.get(best) ?? 0)) best = candidate;
  return best;
}

function withLines(rows: readonly string[][], newline: string): CsvRecord[] {
  let line = 1;
  return rows.map((row) => {
    const fields = [...row];
    const begins = line;
    line++;
    for (const field of fields) line += countOf(field, newline);
    const last = fields.at(-1);
    if (last?.endsWith('\r')) fields[fields.length - 1] = last.slice(0, -1);
    return { fields, line: begins };
  });
}

function countOf(text: string, newline: string): number {
  let count = 0;
  for (let at = text.indexOf(newline); at >= 0; at = text.indexOf(newline, at + 1)) count++;
  return count;
}

function quoteProblem(error: Papa.ParseError, records: readonly CsvRecord[]): ImportProblem | undefined {
  const line = records[error.row ?? 0]?.line ?? 1;
  if (error.code === 'MissingQuotes') {
    const message =
      'A quoted field begins here and is never closed; the rest of the file was read as its text.';
    return { severity: 'error', code: 'csv.open_quote', line, message };
  }
  if (error.code === 'InvalidQuotes') {
    const message =
      'A quote stands inside a quoted field without being doubled; the field may be cut wrongly.';
    return { severity: 'warning', code: 'csv.stray_quote', line, message };
  }
  return undefined;
}
