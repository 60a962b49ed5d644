export { type ColumnMapping, CSV_FIELDS, type CsvField, guessMapping } from './csv-columns.ts';
export { type CsvImport, type CsvImportOptions, type ImportedRow, importCsv } from './import-csv.ts';
export type { ImportProblem } from './import-problem.ts';
export { readQuotedList, writeQuotedList } from './quoted-list.ts';
export {
  CSV_LIMITS,
  type CsvInput,
  type CsvRecord,
  type CsvTable,
  detectDelimiter,
  readCsv,
} from './read-csv.ts';
export { type ConvertedPrompt, type MakeElementId, toPromptDocument } from './to-prompt-document.ts';
