import {
  type ContextPack,
  createParseCache,
  type DocumentVariable,
  documentVariables,
  type PromptDocument,
  type RenderedDocument,
  render,
} from '@promptvault/document';
import { useDeferredValue, useMemo, useState } from 'react';
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

const noSets: readonly Entries[] = [];

/**
 * What would be sent, made in this browser from what is typed and chosen. It may be a moment behind the keys;
 * `renderNow` of the same input is what a run takes.
 */
export function useRendering(
  document: PromptDocument,
  entries: Entries,
  pack: ContextPack,
  sets: readonly Entries[] = noSets,
) {
  const references = useReferences(document);
  const { partial, isResolving } = references;
  const [cache] = useState(createParseCache);
  const renderNow = (now: PromptDocument, given = entries): Rendering => {
    const variables = documentVariables(now, { partial, cache });
    const form = formValues(variables, given, pack, sets);
    const rendered = render(now, form.values, form.pack, { partial, cache });
    const problems = isResolving
      ? rendered.problems.filter(({ code }) => code !== 'partial.unknown' && code !== 'extends.unknown')
      : rendered.problems;
    return { document: now, variables, rendered: { ...rendered, problems }, ...form, isResolving };
  };
  const input = useMemo(
    () => ({ document, entries, pack, sets, partial, isResolving }),
    [document, entries, pack, sets, partial, isResolving],
  );
  const deferred = useDeferredValue(input);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the deferred input holds all that renderNow reads
  const rendering = useMemo(() => renderNow(deferred.document), [deferred]);
  return { rendering, renderNow, references };
}
