import { createHash } from 'node:crypto';
import { ImportError } from '@promptvault/contract/vault/transfer/errors';
import type { PromptDocument } from '@promptvault/document';
import {
  type ColumnMapping,
  type CsvImport,
  importCsv,
  type MakeElementId,
  toPromptDocument,
} from '@promptvault/importers';
import type { StoredImportProblem } from '../schema.ts';

export interface CsvPrompt {
  line: number;
  title: string;
  description: string;
  tags: string[];
  content: string;
  document: PromptDocument;
}

export interface CsvPrompts extends Pick<CsvImport, 'columns' | 'mapping' | 'delimiter'> {
  prompts: CsvPrompt[];
  problems: StoredImportProblem[];
  /** Rows that cannot become prompts. */
  refused: number;
}

/** Of one import. */
const mostPrompts = 10_000;
const longestDescription = 2000;
/** What is kept of what a file's rows have to say. */
const mostProblems = 200;

/** The same row makes the same ids, whenever and wherever it is read. */
const makeElementId: MakeElementId = (kind, name, position) =>
  createHash('sha256').update(`${kind}\n${name}\n${position}`).digest('hex').slice(0, 32);

/** @throws import.too_many */
export function readCsvPrompts(csv: string, mapping: ColumnMapping | undefined): CsvPrompts {
  const read = importCsv(csv, mapping ? { mapping } : {});
  const found = read.rows.length;
  if (found > mostPrompts) throw ImportError.too_many({ found, limit: mostPrompts });
  const problems = read.problems.map(
    ({ line, ...problem }): StoredImportProblem => ({ ...problem, line: line ?? null }),
  );
  const refused = read.problems.filter(
    ({ severity, line }) => severity === 'error' && line !== undefined,
  ).length;
  const prompts = read.rows.map((row): CsvPrompt => {
    const converted = toPromptDocument(row, makeElementId);
    for (const { severity, code, message } of converted.problems)
      problems.push({ severity, code, message: `“${row.title}”: ${message}`, line: row.line });
    const { line, title, tags, content } = row;
    const description = row.description.slice(0, longestDescription).toWellFormed();
    return { line, title, description, tags, content, document: converted.value };
  });
  const { columns, delimiter } = read;
  return {
    columns,
    mapping: read.mapping,
    delimiter,
    prompts,
    refused,
    problems: problems.slice(0, mostProblems),
  };
}
