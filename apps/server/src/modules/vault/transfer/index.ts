export { ImportCompleted, ImportUndone } from './events.ts';
export { type ImportCsv, importCsv } from './operations/import-csv.ts';
