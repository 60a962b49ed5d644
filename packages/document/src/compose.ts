/**
 * Inheritance between documents. A document that extends another takes from it what it does not define:
 *
 * - Sections, by kind. Where every section of a kind here holds nothing but blocks (or nothing at all), the
 *   parent's sections of that kind are sent, with these blocks in place of theirs; any other text replaces them.
 * - Variables and tools by name, settings and techniques by key, the response schema, and the examples as a whole.
 *
 * What is inherited is written as a tag that leads to the parent's section, `{{> token}}`, or with blocks
 * `{{< token}}…{{/token}}`: there is one machine that puts texts together, with one set of rules and limits.
 * A token is a lone surrogate, which no document, reference or delimiter can hold, so nobody can write one.
 */
import { type Delimiters, parseState, type Template } from '@promptvault/template';
import type { IncludedPrompt, ResolvePartial } from './follow-references.ts';
import type { ParseCache } from './parse-cache.ts';
import { documentProblem } from './parsed-document.ts';
import { partialText } from './partial-text.ts';
import { layerSettings } from './sampling.ts';
import {
  type DocumentProblem,
  type PromptDocument,
  SECTION_KINDS,
  type Section,
  type Variable,
} from './shape.ts';

/** Prompts that extend one another may form a chain of this length. */
export const EXTENDS_LIMIT = 16;

export type Composition = {
  /** With everything inherited in place; sections that come from a parent hold tokens. */
  document: PromptDocument;
  /** Ids of the sections above that stand for sections of a parent. */
  inherited: ReadonlySet<string>;
  /** Variables that parents declare and this document does not. */
  variables: Variable[];
  /** As given, and for tokens; of a prompt that extends another it answers what that means. */
  partial: ResolvePartial;
  /** Whether a reference is a token. */
  isToken(reference: string): boolean;
  problems: DocumentProblem[];
};

type State = {
  resolve: ResolvePartial;
  cache: ParseCache;
  tokens: Map<string, IncludedPrompt>;
  problems: DocumentProblem[];
};

type Composed = { document: PromptDocument; inherited: Set<string> };

/**
 * Puts a document together with the prompts it extends. Problems: `extends.unknown` and `extends.cycle`,
 * `extends.too_deep` (errors; nothing is inherited then), `extends.block_unknown` (warning: the parent has no
 * block of this name), `reference.floating`.
 */
export function composeDocument(
  document: PromptDocument,
  resolve: ResolvePartial,
  cache: ParseCache,
): Composition {
  const answers = new Map<string, IncludedPrompt | undefined>();
  const state: State = { resolve, cache, tokens: new Map(), problems: [] };
  const partial = (reference: string) => {
    const token = state.tokens.get(reference);
    if (token) return token;
    if (!answers.has(reference)) answers.set(reference, readIncluded(state, reference));
    return answers.get(reference);
  };
  const composed = compose(state, document, []);
  const own = new Set(document.variables.map(({ name }) => name));
  return {
    ...composed,
    variables: composed.document.variables.filter(({ name }) => !own.has(name)),
    partial,
    isToken: (reference) => state.tokens.has(reference),
    problems: state.problems,
  };
}

/** A prompt that is taken in and extends another means what it inherits too. */
function readIncluded(state: State, reference: string): IncludedPrompt | undefined {
  const found = state.resolve(reference);
  if (!found?.document || found.document.extends === null) return found;
  const quiet = { ...state, problems: [] };
  const { document } = compose(quiet, found.document, [reference]);
  const { sections, delimiters, variables } = document;
  return { ...found, source: partialText(sections), delimiters, variables };
}

function compose(state: State, document: PromptDocument, trail: readonly string[]): Composed {
  const alone = { document, inherited: new Set<string>() };
  const reference = document.extends;
  if (reference === null) return alone;
  const fault = (severity: DocumentProblem['severity'], code: string, message: string): Composed => {
    state.problems.push(documentProblem({ severity, code, message, subject: reference }));
    return alone;
  };
  if (trail.includes(reference))
    return fault(
      'error',
      'extends.cycle',
      `The prompts extend each other in a circle: ${[...trail, reference].join(' → ')}.`,
    );
  if (trail.length >= EXTENDS_LIMIT)
    return fault('error', 'extends.too_deep', `More than ${EXTENDS_LIMIT} prompts extend one another.`);
  const found = state.resolve(reference)?.document;
  if (!found) return fault('error', 'extends.unknown', `There is no prompt "${reference}" to extend.`);
  return inherit(state, document, compose(state, found, [...trail, reference]).document);
}

function inherit(state: State, document: PromptDocument, parent: PromptDocument): Composed {
  const inherited = new Set<string>();
  const sections = SECTION_KINDS.flatMap((kind) => {
    const own = document.sections.filter((section) => section.kind === kind);
    const above = parent.sections.filter((section) => section.kind === kind && section.text !== '');
    if (above.length === 0 || !own.every((section) => holdsOnlyBlocks(state, document, section))) return own;
    const blocks = own.filter(({ text }) => text.trim() !== '');
    reportUnknownBlocks(state, document, parent, blocks, above);
    return above.map((section) => {
      const token = makeToken(state, { source: section.text, delimiters: parent.delimiters });
      inherited.add(token);
      return { ...section, id: token, text: writeTag(document.delimiters, token, blocks) };
    });
  });
  const { variables, examples, examplesAs, tools, settings, responseSchema } = document;
  const hasExamples =
    examples.length > 0 || sections.some(({ kind, id }) => kind === 'examples' && !inherited.has(id));
  return {
    inherited,
    document: {
      ...document,
      sections,
      variables: addMissing(variables, parent.variables),
      examples: hasExamples ? examples : parent.examples,
      examplesAs: hasExamples ? examplesAs : parent.examplesAs,
      tools: addMissing(tools, parent.tools),
      settings: layerSettings(parent.settings, settings),
      responseSchema: responseSchema ?? parent.responseSchema,
      ...(parent.techniques ? { techniques: { ...parent.techniques, ...document.techniques } } : {}),
    },
  };
}

function addMissing<T extends { name: string }>(own: readonly T[], above: readonly T[]): T[] {
  const names = new Set(own.map(({ name }) => name));
  return [...own, ...above.filter(({ name }) => !names.has(name))];
}

/** Whether a section only fills in: blocks, comments and blank text, without a fault. */
function holdsOnlyBlocks({ cache }: State, { delimiters }: PromptDocument, { text }: Section): boolean {
  const { nodes, problems } = cache.parse(text, delimiters);
  return (
    problems.every(({ severity }) => severity !== 'error') &&
    nodes.every(
      (node) =>
        node.kind === 'block' || (node.kind === 'text' && text.slice(node.from, node.to).trim() === ''),
    )
  );
}

/** Base 512, one lone high surrogate a digit. */
function makeToken({ tokens }: State, prompt: IncludedPrompt): string {
  let token = '';
  for (let rest = tokens.size; token === '' || rest > 0; rest = Math.floor(rest / 512))
    token += String.fromCharCode(0xd800 + (rest % 512));
  tokens.set(token, prompt);
  return token;
}

function writeTag(delimiters: Delimiters | null, token: string, blocks: readonly Section[]): string {
  const [open, close] = delimiters ?? ['{{', '}}'];
  // The tag stands alone on its line, which goes with it, so that what is taken in keeps its indentation.
  if (blocks.length === 0) return `${open}>${token}${close}\n`;
  const texts = blocks.map(({ text }) => {
    const [openNow, closeNow] = parseState(text, { delimiters }).delimiters;
    const isChanged = openNow !== open || closeNow !== close;
    return isChanged ? `${text}${openNow}=${open} ${close}=${closeNow}` : text;
  });
  return `${open}<${token}${close}\n${texts.join('\n')}\n${open}/${token}${close}\n`;
}

function reportUnknownBlocks(
  { cache, tokens, problems }: State,
  document: PromptDocument,
  parent: PromptDocument,
  own: readonly Section[],
  above: readonly Section[],
): void {
  const known = new Set<string>();
  const pending: Template[] = above.map(({ text }) => cache.parse(text, parent.delimiters));
  for (let template = pending.pop(); template; template = pending.pop()) {
    const { source, tags } = template;
    for (const { kind, nameFrom, nameTo } of tags) {
      const name = source.slice(nameFrom, nameTo);
      if (kind === 'block') known.add(name);
      const below = kind === 'partial' || kind === 'parent' ? tokens.get(name) : undefined;
      if (below) pending.push(cache.parse(below.source, below.delimiters ?? null));
    }
  }
  for (const section of own) {
    for (const node of cache.parse(section.text, document.delimiters).nodes) {
      if (node.kind !== 'block' || known.has(node.name)) continue;
      const message = `The prompt this one extends has no block "${node.name}", so this text is not sent.`;
      problems.push({
        ...documentProblem({
          severity: 'warning',
          code: 'extends.block_unknown',
          message,
          subject: node.name,
        }),
        sectionId: section.id,
      });
    }
  }
}
