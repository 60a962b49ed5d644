/** Assertions that a model decides. */
import type { AssertionGround, GivenAssertion, Mapped } from './map-assertions.ts';
import { loadValue } from './map-plain.ts';
import { cutText } from './shape.ts';

const inText = (value: unknown): string =>
  typeof value === 'string'
    ? value
    : value === undefined || value === null
      ? ''
      : JSON.stringify(value, null, 2);

/** What a judge is told, with what the configuration says put in, and from which score it passes unless said. */
const rubrics: Readonly<Record<string, { words(said: string): string; least: number; near?: string }>> = {
  'llm-rubric': { words: (said) => said, least: 0.5 },
  'agent-rubric': { words: (said) => said, least: 0.5, near: 'a judge here has no tools' },
  'search-rubric': { words: (said) => said, least: 0.5, near: 'a judge here does not search the web' },
  'research-rubric': { words: (said) => said, least: 0.5, near: 'a judge here does not search the web' },
  'model-graded-closedqa': { words: (said) => `The answer meets this criterion: ${said}`, least: 0.5 },
  factuality: {
    words: (said) =>
      `The answer agrees in its facts with this, and may say more or less, but nothing against it: ${said}`,
    least: 0.5,
  },
  'model-graded-factuality': {
    words: (said) =>
      `The answer agrees in its facts with this, and may say more or less, but nothing against it: ${said}`,
    least: 0.5,
  },
  'g-eval': {
    words: (said) => `Score how well the answer meets each of these, and take the mean: ${said}`,
    least: 0.7,
  },
  similar: {
    words: (said) =>
      `Score how near the answer is in its meaning to this text, 1 for the same meaning: ${said}`,
    least: 0.75,
    near: 'a judge compares the meanings, in place of embeddings that no connection here has',
  },
  'answer-relevance': {
    words: (said) => `Score how much of the answer is about what was asked.${said ? ` ${said}` : ''}`,
    least: 0.5,
    near: 'a judge scores it by a rubric',
  },
  'conversation-relevance': {
    words: (said) => `Score how well the answer fits what was said before it.${said ? ` ${said}` : ''}`,
    least: 0.5,
    near: 'a judge scores it by a rubric',
  },
  'context-faithfulness': {
    words: () => 'Score how much of what the answer claims is supported by the context among the values.',
    least: 0.5,
    near: 'a judge scores it by a rubric',
  },
  'context-recall': {
    words: (said) => `Score how much of this is found in the context among the values: ${said}`,
    least: 0.5,
    near: 'a judge scores it by a rubric',
  },
  'context-relevance': {
    words: () => 'Score how much of the context among the values is needed to answer what was asked.',
    least: 0.5,
    near: 'a judge scores it by a rubric',
  },
};

/** Compared by the angle between vectors, as meanings are here. */
const meantByVectors = /^similar(?::cosine)?$/;

export function mapJudged(facts: GivenAssertion, ground: AssertionGround): Mapped {
  // `similar:cosine` and its like say how vectors are compared.
  const type = facts.type.startsWith('similar') ? 'similar' : facts.type;
  const rubric = Object.hasOwn(rubrics, type) ? rubrics[type] : undefined;
  if (!rubric) return undefined;
  const { losses, where } = ground;
  const embedder = meantByVectors.test(facts.type) ? ground.embedderOf(facts.provider) : undefined;
  const meant = embedder && loadValue(facts, ground);
  // Several texts of which one is enough are for a judge.
  if (typeof meant === 'string')
    return {
      ...{ kind: 'meaning', value: meant, model: embedder },
      atLeast: Math.min(1, Math.max(0, facts.threshold ?? 0.75)),
    };
  if (rubric.near)
    losses.tell('info', 'near', `“${facts.type}” is only near to what it was: ${rubric.near}.`, where);
  const said = loadValue(facts, ground);
  const words = cutText(
    rubric.words(
      Array.isArray(said) ? said.map((one, index) => `${index + 1}. ${inText(one)}`).join(' ') : inText(said),
    ),
    20_000,
  );
  const least = facts.threshold ?? rubric.least;
  return {
    kind: 'judged',
    rubric: words.trim() === '' ? 'The answer is right and helpful.' : words,
    judges: [ground.judgeOf(facts.provider)],
    combine: 'mean',
    atLeast: Math.min(1, Math.max(0, least)),
  };
}
