import { type ExtractedAnswer, extractAnswer } from './extract-answer.ts';
import type { AnswerRule } from './shape.ts';

/** Answers that are the same, with the places of the samples that gave them. */
export interface Vote {
  answer: string;
  samples: number[];
}

export interface VoteResult {
  /** The most often given first; of those given equally often the one that was given first. */
  votes: Vote[];
  /** Of all samples that answered, the part that agrees with the winner, 0 to 1; null where there is none. */
  agreement: number | null;
  /** The first sample that gave the winning answer. */
  winner: number | null;
  /** Of each sample what was taken as its answer; null where nothing was. */
  answers: (string | null)[];
}

/**
 * Counts what samples answer. A text that is undefined gave no answer at all and counts for nothing; one in which the
 * rule finds no answer agrees with nobody, but counts as one who could have.
 */
export function takeVote(texts: readonly (string | undefined)[], rule: AnswerRule): VoteResult {
  const found = texts.map((text) => (text === undefined ? undefined : extractAnswer(text, rule)));
  const byKey = new Map<string, { first: ExtractedAnswer; samples: number[] }>();
  for (const [place, answer] of found.entries()) {
    if (!answer) continue;
    const known = byKey.get(answer.key) ?? { first: answer, samples: [] };
    known.samples.push(place);
    byKey.set(answer.key, known);
  }
  // Sorting keeps the order of those that are equal, which is that of their first samples.
  const votes = [...byKey.values()]
    .map(({ first, samples }) => ({ answer: first.shown, samples }))
    .sort((one, other) => other.samples.length - one.samples.length);
  const [best] = votes;
  const answered = texts.filter((text) => text !== undefined).length;
  return {
    votes,
    agreement: best ? best.samples.length / answered : null,
    winner: best?.samples[0] ?? null,
    answers: found.map((answer) => answer?.shown ?? null),
  };
}
