export {
  type ChosenPair,
  choosePairs,
  type ExampleCase,
  indexPairs,
  type PairIndex,
  writePair,
  writeValues,
} from './choose-pairs.ts';
export { drawSample, seedOf } from './draw-samples.ts';
export { type ExtractedAnswer, extractAnswer } from './extract-answer.ts';
export { objectsIn } from './objects-in.ts';
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
  type SampleDraw,
  type SelfConsistency,
  TECHNIQUE_LIMITS,
  type Techniques,
  techniquesSchema,
} from './shape.ts';
export { takeVote, type Vote, type VoteResult } from './take-vote.ts';
export { createThoughtSplitter, type ThoughtPiece, thinkingWords } from './think-first.ts';
export { type ReadVerdict, readVerdict, type Unscored } from './tree/read-verdict.ts';
export {
  type CallTokens,
  closingTokens,
  type TreeForecast,
  thoughtTokens,
  treeForecast,
  verdictTokens,
} from './tree/tree-forecast.ts';
export {
  bestThought,
  nextGrowth,
  pathTo,
  type SearchedThought,
  type ThoughtStanding,
  type TreeGoal,
  thoughtStandings,
} from './tree/tree-search.ts';
export { TREE_LIMITS, type TreeOfThoughts, treeOfThoughtsSchema } from './tree/tree-shape.ts';
export { closingMessages, thoughtMessages, verdictMessages } from './tree/tree-words.ts';
