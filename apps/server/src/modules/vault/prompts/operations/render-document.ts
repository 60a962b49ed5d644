import type { ReferenceProblem, ResolvedReference } from '@promptvault/contract/vault/prompts/shapes';
import {
  type ContextPack,
  type DocumentProblem,
  type PromptDocument,
  type RenderDocumentOptions,
  type RenderedDocument,
  render,
} from '@promptvault/document';
import type { Values } from '@promptvault/template';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Caller } from './assign-label.ts';
import { linksOf } from './reference.ts';
import { followReferences } from './resolve-references.ts';

export interface RenderInput {
  values: Values;
  pack: ContextPack | null;
  caller?: Caller | undefined;
  pairs?: RenderDocumentOptions['pairs'];
}

/** A reference held by a variable shows itself only when rendering asks for it: then it is rendered again. */
const mostRounds = 8;

/** Renders a document with every prompt it refers to or extends. */
export async function renderDocument(
  ctx: Ctx,
  document: PromptDocument,
  { values, pack, caller, pairs }: RenderInput,
): Promise<RenderedDocument> {
  const known = new Map<string, ResolvedReference>();
  const asked = new Set<string>();
  const problems = new Map<string, ReferenceProblem>();
  const parents = document.extends === null ? [] : [document.extends];
  let held: string[] = [];
  let wanted = linksOf(document).map(({ reference }) => reference);
  for (let round = 1; ; round++) {
    for (const reference of wanted) asked.add(reference);
    const found = await followReferences(ctx, {
      references: wanted,
      parents: round === 1 ? parents : [],
      caller,
    });
    for (const item of found.items) {
      known.set(item.reference, item);
      asked.add(item.reference);
    }
    for (const one of found.problems) {
      problems.set(one.reference, one);
      asked.add(one.reference);
    }
    const partial = (reference: string) => known.get(reference);
    const rendered = render(document, values, pack, { partial, pairs, held });
    const now = rendered.held ?? [];
    if (now.every((reference) => held.includes(reference)) || round === mostRounds)
      return { ...rendered, problems: explainMissing(rendered.problems, problems) };
    held = now;
    wanted = now.filter((reference) => !asked.has(reference));
  }
}

/** Says of a reference that was not found why, where the document knows only that it is missing. */
export function explainMissing(
  problems: readonly DocumentProblem[],
  reasons: ReadonlyMap<string, ReferenceProblem>,
): DocumentProblem[] {
  return problems.map((found) => {
    const isMissing = found.code === 'partial.unknown' || found.code === 'extends.unknown';
    const reason = isMissing ? reasons.get(found.subject ?? '') : undefined;
    return reason ? { ...found, code: reason.code, message: reason.message } : found;
  });
}
