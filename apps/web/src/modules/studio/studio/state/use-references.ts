import type { PromptDocument, ResolvePartial, Variable } from '@promptvault/document';
import { detectReferences, parse } from '@promptvault/template';
import { useQuery } from '@tanstack/react-query';
import { useDeferredValue, useMemo } from 'react';
import { referencesQuery } from '../api/prompt-queries.ts';

/** The references written in the texts, each once, in alphabetical order. */
export function writtenReferences(document: PromptDocument): string[] {
  const { delimiters } = document;
  const found = document.sections.flatMap(({ text }) =>
    detectReferences(parse(text, { delimiters })).flatMap(({ reference, dynamic }) =>
      dynamic ? [] : [reference],
    ),
  );
  return [...new Set(found)]
    .filter((reference) => reference.length <= 500)
    .sort()
    .slice(0, 200);
}

/** The prompts that the texts take in. While they are fetched nothing is called unknown. */
export function useReferences(document: PromptDocument): { partial: ResolvePartial; isResolving: boolean } {
  const deferred = useDeferredValue(document);
  const written = useMemo(() => writtenReferences(deferred), [deferred]);
  const query = useQuery(referencesQuery(written, deferred.extends));
  const items = query.data?.items;
  const partial = useMemo((): ResolvePartial => {
    const byReference = new Map(
      items?.map(({ reference, source, delimiters, variables, document }) => [
        reference,
        {
          source,
          delimiters: delimiters as [string, string] | null,
          variables: variables as Variable[],
          document: document as PromptDocument | null,
        },
      ]),
    );
    return (reference) => byReference.get(reference);
  }, [items]);
  const asks = written.length > 0 || deferred.extends !== null;
  return { partial, isResolving: asks && (query.isPending || query.isPlaceholderData) };
}
