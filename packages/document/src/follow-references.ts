import { detectReferences, isFloating, type PartialSource, type Template } from '@promptvault/template';
import { type ParseCache, uncached } from './parse-cache.ts';
import type { ParsedSection } from './parsed-document.ts';
import type { DocumentProblem, PromptDocument, Variable } from './shape.ts';

/**
 * What a reference leads to: its text, and the variables its prompt declares, whose defaults count. `document`
 * is needed of a prompt that is extended, and of one that extends another.
 */
export type IncludedPrompt = PartialSource & {
  variables?: readonly Variable[] | undefined;
  document?: PromptDocument | null | undefined;
};

export type ResolvePartial = (reference: string) => IncludedPrompt | undefined;

export type Included = {
  /** Trees of the included prompts, each once. */
  templates: Template[];
  /** Variables the included prompts declare; the first declaration of a name comes first. */
  variables: Variable[];
  problems: DocumentProblem[];
  /** Every reference that is written, here or in what is taken in. */
  written: ReadonlySet<string>;
  /** A text takes in a prompt that a value names. */
  takesHeld: boolean;
};

export type FollowOptions = {
  cache?: ParseCache | undefined;
  /** References nobody wrote: what a document inherits. */
  isToken?: (reference: string) => boolean;
  /** References that values hold. */
  held?: readonly string[];
};

/** Prompts one document may lead to, directly and through others. */
export const INCLUDED_LIMIT = 1_000;

/**
 * Follows every reference written in the sections, and in what they lead to, each once. Reports
 * `partial.unknown` (error) and `reference.floating` (warning) at the tag in the section that leads there.
 * Those in `held` are followed too, without a word of them: they have no place, and rendering tells what is missing.
 */
export function followReferences(
  sections: readonly ParsedSection[],
  resolve: ResolvePartial,
  { cache = uncached, isToken = () => false, held = [] }: FollowOptions = {},
): Included {
  const templates: Template[] = [];
  const variables: Variable[] = [];
  const problems: DocumentProblem[] = [];
  let takesHeld = false;
  const trees = new Map<string, Template | undefined>();
  const load = (reference: string): Template | undefined => {
    if (trees.has(reference)) return trees.get(reference);
    if (trees.size >= INCLUDED_LIMIT) return undefined;
    const prompt = resolve(reference);
    const tree = prompt && cache.parse(prompt.source, prompt.delimiters ?? null);
    trees.set(reference, tree);
    if (prompt?.variables) variables.push(...prompt.variables);
    if (!tree) return undefined;
    templates.push(tree);
    takesHeld ||= detectReferences(tree).some(({ dynamic }) => dynamic);
    return tree;
  };
  for (const { section, template, locate } of sections) {
    const seen = new Set<string>();
    for (const { reference, dynamic, from, to } of detectReferences(template)) {
      if (dynamic) {
        takesHeld = true;
        continue;
      }
      const pending = [reference];
      for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
        if (seen.has(next)) continue;
        seen.add(next);
        const place = { subject: next, sectionId: section.id, from: locate(from), to: locate(to) };
        if (!isToken(next) && isFloating(next)) problems.push({ ...floating(next), ...place });
        const tree = load(next);
        if (tree) pending.push(...listWritten(tree));
        else if (trees.has(next)) {
          const message = `There is no prompt "${next}".`;
          problems.push({ severity: 'error', code: 'partial.unknown', message, ...place });
        }
      }
    }
  }
  const written = new Set(trees.keys());
  const pending = [...held];
  for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
    if (trees.has(next)) continue;
    const tree = load(next);
    if (tree) pending.push(...listWritten(tree));
  }
  return { templates, variables, problems, written, takesHeld };
}

/** Says that a reference is not pinned. */
export function floating(
  reference: string,
): Pick<DocumentProblem, 'severity' | 'code' | 'message' | 'subject'> {
  const message = `"${reference}" names no version or label, so its text may change at any time.`;
  return { severity: 'warning', code: 'reference.floating', message, subject: reference };
}

function listWritten(template: Template): string[] {
  return detectReferences(template).flatMap(({ reference, dynamic }) => (dynamic ? [] : [reference]));
}
