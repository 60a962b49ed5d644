import { documentProblem, type PromptDocument, type RenderedDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { type RenderInput, renderDocument } from './render-document.ts';

const unchosen = {
  severity: 'info',
  code: 'techniques.examples_unchosen',
  message:
    'A run of this prompt is also sent examples from cases. They are chosen when it starts, for its models, and are not among these messages.',
} as const;

/** Renders a document for whoever looks at it without a run, and says what only a run adds. */
export async function previewDocument(
  ctx: Ctx,
  document: PromptDocument,
  input: RenderInput,
): Promise<RenderedDocument> {
  const rendered = await renderDocument(ctx, document, input);
  return rendered.techniques.fewShot
    ? { ...rendered, problems: [...rendered.problems, documentProblem(unchosen)] }
    : rendered;
}
