import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { DocumentProblem } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { ChooseExamples } from './choose-examples.ts';
import type { SentSet } from './place-runs.ts';
import { findDocument, issuesOf, readSource, renderFound } from './read-source.ts';
import type { StartRuns } from './start-runs.ts';

/** What one request may have rendered, held in memory and written at once. */
const most = { mostCharacters: 20_000_000, mostFiles: 10_000 };

/**
 * The document rendered once for each set of values; without sets, with the values alone.
 * @throws what opening a prompt throws, run.prompt_has_errors, run.empty, run.case_set_missing, run.too_much_at_once
 */
export async function readSets(
  ctx: Ctx,
  { source, values, sets, context }: StartRuns,
  choose: ChooseExamples,
): Promise<SentSet[]> {
  if (sets.length === 0)
    return [{ source: await readSource(ctx, { source, values, context, choose }), values, set: null }];
  const files = context.reduce((sum, { text }) => sum + text.length, 0);
  refuseMuch(files * sets.length, context.length * sets.length);
  const found = await findDocument(ctx, source);
  const all: SentSet[] = [];
  const issues = [];
  let characters = 0;
  for (const [index, { name, values: own }] of sets.entries()) {
    const given = { ...values, ...own };
    const read = await renderFound(ctx, found, { source, values: given, context, choose });
    const { rendered } = read;
    for (const { content } of rendered.messages) characters += content.length;
    refuseMuch(characters, 0);
    for (const issue of issuesOf(rendered))
      issues.push({ ...issue, path: ['sets', index, ...issue.path], message: `${name}: ${issue.message}` });
    all.push({ source: { ...found, ...read }, values: given, set: { name, index } });
  }
  if (issues.length > 0) throw RunError.prompt_has_errors().with(issues.slice(0, 200));
  return all;
}

function refuseMuch(characters: number, files: number): void {
  if (characters > most.mostCharacters || files > most.mostFiles) throw RunError.too_much_at_once(most);
}

/** What rendering remarked, each remark once. */
export function problemsOf(sets: readonly SentSet[]): DocumentProblem[] {
  const all = sets.flatMap(({ source }) => source.rendered.problems);
  if (sets.length < 2) return all;
  return [...new Map(all.map((problem) => [JSON.stringify(problem), problem])).values()];
}
