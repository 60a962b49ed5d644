export { caseSetQuery, caseSetsQuery, exampleCasesQuery } from './api/cases.ts';
export { type PromptFacts, promptFactsQuery } from './api/prompt-facts.ts';
export { promptChoicesQuery } from './api/suites.ts';
export { PromptChoice } from './components/prompt-choice.tsx';
export {
  type CaseSearch,
  type OfPrompt,
  type ProposeSearch,
  readCaseSearch,
  readOfPrompt,
  readProposeSearch,
} from './state/case-search.ts';
export { type DescribeSearch, readDescribeSearch } from './state/describe-search.ts';
export { type ReportSearch, readReportSearch } from './state/report-search.ts';
export { settingsWords } from './state/settings-words.ts';
export { microDollarsOf } from './state/suite-draft.ts';
