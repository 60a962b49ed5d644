import type { PromptDocument, ResolvePartial, Variable } from '@promptvault/document';
import { detectReferences, parse } from '@promptvault/template';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { type ResolvedReference, referencesQuery } from '../api/prompt-queries.ts';

/** The references written in the texts, each once, in alphabetical order. */
export function writtenReferences(document: PromptDocument): string[] {
  const { delimiters } = document;
  const found = document.sections.flatMap(({ text }) =>
    detectReferences(parse(text, { delimiters })).flatMap(({ reference, dynamic }) =>
      dynamic ? [] : [reference],
    ),
  );
  return askable([...new Set(found)].sort());
}

/** As many, and as long, as can be asked for at once. */
const askable = (references: readonly string[]) =>
  references.filter((reference) => reference.length <= 500).slice(0, 200);

export type References = {
  partial: ResolvePartial;
  /** What each reference leads to now. */
  found: ReadonlyMap<string, ResolvedReference>;
  isResolving: boolean;
  /** Why they cannot be read; what they lead to is not known then, and may well be there. */
  failure: Error | undefined;
};

/** The prompts that the texts take in, those too that values name. While they are fetched nothing is called unknown. */
export function useReferences(document: PromptDocument, held: readonly string[]): References {
  const deferred = useDeferredValue(document);
  const written = useMemo(() => writtenReferences(deferred), [deferred]);
  const wanted = useMemo(() => askable([...new Set([...written, ...held])]), [written, held]);
  const query = useQuery(referencesQuery(wanted, deferred.extends));
  const items = query.data?.items;
  const found = useMemo(() => new Map(items?.map((item) => [item.reference, item])), [items]);
  const partial = useMemo(
    (): ResolvePartial => (reference) => {
      const item = found.get(reference);
      return (
        item && {
          source: item.source,
          delimiters: item.delimiters as [string, string] | null,
          variables: item.variables as Variable[],
          document: item.document as PromptDocument | null,
        }
      );
    },
    [found],
  );
  const asks = wanted.length > 0 || deferred.extends !== null;
  const isResolving = asks && (query.isPending || query.isPlaceholderData);
  const failure = (asks && !items && query.error) || undefined;
  return useMemo(() => ({ partial, found, isResolving, failure }), [partial, found, isResolving, failure]);
}
