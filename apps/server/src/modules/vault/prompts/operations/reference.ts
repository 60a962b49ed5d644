import { labelName, promptPath } from '@promptvault/contract/vault/prompts/shapes';
import type { PromptDocument } from '@promptvault/document';
import { pathKey } from './slug.ts';

/** What a reference asks for: `path@label`, `path@3`, or `path` alone. */
export interface ParsedReference {
  reference: string;
  path: string;
  pathKey: string;
  want: { kind: 'label'; label: string } | { kind: 'version'; number: number } | { kind: 'floating' };
}

/** undefined when the text cannot name a prompt of this organization, such as `@listing/path@1`. */
export function parseReference(reference: string): ParsedReference | undefined {
  const at = reference.indexOf('@');
  const path = at === -1 ? reference : reference.slice(0, at);
  if (!promptPath.safeParse(path).success) return undefined;
  const parsed = { reference, path, pathKey: pathKey(path) };
  if (at === -1) return { ...parsed, want: { kind: 'floating' } };
  const ref = reference.slice(at + 1);
  if (/^\d{1,9}$/.test(ref)) return { ...parsed, want: { kind: 'version', number: Number(ref) } };
  return labelName.safeParse(ref).success ? { ...parsed, want: { kind: 'label', label: ref } } : undefined;
}

/** In the order in which they are sent. */
const textKinds = ['system', 'instructions', 'context', 'output_format'] as const;

/** What a prompt contributes where it is referred to: its texts in order, joined by one blank line. */
export function partialText(document: PromptDocument): string {
  return textKinds
    .flatMap((kind) => document.sections.filter((section) => section.kind === kind))
    .map(({ text }) => text)
    .filter((text) => text.trim() !== '')
    .join('\n\n');
}
