/** Few-shot: cases that are like what a run is given, chosen when it starts and sent as examples. */
import { exampleLimits } from '@promptvault/contract/studio/cases/shapes';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { ChosenPairsView, TechniqueResultView } from '@promptvault/contract/studio/runs/shapes';
import { canonicalJson, carryOut, type Json, type RenderedDocument } from '@promptvault/document';
import {
  type ChosenPair,
  choosePairs,
  type ExampleCase,
  indexPairs,
  type PairIndex,
  writeValues,
} from '@promptvault/document/techniques';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { findExampleSet, listExampleRows } from '../../cases/index.ts';
import type { ChosenModel } from '../../models/index.ts';
import { freshTree } from './tree-state.ts';

export interface ChosenExamples {
  pairs: { input: string; output: string }[];
  told: ChosenPairsView;
}

/** Null where the prompt takes none. @throws run.case_set_missing */
export type ChooseExamples = (
  rendered: Pick<RenderedDocument, 'techniques' | 'variables'>,
  values: Record<string, unknown>,
) => Promise<ChosenExamples | null>;

/**
 * For all runs of one request. They are sent the same, so a pair takes as many tokens as the model says that counts
 * most. `again`: what an earlier run was sent is chosen again, from the set as it was then.
 */
export function exampleChooser(
  ctx: Ctx,
  models: () => Promise<readonly ChosenModel[]>,
  again: ChosenPairsView | null = null,
): ChooseExamples {
  const known = new Map<string, ReturnType<typeof load>>();
  const indexes = new Map<string, Promise<PairIndex>>();
  // Thousands of long cases take a while; what others are told meanwhile goes first.
  const pauses = { now: () => ctx.clock.monotonic(), giveWay };
  return async ({ techniques: { fewShot }, variables }, values) => {
    if (!fewShot) return null;
    const { caseSetId } = fewShot;
    if (caseSetId === null) throw RunError.case_set_missing({ chosen: false });
    const kept = again?.caseSetId === caseSetId ? again : null;
    const loading = known.get(caseSetId) ?? load(ctx, caseSetId, kept);
    known.set(caseSetId, loading);
    const { set, version, cases } = await loading;
    // Sets of values share what was read for the same variables.
    const key = `${caseSetId} ${canonicalJson(variables as unknown as Json)}`;
    const indexing = indexes.get(key) ?? carryOut(indexPairs(variables, cases), pauses);
    indexes.set(key, indexing);
    const index = await indexing;
    const count = await counterOf(await models());
    const own = writeValues(variables, values);
    const chosen = await carryOut(choosePairs(own, index, fewShot, count), pauses);
    return {
      pairs: chosen.map(({ input, expected: output }) => ({ input, output })),
      told: { caseSetId, setName: set.name, setVersion: version, cases: chosen.map(toTold) },
    };
  };
}

const giveWay = () => new Promise<void>((resolve) => setImmediate(resolve));

async function load(ctx: Ctx, caseSetId: string, kept: ChosenPairsView | null) {
  const set = await findExampleSet(ctx, caseSetId);
  if (!set) throw RunError.case_set_missing({ chosen: true });
  const version = kept?.setVersion ?? set.version;
  const { longest, looked: limit } = exampleLimits;
  const rows = await listExampleRows(ctx, caseSetId, { version, after: -1, longest, limit });
  const then = kept && new Set(kept.cases.map(({ caseId }) => caseId));
  const cases = rows.flatMap(({ caseId: id, name, values, expected }): ExampleCase[] =>
    then && !then.has(id) ? [] : [{ id, name, values, expected }],
  );
  return { set, version, cases };
}

const toTold = ({ id: caseId, name, tokens, similarity }: ChosenPair) => ({
  ...{ caseId, name, tokens },
  similarity: Math.round(similarity * 1_000) / 1_000,
});

async function counterOf(models: readonly ChosenModel[]): Promise<(text: string) => number> {
  const { mostTokens, tokenFamilyOf } = await import('@promptvault/tokens');
  const all = models.flatMap((model) => [model, ...model.fallbacks]);
  return mostTokens(all.map(({ model, provider }) => tokenFamilyOf(model, provider)));
}

/** What stands on a run before it has an answer. */
export function resultOf({
  examples,
  rendered: { techniques },
}: {
  examples: ChosenPairsView | null;
  rendered: Pick<RenderedDocument, 'techniques'>;
}): TechniqueResultView | null {
  const { treeOfThoughts } = techniques;
  const tree = treeOfThoughts ? freshTree(treeOfThoughts) : null;
  return examples || tree ? { pairs: examples, vote: null, tree } : null;
}
