import type { RunMatchView } from '@promptvault/contract/studio/history/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { excerptCharacters, type RunRow } from '../../runs/index.ts';
import { type AskedTexts, findAnswerPlaces, listAsked } from '../repository/find-runs.ts';
import { longestMatch, matchIn, type SearchWords } from './match-words.ts';

/** Where each of these runs has the words: in the answer, else in its title, else in what it asked. */
export async function matchRuns(
  ctx: Ctx,
  runs: readonly RunRow[],
  words: SearchWords,
): Promise<Map<string, RunMatchView>> {
  const matches = new Map<string, RunMatchView>();
  const beyond: string[] = [];
  for (const { id, excerpt } of runs) {
    const match = matchIn('answer', excerpt, words);
    const isWhole = excerpt.length < excerptCharacters;
    // Its end may be what the excerpt cut off: then the whole answer is asked for.
    if (match && (isWhole || match.text.length === longestMatch)) matches.set(id, match);
    else if (!isWhole) beyond.push(id);
  }
  const answers = await findAnswerPlaces(ctx.tx, ctx.organizationId, beyond, words);
  for (const { id, promptTitle } of runs) {
    if (matches.has(id)) continue;
    const match =
      matchIn('answer', answers.get(id) ?? '', words) ?? matchIn('title', promptTitle ?? '', words);
    if (match) matches.set(id, match);
  }
  const rest = runs.map(({ id }) => id).filter((id) => !matches.has(id));
  for (const asked of await listAsked(ctx.tx, ctx.organizationId, rest)) {
    const match = firstOf(asked, words);
    if (match) matches.set(asked.id, match);
  }
  return matches;
}

function firstOf({ document, values }: AskedTexts, words: SearchWords): RunMatchView | undefined {
  const texts = [...(document?.sections.map(({ text }) => text) ?? []), ...Object.values(values)];
  for (const text of texts) {
    const match = typeof text === 'string' ? matchIn('prompt', text, words) : undefined;
    if (match) return match;
  }
  return undefined;
}
