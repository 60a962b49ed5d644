import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { ChosenPairsView, RunSource } from '@promptvault/contract/studio/runs/shapes';
import type { ContextPack, DocumentProblem, PromptDocument, RenderedDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import {
  findAssignment,
  type LoadedSource,
  loadSource,
  openPrompt,
  renderDocument,
} from '../../../vault/prompts/index.ts';
import type { ChooseExamples } from './choose-examples.ts';

/** What a run sends, and where it is from. */
export interface ReadSource {
  rendered: RenderedDocument;
  /** The cases among what is sent; null where the prompt takes none. */
  examples: ChosenPairsView | null;
  document: PromptDocument;
  prompt: { id: string; title: string } | null;
  /** Null for a draft or a loose document, whose copy the run keeps. */
  version: { id: string; number: number } | null;
  /** The variant of an experiment that the subject it is for was given. */
  assignment: LoadedSource['assignment'];
}

interface Wanted {
  source: RunSource;
  values: Record<string, unknown>;
  context: ContextPack['items'];
  choose: ChooseExamples;
}

/**
 * Finds the document and renders it as the preview does, with the examples that are chosen for its values.
 * @throws what opening a prompt throws, run.prompt_has_errors, run.empty, run.case_set_missing
 */
export async function readSource(ctx: Ctx, wanted: Wanted): Promise<ReadSource> {
  const found = await findDocument(ctx, wanted.source);
  const read = await renderFound(ctx, found, wanted);
  const issues = issuesOf(read.rendered);
  if (issues.length > 0) throw RunError.prompt_has_errors().with(issues);
  return { ...found, ...read };
}

/** The document with these values. @throws run.empty, run.case_set_missing */
export async function renderFound(
  ctx: Ctx,
  { document }: Pick<ReadSource, 'document'>,
  { source, values, context, choose }: Wanted,
): Promise<Pick<ReadSource, 'rendered' | 'examples'>> {
  const caller = source.kind === 'label' ? source : undefined;
  const given = { values, pack: { items: context }, caller };
  const rendered = await renderDocument(ctx, document, given);
  if (rendered.messages.length === 0) throw RunError.empty();
  if (issuesOf(rendered).length > 0) return { rendered, examples: null };
  const chosen = await choose(rendered, values);
  if (!chosen || chosen.pairs.length === 0) return { rendered, examples: chosen?.told ?? null };
  const { pairs, told } = chosen;
  return { rendered: await renderDocument(ctx, document, { ...given, pairs }), examples: told };
}

/** What keeps it from being run. */
export const issuesOf = ({ problems }: RenderedDocument) =>
  problems.filter(({ severity }) => severity === 'error').map(toIssue);

/** @throws what opening a prompt throws, run.assignment_unknown */
export async function findDocument(
  ctx: Ctx,
  source: RunSource,
): Promise<Omit<ReadSource, 'rendered' | 'examples'>> {
  const { promptId } = source;
  const opened = promptId === undefined ? undefined : await openPrompt(ctx, { promptId }, 'prompt.read');
  const prompt = opened ? { id: opened.id, title: opened.title } : null;
  if (source.kind === 'document')
    return { prompt, document: source.document, version: null, assignment: null };
  if (!opened) throw ResourceError.not_found();
  const { document, version, assignment } = await loadSource(ctx, opened, source);
  return {
    prompt,
    document,
    version: version && { id: version.id, number: version.number },
    assignment: source.kind === 'version' ? await assignedTo(ctx, source) : assignment,
  };
}

/** What the caller says that this version was given for. @throws run.assignment_unknown */
async function assignedTo(
  ctx: Ctx,
  { promptId, number, assignmentId }: Extract<RunSource, { kind: 'version' }>,
): Promise<ReadSource['assignment']> {
  if (assignmentId === undefined) return null;
  const found = await findAssignment(ctx, promptId, { assignmentId, version: number });
  if (!found) throw RunError.assignment_unknown();
  return found;
}

function toIssue({ code, message, sectionId, subject, from }: DocumentProblem) {
  const place = sectionId ? ['sections', sectionId, from.line, from.column] : [];
  return { path: place.length > 0 ? place : subject ? [subject] : [], code, message };
}
