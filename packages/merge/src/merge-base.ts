import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { mergeDocuments } from './merge-documents.ts';
import { commonAncestors, type VersionGraph } from './version-graph.ts';

/**
 * What a merge goes on from. Where histories crossed, none of several common ancestors knows all that both
 * sides share: then they are merged with each other first, as git's "recursive" does, and that is the base.
 * Taking one of them would bring conflicts back that a person has settled already.
 */
export type BasePlan =
  | { kind: 'empty' }
  | { kind: 'version'; number: number }
  | { kind: 'merged'; base: BasePlan; ours: BasePlan; theirs: BasePlan };

/** Merges of ancestors for one base; beyond that the newest ancestor has to do. */
const mostMerges = 16;

export function planBase(graph: VersionGraph, ours: number, theirs: number): BasePlan {
  return plan(graph, [ours], [theirs], { left: mostMerges });
}

function plan(
  graph: VersionGraph,
  ours: readonly number[],
  theirs: readonly number[],
  merges: { left: number },
): BasePlan {
  const ancestors = commonAncestors(graph, ours, theirs);
  const newest = ancestors.at(-1);
  if (newest === undefined) return { kind: 'empty' };
  if (ancestors.length - 1 > merges.left) return { kind: 'version', number: newest };
  merges.left -= ancestors.length - 1;
  const [first, ...rest] = ancestors as [number, ...number[]];
  let merged: BasePlan = { kind: 'version', number: first };
  const taken = [first];
  for (const number of rest) {
    const base = plan(graph, taken, [number], merges);
    merged = { kind: 'merged', base, ours: merged, theirs: { kind: 'version', number } };
    taken.push(number);
  }
  return merged;
}

/** The versions whose documents a plan needs, each once. */
export function versionsIn(base: BasePlan): number[] {
  const found = new Set<number>();
  const waiting: BasePlan[] = [base];
  for (let one = waiting.pop(); one; one = waiting.pop()) {
    if (one.kind === 'version') found.add(one.number);
    if (one.kind === 'merged') waiting.push(one.base, one.ours, one.theirs);
  }
  return [...found].sort((a, b) => a - b);
}

/** The base itself. What its ancestors disagree about reads as what they in turn go on from. */
export function buildBase(base: BasePlan, documentOf: (number: number) => PromptDocument): PromptDocument {
  if (base.kind === 'empty') return emptyDocument();
  if (base.kind === 'version') return documentOf(base.number);
  const [from, ours, theirs] = [base.base, base.ours, base.theirs].map((one) => buildBase(one, documentOf));
  return mergeDocuments(from as PromptDocument, ours as PromptDocument, theirs as PromptDocument).document;
}
