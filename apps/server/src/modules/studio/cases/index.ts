export { findExampleSet, openCasePrompt, openCaseSet } from './open.ts';
export { createCaseSet } from './operations/case-sets.ts';
export { addCases } from './operations/change-cases.ts';
export { sampleCases } from './operations/sample-cases.ts';
export {
  type CaseRow,
  type CaseSetRow,
  eraseCaseSetsOf,
  findCaseSet,
  listAssertedModels,
  listCaseRows,
  listExampleRows,
  listSameValues,
} from './repository.ts';
