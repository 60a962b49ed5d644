import {
  type ContextPack,
  createParseCache,
  type DocumentVariable,
  documentVariables,
  type PromptDocument,
  type RenderedDocument,
  render,
} from '@promptvault/document';
import type { ChosenPair } from '@promptvault/document/techniques';
import type { TokenFamily } from '@promptvault/tokens';
import { useDeferredValue, useMemo, useState } from 'react';
import { useExamples } from './use-examples.ts';
import { useReferences } from './use-references.ts';
import { type Entries, formValues } from './variable-values.ts';

export type Rendering = {
  /** What it was made from. */
  document: PromptDocument;
  variables: readonly DocumentVariable[];
  rendered: RenderedDocument;
  values: Record<string, unknown>;
  /** What is rendered as files, without those that are values. */
  pack: ContextPack;
  missingFiles: ReadonlyMap<string, string>;
  isResolving: boolean;
};

type Rendered = {
  document: PromptDocument;
  entries: Entries;
  pack: ContextPack;
  sets?: readonly Entries[];
  /** How the models count that it is for. */
  families: readonly TokenFamily[];
};

const noSets: readonly Entries[] = [];
const noNames: readonly string[] = [];
const noPairs: readonly ChosenPair[] = [];

/**
 * What would be sent, made in this browser from what is typed and chosen, with the examples that are chosen from cases.
 * It may be a moment behind the keys; `renderNow` of the same input, with its examples, is what a run takes.
 */
export function useRendering({ document, entries, pack, sets = noSets, families }: Rendered) {
  const [held, setHeld] = useState<readonly string[]>([]);
  const references = useReferences(document, held);
  const { partial } = references;
  const isResolving = references.isResolving || references.failure !== undefined;
  const [cache] = useState(createParseCache);
  const renderNow = (now: PromptDocument, given = entries): Rendering => {
    const variables = documentVariables(now, { partial, cache, held });
    const form = formValues(variables, given, pack, sets);
    const rendered = render(now, form.values, form.pack, { partial, cache, held });
    const problems = isResolving
      ? rendered.problems.filter(({ code }) => code !== 'partial.unknown' && code !== 'extends.unknown')
      : rendered.problems;
    return { document: now, variables, rendered: { ...rendered, problems }, ...form, isResolving };
  };
  /** The prompts that the values name, in all sets. */
  const heldBy = ({ document: now, rendered }: Rendering): readonly string[] =>
    rendered.held === null
      ? noNames
      : [...new Set([entries, ...sets].flatMap((given) => renderNow(now, given).rendered.held ?? noNames))];
  const withPairs = (rendering: Rendering, chosen: readonly ChosenPair[]): Rendering => {
    if (chosen.length === 0) return rendering;
    const pairs = chosen.map(({ input, expected: output }) => ({ input, output }));
    const { values, rendered } = rendering;
    const again = render(rendering.document, values, rendering.pack, { partial, cache, held, pairs });
    return { ...rendering, rendered: { ...again, problems: rendered.problems } };
  };
  const input = useMemo(
    () => ({ document, entries, pack, sets, partial, held, isResolving }),
    [document, entries, pack, sets, partial, held, isResolving],
  );
  const deferred = useDeferredValue(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the deferred input holds all that renderNow reads
  const written = useMemo(() => renderNow(deferred.document), [deferred]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written holds all that it is rendered from
  const named = useMemo(() => heldBy(written), [written]);
  if (named.join('\n') !== held.join('\n')) setHeld(named);
  const { shown: examples, choosePairsOf } = useExamples(written, families);
  const pairs = examples.state === 'chosen' ? examples.pairs : noPairs;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written holds all that it is rendered from
  const rendering = useMemo(() => withPairs(written, pairs), [written, pairs]);
  /** Each with the examples that a run of it is sent. @throws ExamplesFailure */
  const withExamples = async (renderings: readonly Rendering[]): Promise<Rendering[]> => {
    const chosen = await choosePairsOf(renderings);
    return renderings.map((one, place) => withPairs(one, chosen[place] ?? noPairs));
  };
  return { rendering, renderNow, withExamples, examples, references };
}
