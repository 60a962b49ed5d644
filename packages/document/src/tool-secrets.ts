/** Headers of HTTP tools name secrets as `{{secret:name}}`; their values stand nowhere in a document. */
import type { ToolImplementation } from './shape.ts';

const mark = /\{\{\s*secret:([a-z][a-z0-9_-]{0,63})\s*\}\}/g;

/** The secrets that headers of a tool name, each once. */
export function secretsNamedBy(implementation: ToolImplementation | undefined): string[] {
  if (implementation?.kind !== 'http') return [];
  const names = implementation.headers.flatMap(({ value }) =>
    [...value.matchAll(mark)].map(([, name]) => name ?? ''),
  );
  return [...new Set(names)];
}

/** A header's value with the secrets in their places; `of` gives the value of each that it names. */
export const fillSecrets = (value: string, of: (name: string) => string): string =>
  value.replace(mark, (_, name: string) => of(name));
