import type { RenderedSection } from './render.ts';
import type { Example, Message } from './shape.ts';
import { writePair } from './techniques/choose-pairs.ts';

/** Where a chosen pair stands in what is sent: the place of its message, and from where to where in it, in UTF-16 units. */
export interface PairPlace {
  message: number;
  from: number;
  to: number;
}

type Pair = Pick<Example, 'input' | 'output'>;

/** As turns each begins with a message of its own; `before` is how many messages stand before the first. */
export const placeTurns = (pairs: readonly Pair[], before: number): PairPlace[] =>
  pairs.map(({ input }, at) => ({ message: before + 2 * at, from: 0, to: input.length }));

/** Within the one message that is joined from these pieces. */
export function placeInText(
  pairs: readonly Pair[],
  pieces: readonly RenderedSection[],
  message: number,
): PairPlace[] {
  const before = pieces.slice(
    0,
    pieces.findIndex(({ part }) => part === 'pairs'),
  );
  let from = before.reduce((sum, { text }) => sum + text.length + joint.length, 0);
  return pairs.map((pair) => {
    const to = from + writePair(pair).length;
    const place = { message, from, to };
    from = to + joint.length;
    return place;
  });
}

/** One blank line between pieces, and between examples. */
export const joint = '\n\n';

/** Examples as one text. */
export const writePairs = (pairs: readonly Pair[]): string => pairs.map(writePair).join(joint);

/** As turns. */
export const turnsOf = (pairs: readonly Pair[]): Message[] =>
  pairs.flatMap(({ input, output }): Message[] => [
    { role: 'user', content: input },
    { role: 'assistant', content: output },
  ]);
