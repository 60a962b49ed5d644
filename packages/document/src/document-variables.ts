import type { DocumentVariable } from './merge-variables.ts';
import { type ReadOptions, readDocument } from './read-document.ts';
import type { PromptDocument } from './shape.ts';

/**
 * The variables of a document: declared ones in their order, then detected ones in the order of their
 * first use, those of included and extended prompts last (`partial` resolves them; left out, they are not
 * looked at). A detected name that begins with a declared one and a dot is a use of that one. A detected
 * variable is required when it is written out anywhere but inside a section of its own name.
 */
export function documentVariables(document: PromptDocument, options: ReadOptions = {}): DocumentVariable[] {
  return readDocument(document, options).variables;
}
