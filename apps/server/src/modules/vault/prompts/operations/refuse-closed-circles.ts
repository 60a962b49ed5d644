/**
 * Saving is not the only way to a prompt that contains itself: a label that moves, or a path that is given to
 * another prompt, changes what texts that were saved long ago lead to. Circles that do not go through what is
 * changed are left alone: they were there before.
 */
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { headNumbers } from '../repository/branches.ts';
import { pathKeysOf, referencesTo } from '../repository/references.ts';
import { findDocuments } from '../repository/versions.ts';
import type { LabelTarget } from '../schema.ts';
import { keyOfVersion, loadComposition, wayBack } from './load-composition.ts';
import { parseReference } from './reference.ts';
import { findTargets } from './resolve-references.ts';

/** What a reference without a version or label means first. */
const usualLabel = 'production';

/**
 * Whether a label may point at these versions; none: the label is taken away.
 * @throws prompt.reference_cycle
 */
export async function refuseLabelCircle(
  ctx: Ctx,
  prompt: { id: string; path: string },
  label: string,
  targets: readonly LabelTarget[],
): Promise<void> {
  const isGone = targets.length === 0;
  if (isGone && label !== usualLabel) return;
  const numbers = isGone
    ? [(await headNumbers(ctx, [prompt.id])).get(prompt.id)]
    : targets.map(({ version }) => version);
  const meant = numbers.flatMap((number) => (number === undefined ? [] : [{ promptId: prompt.id, number }]));
  const documents = (await findDocuments(ctx, meant)).map(({ document }) => document);
  const ownKeys = new Set((await pathKeysOf(ctx, [prompt.id])).map(({ pathKey }) => pathKey));
  const key = 'label';
  // Each target may be what the label means for somebody, so a way back to the label is one from any of them.
  const nodes = await loadComposition(ctx, { key, documents }, (reference) => {
    const parsed = parseReference(reference);
    if (!parsed || !ownKeys.has(parsed.pathKey)) return false;
    if (parsed.want.kind === 'floating') return label === usualLabel;
    return !isGone && parsed.want.kind === 'label' && parsed.want.label === label;
  });
  const way = wayBack(nodes, key);
  const start = isGone ? prompt.path : `${prompt.path}@${label}`;
  if (way) throw PromptError.reference_cycle({ path: [start, ...way] });
}

/**
 * Whether a prompt may have the path it was just given: what was written for that path leads to it now.
 * @throws prompt.reference_cycle
 */
export async function refusePathCircle(ctx: Ctx, pathKey: string): Promise<void> {
  const written = await referencesTo(ctx, pathKey);
  const reached = await findTargets(ctx, written, { problems: [] });
  const started = new Set<string>();
  for (const { parsed, promptId, number, document } of reached) {
    const key = keyOfVersion(promptId, number);
    if (started.has(key)) continue;
    started.add(key);
    const way = wayBack(await loadComposition(ctx, { key, documents: [document] }), key);
    if (way) throw PromptError.reference_cycle({ path: [parsed.reference, ...way] });
  }
}
