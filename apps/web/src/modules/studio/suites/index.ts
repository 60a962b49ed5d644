export { caseSetsQuery } from './api/cases.ts';
export {
  type CaseSearch,
  type OfPrompt,
  readCaseSearch,
  readOfPrompt,
} from './state/case-search.ts';
export { type ReportSearch, readReportSearch } from './state/report-search.ts';
