import { labelName, promptPath } from '@promptvault/contract/vault/prompts/shapes';
import type { PromptDocument } from '@promptvault/document';
import { type Delimiters, detectReferences, parse } from '@promptvault/template';
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

/** How one prompt leads to another: taken in, its blocks filled, extended as a whole, or called as a tool. */
export interface Link {
  reference: string;
  via: 'partial' | 'parent' | 'extends' | 'tool';
}

/** Everything a document is made of besides its own texts, each way to a prompt once; what variables hold aside. */
export function linksOf(document: PromptDocument): Link[] {
  const links = document.sections.flatMap(({ text }) => linksIn(text, document.delimiters));
  if (document.extends !== null) links.unshift({ reference: document.extends, via: 'extends' });
  return [...new Map(links.map((link) => [`${link.via} ${link.reference}`, link])).values()];
}

/**
 * The prompts that a document's tools call, each once. They are no part of what it is made of: a tool may lead back to
 * its own prompt, and what it answers is not known before it is called.
 */
export function toolLinksOf({ tools }: PromptDocument): Link[] {
  const references = tools.flatMap(({ implementation }) =>
    implementation?.kind === 'prompt' ? [implementation.reference] : [],
  );
  return [...new Set(references)].map((reference) => ({ reference, via: 'tool' }));
}

/** The references written in a text. */
export function linksIn(source: string, delimiters: Delimiters | null): Link[] {
  return detectReferences(parse(source, { delimiters })).flatMap(({ reference, dynamic, kind }) =>
    dynamic ? [] : [{ reference, via: kind }],
  );
}
