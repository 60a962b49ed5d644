export { type ChosenPair, choosePairs, type PairCandidate, writePair, writeValues } from './choose-pairs.ts';
export { type ExtractedAnswer, extractAnswer } from './extract-answer.ts';
export {
  createReActReader,
  observationMark,
  observationOf,
  type ReActPiece,
  reactWords,
} from './react.ts';
export {
  type AnswerRule,
  answerRuleSchema,
  type FewShot,
  type SelfConsistency,
  TECHNIQUE_LIMITS,
  type Techniques,
  techniquesSchema,
} from './shape.ts';
export { takeVote, type Vote, type VoteResult } from './take-vote.ts';
export { createThoughtSplitter, type ThoughtPiece, thinkingWords } from './think-first.ts';
