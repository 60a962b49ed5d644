import type { RunMatchView } from '@promptvault/contract/studio/history/shapes';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RunRow } from '../../runs/index.ts';
import { type AskedTexts, findAnswerPlaces, listAsked } from '../repository/find-runs.ts';
import { matchIn, type SearchWords } from './match-words.ts';

/** Where each of these runs has the words: in the answer, else in its title, else in what it asked. */
export async function matchRuns(
  ctx: Ctx,
  runs: readonly RunRow[],
  words: SearchWords,
): Promise<Map<string, RunMatchView>> {
  const matches = new Map<string, RunMatchView>();
  const ids = runs.map(({ id }) => id);
  const answers = await findAnswerPlaces(ctx.tx, ctx.organizationId, ids, words);
  for (const { id, promptTitle } of runs) {
    const match =
      matchIn('answer', answers.get(id) ?? '', words) ?? matchIn('title', promptTitle ?? '', words);
    if (match) matches.set(id, match);
  }
  const rest = ids.filter((id) => !matches.has(id));
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
