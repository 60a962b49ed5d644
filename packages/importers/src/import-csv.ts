import { DOCUMENT_LIMITS, isStorableText } from '@promptvault/document';
import { type ColumnMapping, CSV_FIELDS, guessMapping } from './csv-columns.ts';
import { type ImportProblem, problemList } from './import-problem.ts';
import { type CsvInput, type CsvRecord, readCsv } from './read-csv.ts';

/** One prompt found in a file, not yet a document: what the import page shows and lets a person change. */
export type ImportedRow = {
  title: string;
  content: string;
  description: string;
  tags: string[];
  forDevs: boolean;
  /** The file's own word for the kind of prompt, such as TEXT or IMAGE; also among the tags, lowered. */
  type: string;
  line: number;
};

export type CsvImport = {
  columns: string[];
  mapping: ColumnMapping;
  delimiter: string;
  rows: ImportedRow[];
  problems: ImportProblem[];
};

export type CsvImportOptions = { mapping?: ColumnMapping; delimiter?: string };

const LONGEST_DERIVED_TITLE = 80;
/** How much of a prompt is searched for a title. */
const TITLE_PROBE = 2_000;
const MOST_TAGS = 50;
const LONGEST_TAG = 100;

/**
 * Reads prompts from a CSV text whose first record names the columns. Without a recognised content column there
 * are no rows but the columns are told, so that a person can choose and it can be called again with a mapping.
 */
export function importCsv(input: CsvInput, options: CsvImportOptions = {}): CsvImport {
  const table = readCsv(input, options.delimiter === undefined ? {} : { delimiter: options.delimiter });
  const { problems, report } = problemList();
  for (const problem of table.problems) report(problem);
  const [heading, ...records] = table.records;
  const columns = heading?.fields.map((field) => field.trim()) ?? [];
  const mapping = options.mapping ?? guessMapping(columns);
  const result = { columns, mapping, delimiter: table.delimiter, problems };
  const refusal =
    problems.some(({ code }) => code === 'csv.too_large') || findMappingProblem(heading, columns, mapping);
  if (refusal) {
    if (refusal !== true) report(refusal);
    return { ...result, rows: [] };
  }
  const rows: ImportedRow[] = [];
  for (const record of records) {
    if (record.fields.length !== columns.length) report(fieldCountProblem(record, columns.length));
    const row = toRow(record, mapping);
    const problem = findRowProblem(row);
    if (problem) report(problem);
    if (problem?.severity !== 'error') rows.push({ ...row, title: cutText(row.title, DOCUMENT_LIMITS.name) });
  }
  return { ...result, rows };
}

function findMappingProblem(
  heading: CsvRecord | undefined,
  columns: readonly string[],
  mapping: ColumnMapping,
): ImportProblem | undefined {
  if (!heading) return { severity: 'error', code: 'csv.empty_file', message: 'The file holds no rows.' };
  const missing = CSV_FIELDS.find((field) => {
    const index = mapping[field];
    return index !== null && !(index in columns);
  });
  if (missing !== undefined) {
    const message = `The column chosen for ${missing} does not exist: the file has ${columns.length} columns.`;
    return { severity: 'error', code: 'csv.no_such_column', line: heading.line, message };
  }
  if (mapping.content === null) {
    const message = `No column named prompt, content or text was found among: ${columns.join(', ').slice(0, 300)}. Choose the column that holds the prompt.`;
    return { severity: 'error', code: 'csv.no_content_column', line: heading.line, message };
  }
  return undefined;
}

function fieldCountProblem({ fields, line }: CsvRecord, expected: number): ImportProblem {
  const message = `This row has ${fields.length} fields, the heading has ${expected}.`;
  return { severity: 'warning', code: 'csv.wrong_field_count', line, message };
}

function toRow({ fields, line }: CsvRecord, mapping: ColumnMapping): ImportedRow {
  const field = (index: number | null): string => (index === null ? '' : (fields[index] ?? ''));
  const content = field(mapping.content).replace(/\r\n?/g, '\n');
  const type = field(mapping.type).trim();
  const forDevs = /^(true|yes|y|1)$/i.test(field(mapping.forDevs).trim());
  const title = field(mapping.title).trim().replace(/\s+/g, ' ');
  return {
    title: title === '' ? titleFrom(content) : title,
    content,
    description: field(mapping.description).trim(),
    tags: splitTags([field(mapping.tags), type, forDevs ? 'for-devs' : ''].join(',')),
    forDevs,
    type,
    line,
  };
}

function findRowProblem(row: ImportedRow): ImportProblem | undefined {
  const { line } = row;
  if (row.content.trim() === '') {
    return {
      severity: 'error',
      code: 'csv.empty_content',
      line,
      message: 'This row has no prompt text and was left out.',
    };
  }
  if (row.content.length > DOCUMENT_LIMITS.text) {
    const message = `The prompt has ${row.content.length} characters, more than the ${DOCUMENT_LIMITS.text} a section holds; it was left out.`;
    return { severity: 'error', code: 'csv.content_too_long', line, message };
  }
  if (![row.title, row.content, row.description, ...row.tags].every(isStorableText)) {
    const message =
      'This row holds a NUL character or half of a character pair and was left out. Save the file as UTF-8.';
    return { severity: 'error', code: 'csv.unstorable_text', line, message };
  }
  if (row.title.length > DOCUMENT_LIMITS.name) {
    const message = `The title was cut to ${DOCUMENT_LIMITS.name} characters.`;
    return { severity: 'warning', code: 'csv.title_cut', line, message };
  }
  return undefined;
}

/** The first line that says something, without Markdown's heading and list marks. */
function titleFrom(content: string): string {
  for (const line of content.slice(0, TITLE_PROBE).split('\n')) {
    const words = line.replace(/^[\s#>*-]+/, '').trim();
    if (words === '') continue;
    return words.length <= LONGEST_DERIVED_TITLE
      ? words
      : `${cutText(words, LONGEST_DERIVED_TITLE - 1).trimEnd()}…`;
  }
  return 'Untitled prompt';
}

function splitTags(text: string): string[] {
  const tags = text.split(/[,;|\n]/).map((tag) => cutText(tag.trim().toLowerCase(), LONGEST_TAG));
  return [...new Set(tags)].filter(Boolean).slice(0, MOST_TAGS);
}

/** Never leaves half of a surrogate pair at the cut. */
function cutText(text: string, length: number): string {
  return text.slice(0, length).replace(/[\uD800-\uDBFF]$/, '');
}
