import { createLocator, type Position, type Template } from '@promptvault/template';
import { type ParseCache, uncached } from './parse-cache.ts';
import type { DocumentProblem, PromptDocument, Section } from './shape.ts';

export type ParsedSection = {
  section: Section;
  template: Template;
  locate: (offset: number) => Position;
};

/** Each section with its tree, under the delimiters of the document. */
export function parseSections(document: PromptDocument, cache: ParseCache = uncached): ParsedSection[] {
  return document.sections.map((section) => ({
    section,
    template: cache.parse(section.text, document.delimiters),
    locate: createLocator(section.text),
  }));
}

/** Where a problem of the whole document stands. */
export const DOCUMENT_START: Position = { offset: 0, line: 1, column: 1 };

/** A problem of the document as a whole. */
export function documentProblem(
  problem: Pick<DocumentProblem, 'severity' | 'code' | 'message' | 'subject'>,
): DocumentProblem {
  return { ...problem, from: DOCUMENT_START, to: DOCUMENT_START };
}
