import { isFloating } from '@promptvault/template';
import { type Composition, composeDocument } from './compose.ts';
import { floating, followReferences, type Included, type ResolvePartial } from './follow-references.ts';
import { type DocumentVariable, mergeVariables } from './merge-variables.ts';
import { type ParseCache, uncached } from './parse-cache.ts';
import { documentProblem, type ParsedSection, parseSections } from './parsed-document.ts';
import type { DocumentProblem, PromptDocument } from './shape.ts';

export type ReadOptions = {
  /** Answers the prompt behind `{{> reference}}` and behind `extends`, or undefined. Asked once for each. */
  partial?: ResolvePartial | undefined;
  /** Trees of texts that were looked at before. */
  cache?: ParseCache | undefined;
  /** References that values hold, as rendering found them: what they lead to is part of the document then. */
  held?: readonly string[] | undefined;
};

/** All there is to know of a document before values are given. */
export type ReadDocument = {
  /** The sections as they are written. */
  own: ParsedSection[];
  /** The sections as they are sent, with those that come from an extended prompt. */
  sent: ParsedSection[];
  composition: Composition;
  included: Included;
  variables: DocumentVariable[];
};

/** The one way from a document and the prompts it leads to, to what checking and rendering need. */
export function readDocument(document: PromptDocument, options: ReadOptions = {}): ReadDocument {
  const { partial = none, cache = uncached, held = nothing } = options;
  const { last } = cache;
  if (last?.document === document && last.partial === partial && last.held === held)
    return last.read as ReadDocument;
  // Let go before the next is made.
  cache.last = undefined;
  const read = readAnew(document, partial, cache, held);
  if (cache !== uncached) cache.last = { document, partial, held, read };
  return read;
}

const none = () => undefined;
const nothing: readonly string[] = [];

function readAnew(
  document: PromptDocument,
  partial: ResolvePartial,
  cache: ParseCache,
  held: readonly string[],
): ReadDocument {
  cache.turn?.();
  const own = parseSections(document, cache);
  const composition = composeDocument(document, partial, cache);
  const sent = document.extends === null ? own : parseSections(composition.document, cache);
  const included = followReferences(sent, composition.partial, { cache, isToken: composition.isToken, held });
  const variables = mergeVariables(document.variables, own, { ...included, extended: composition.variables });
  cache.rest?.();
  return { own, sent, composition, included, variables };
}

/** What is wrong with the texts and with what they lead to; places lie in the sections as they are written. */
export function readingProblems(document: PromptDocument, read: ReadDocument): DocumentProblem[] {
  const { own, composition, included } = read;
  return [
    ...own.flatMap(({ section, template }) =>
      template.problems.map((problem) => ({ ...problem, sectionId: section.id })),
    ),
    ...(document.extends !== null && isFloating(document.extends)
      ? [documentProblem(floating(document.extends))]
      : []),
    ...composition.problems,
    ...included.problems.map((problem) => placeInherited(document, composition, problem)),
  ];
}

/** A problem of an inherited section has no place in this document, and its token no name. */
export function placeInherited(
  document: PromptDocument,
  { inherited, isToken }: Composition,
  problem: DocumentProblem,
): DocumentProblem {
  const { sectionId, subject, message, ...rest } = problem;
  const isHere = sectionId !== undefined && !inherited.has(sectionId);
  if (isHere && !isToken(subject ?? '')) return problem;
  const name = document.extends ?? '';
  const known = subject !== undefined && isToken(subject) ? name : subject;
  return {
    ...(isHere ? { ...rest, sectionId } : { ...rest, ...documentProblem({ ...rest, message }) }),
    message: replaceTokens(message, name),
    ...(known === undefined ? {} : { subject: known }),
  };
}

function replaceTokens(message: string, name: string): string {
  return message.replace(/[\ud800-\udbff]+(?![\udc00-\udfff])/g, name);
}
