/**
 * What a prompt means: `render` turns a document, values and files into the messages that are sent. It
 * is the only place that decides this, and equal input gives equal bytes everywhere.
 */
import { DEFAULT_RENDER_LIMITS, type RenderLimits, renderTemplate, type Values } from '@promptvault/template';
import { hashMessages } from './canonical-json.ts';
import { checkDeclarations, dropRepeats } from './check-declarations.ts';
import { checkTools } from './check-tools.ts';
import type { Composition } from './compose.ts';
import { fencePack } from './fence-pack.ts';
import type { Json } from './json.ts';
import type { DocumentVariable } from './merge-variables.ts';
import { documentProblem, type ParsedSection } from './parsed-document.ts';
import { joint, type PairPlace, placeInText, placeTurns, turnsOf, writePairs } from './place-pairs.ts';
import { prepareValues } from './prepare-values.ts';
import { placeInherited, type ReadOptions, readDocument, readingProblems } from './read-document.ts';
import { resolveSettings } from './sampling.ts';
import type {
  ContextPack,
  DocumentProblem,
  Example,
  Message,
  PromptDocument,
  SectionKind,
  Settings,
  Tool,
} from './shape.ts';
import { reactWords } from './techniques/react.ts';
import type { Techniques } from './techniques/shape.ts';
import { thinkingWords } from './techniques/think-first.ts';

export type RenderDocumentOptions = ReadOptions & {
  /** Limits for the whole document, not for each section. */
  limits?: Partial<RenderLimits> | undefined;
  /** Examples chosen for these values, after the written ones. */
  pairs?: Pairs | undefined;
};

type Pairs = readonly Pick<Example, 'input' | 'output'>[];

/**
 * A piece of what is sent, for counting: a section's text, one that is `inherited` from an extended prompt, or the
 * `files` of the pack and the `examples`, which belong to the last section of their kind, the `pairs` chosen for these
 * values, or what a `technique` adds. `sectionId` is null where the document has no such section.
 */
export type RenderedSection = {
  sectionId: string | null;
  kind: SectionKind;
  part: 'text' | 'files' | 'examples' | 'pairs' | 'inherited' | 'technique';
  text: string;
};

export type RenderedDocument = {
  messages: Message[];
  settings: Settings;
  tools: Tool[];
  responseSchema: Json;
  techniques: Techniques;
  /** What values are given for: those of included and extended prompts too. */
  variables: DocumentVariable[];
  problems: DocumentProblem[];
  /**
   * References that values hold and these texts take in, found or not; null where no text takes in such a one. Give
   * them as `held` for the variables of these prompts to be known.
   */
  held: string[] | null;
  /** SHA-256 hex of the canonical JSON of the messages. */
  hash: string;
  /** Non-empty pieces in the order they are sent. */
  sections: RenderedSection[];
  /** Where the chosen pairs stand in the messages, in their order. */
  pairPlaces: PairPlace[];
};

const USER_KINDS = ['instructions', 'context', 'examples', 'output_format'] as const;

/**
 * Renders a document. `system` sections make the system message. Instructions, context (texts, then the
 * files of the pack), examples (texts, then the examples unless they go as messages) and output format
 * make one user message, joined by one blank line: blank lines at the edges of a piece are cut, empty
 * pieces left out. What a technique asks of the model follows, at the end of the system message where a
 * conversation follows. Examples as messages stand before it as user and assistant pairs. Sections of kind
 * `message` follow as their own messages, to the byte. Examples and files are data, not template.
 *
 * Values are fitted to their declared types (`coerceValue`) and never parsed as template. A required
 * variable without a value is an error, so nothing is silently empty: send only when no problem has
 * severity `error`. Codes: those of the template package's `parse` and `renderTemplate`, those of
 * `prepareValues`, `reference.floating`, `variable.duplicate`, `variable.unused`, `variable.undeclared`,
 * `section.empty`, `document.empty`, and those of `composeDocument`. Never throws for a valid document.
 */
export function render(
  document: PromptDocument,
  values: Values,
  pack: ContextPack | null = null,
  options: RenderDocumentOptions = {},
): RenderedDocument {
  const read = readDocument(document, options);
  const { own, sent, composition, variables } = read;
  const composed = composition.document;
  const pairs = options.pairs ?? [];
  const prepared = prepareValues(variables, values);
  const { takesHeld, written } = read.included;
  const held = new Set<string>();
  const partial = (reference: string) => {
    if (!written.has(reference) && !composition.isToken(reference)) held.add(reference);
    return composition.partial(reference);
  };
  const texts = renderSections(sent, prepared.values, variables, { ...options, partial });
  const pieces = listPieces(composed, texts.rendered, pack, pairs);
  const { messages, pairPlaces } = toMessages(composed, pieces, pairs);
  const problems = [
    ...readingProblems(document, read),
    ...prepared.problems,
    ...texts.problems.map((problem) => placeInherited(document, composition, problem)),
    ...checkDeclarations(document, variables),
    ...checkMessages(own, texts.rendered, messages),
    ...checkTools(composed.tools),
  ];
  return {
    messages,
    settings: resolveSettings(composed.settings),
    tools: composed.tools,
    responseSchema: composed.responseSchema,
    techniques: composed.techniques ?? {},
    variables,
    problems: dropRepeats(problems),
    held: takesHeld ? [...held] : null,
    hash: hashMessages(messages),
    sections: pieces.map((piece) => hideTokens(piece, composition)),
    pairPlaces,
  };
}

/** What comes from an extended prompt belongs to no section here. */
function hideTokens(piece: RenderedSection, { inherited }: Composition): RenderedSection {
  if (piece.sectionId === null || !inherited.has(piece.sectionId)) return piece;
  return { ...piece, sectionId: null, part: piece.part === 'text' ? 'inherited' : piece.part };
}

type RenderedText = { id: string; kind: SectionKind; role: Message['role']; text: string };

function renderSections(
  sections: readonly ParsedSection[],
  values: Values,
  variables: readonly DocumentVariable[],
  options: RenderDocumentOptions,
): { rendered: RenderedText[]; problems: DocumentProblem[] } {
  const left = { ...DEFAULT_RENDER_LIMITS, ...options.limits };
  const problems: DocumentProblem[] = [];
  const rendered = sections.map(({ section, template }) => {
    const result = renderTemplate(template, values, { partial: options.partial, limits: left });
    left.output -= result.spent.output;
    left.partials -= result.spent.partials;
    left.iterations -= result.spent.iterations;
    left.steps -= result.spent.steps;
    left.source -= result.spent.source;
    for (const problem of result.problems) {
      const judged = problem.code === 'variable.missing' ? judgeMissing(problem, variables) : problem;
      if (judged) problems.push({ ...judged, sectionId: section.id });
    }
    return { id: section.id, kind: section.kind, role: section.role ?? 'user', text: result.text };
  });
  return { rendered, problems };
}

/** A name without a value is an error, unless its declaration allows it or items of a list may lack it. */
function judgeMissing(
  problem: DocumentProblem,
  variables: readonly DocumentVariable[],
): DocumentProblem | undefined {
  const variable = variables.find(({ name }) => name === problem.subject);
  if (variable && variable.source !== 'text' && !variable.required) return undefined;
  const isField = variables.some(({ fields }) => fields.includes(problem.subject ?? ''));
  return !variable && isField ? problem : { ...problem, severity: 'error' };
}

function listPieces(
  document: PromptDocument,
  rendered: readonly RenderedText[],
  pack: ContextPack | null,
  pairs: Pairs,
): RenderedSection[] {
  const pieces: RenderedSection[] = [];
  const add = (sectionId: string | null, kind: SectionKind, part: RenderedSection['part'], text: string) => {
    if (text !== '') pieces.push({ sectionId, kind, part, text });
  };
  const addExtra = (kind: SectionKind, part: RenderedSection['part'], text: string) =>
    add(rendered.findLast((section) => section.kind === kind)?.id ?? null, kind, part, text);
  const addTexts = (kind: SectionKind) => {
    for (const section of rendered) {
      if (section.kind === kind) add(section.id, kind, 'text', trimBlankLines(section.text));
    }
  };
  addTexts('system');
  for (const kind of USER_KINDS) {
    addTexts(kind);
    if (kind === 'context' && pack) addExtra(kind, 'files', fencePack(pack));
    // Sent as messages they are written the same way here, for counting.
    if (kind === 'examples') {
      addExtra(kind, 'examples', writePairs(document.examples));
      add(null, kind, 'pairs', writePairs(pairs));
    }
  }
  for (const words of techniqueWords(document)) {
    // Before a conversation a message of its own would be answered by nobody.
    const kind = rendered.some((section) => section.kind === 'message' && section.text !== '')
      ? 'system'
      : 'output_format';
    add(null, kind, 'technique', words);
  }
  for (const { id, kind, text } of rendered) if (kind === 'message') add(id, kind, 'text', text);
  return pieces;
}

/** What techniques ask of the model. */
function techniqueWords({ techniques = {}, tools, responseSchema }: PromptDocument): string[] {
  const { chainOfThought, react } = techniques;
  return [
    ...(react && tools.length > 0 ? [reactWords(tools, responseSchema)] : []),
    ...(chainOfThought ? [thinkingWords(chainOfThought.instruction)] : []),
  ];
}

function isFilled({ input, output }: Example): boolean {
  return input !== '' || output !== '';
}

function toMessages(
  document: PromptDocument,
  pieces: readonly RenderedSection[],
  pairs: Pairs,
): Pick<RenderedDocument, 'messages' | 'pairPlaces'> {
  const asMessages = document.examplesAs === 'messages';
  const roles = new Map(document.sections.map(({ id, role }) => [id, role ?? 'user']));
  const join = (chosen: readonly RenderedSection[]) => chosen.map(({ text }) => text).join(joint);
  const system = join(pieces.filter(({ kind }) => kind === 'system'));
  const ofUser = pieces.filter(
    ({ kind, part }) =>
      kind !== 'system' && kind !== 'message' && !(asMessages && (part === 'examples' || part === 'pairs')),
  );
  const user = join(ofUser);
  const messages: Message[] = [];
  if (system !== '') messages.push({ role: 'system', content: system });
  if (asMessages) messages.push(...turnsOf(document.examples.filter(isFilled)));
  const pairPlaces = asMessages
    ? placeTurns(pairs, messages.length)
    : placeInText(pairs, ofUser, messages.length);
  if (asMessages) messages.push(...turnsOf(pairs));
  if (user !== '') messages.push({ role: 'user', content: user });
  for (const { sectionId, kind, text } of pieces) {
    if (kind === 'message') messages.push({ role: roles.get(sectionId ?? '') ?? 'user', content: text });
  }
  return { messages, pairPlaces };
}

/** Cuts blank lines at both ends, and the line end of the last line; spaces of a first line stay. */
function trimBlankLines(text: string): string {
  let from = 0;
  for (let at = 0; at < text.length && isSpace(text.charCodeAt(at)); at += 1) {
    if (text.charCodeAt(at) === 10) from = at + 1;
  }
  let to = text.length;
  for (let at = text.length; at > from && isSpace(text.charCodeAt(at - 1)); at -= 1) {
    const code = text.charCodeAt(at - 1);
    if (code === 10 || code === 13) to = at - 1;
  }
  const kept = text.slice(from, to);
  return kept.trim() === '' ? '' : kept;
}

function isSpace(code: number): boolean {
  return code === 32 || code === 9 || code === 10 || code === 13;
}

function checkMessages(
  own: readonly ParsedSection[],
  rendered: readonly RenderedText[],
  messages: readonly Message[],
): DocumentProblem[] {
  const ids = new Set(own.map(({ section }) => section.id));
  const problems: DocumentProblem[] = [];
  for (const { id, kind, text } of rendered) {
    if (kind !== 'message' || text !== '' || !ids.has(id)) continue;
    const message = 'This message is empty and is left out.';
    problems.push({
      ...documentProblem({ severity: 'info', code: 'section.empty', message }),
      sectionId: id,
    });
  }
  if (messages.length === 0) {
    const message = 'There is nothing to send: every section is empty.';
    problems.push(documentProblem({ severity: 'error', code: 'document.empty', message }));
  }
  return problems;
}
