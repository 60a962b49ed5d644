export { type AssertionFault, findAssertionFault } from './assertion-fault.ts';
export {
  type AssertionAids,
  type CaseVerdict,
  evaluateAssertions,
  judgeCase,
  type Verdict,
} from './evaluate.ts';
export { findSecrets } from './find-secrets.ts';
export {
  ASSERTION_LIMITS,
  type AssertedAnswer,
  type Assertion,
  type AssertionKind,
  type AssertionResult,
  assertionSchema,
  assertionsSchema,
  type JudgedAssertion,
  type JudgeModel,
  judgeModelSchema,
  type MeaningAssertion,
} from './shape.ts';
export { characterSimilarity, wordSimilarity } from './similarity.ts';
export { writtenAssertionsSchema } from './written-assertions.ts';
