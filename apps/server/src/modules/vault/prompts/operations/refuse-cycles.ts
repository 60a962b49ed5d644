/**
 * A prompt is never saved so that it would contain itself. A reference to a version is a step to that version; one
 * to a label, or to none, may mean the text being saved, and so leads back to it.
 */
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { pathKeysOf } from '../repository/references.ts';
import { loadComposition } from './load-composition.ts';
import { linksOf, parseReference } from './reference.ts';

/** Prompts that lead to one another, counted from the one being saved. */
export const deepestComposition = 16;

const self = 'self';

/** @throws prompt.reference_cycle, prompt.references_too_deep */
export async function refuseCycles(
  ctx: Ctx,
  prompt: { id: string; path: string },
  document: PromptDocument,
): Promise<void> {
  const written = linksOf(document);
  if (written.length === 0) return;
  const ownKeys = new Set((await pathKeysOf(ctx, [prompt.id])).map(({ pathKey }) => pathKey));
  const nodes = await loadComposition(ctx, { key: self, documents: [document] }, (reference) => {
    const parsed = parseReference(reference);
    return parsed !== undefined && parsed.want.kind !== 'version' && ownKeys.has(parsed.pathKey);
  });
  const trail: { key: string; reference: string }[] = [{ key: self, reference: prompt.path }];
  const depths = new Map<string, number>();
  const walk = (key: string): number => {
    const known = depths.get(key);
    if (known !== undefined) return known;
    let deepest = 0;
    for (const link of nodes.get(key) ?? []) {
      const at = trail.findIndex((step) => step.key === link.key);
      if (at !== -1)
        throw PromptError.reference_cycle({
          path: [...trail.slice(at).map(({ reference }) => reference), link.reference],
        });
      trail.push({ key: link.key, reference: link.reference });
      // Rendering ends at a depth too, so a chain that is far too long is not walked to its end.
      if (trail.length > deepestComposition + 1)
        throw PromptError.references_too_deep({
          most: deepestComposition,
          path: trail.map(({ reference }) => reference),
        });
      deepest = Math.max(deepest, 1 + walk(link.key));
      trail.pop();
    }
    if (trail.length + deepest > deepestComposition + 1)
      throw PromptError.references_too_deep({
        most: deepestComposition,
        path: trail.map(({ reference }) => reference),
      });
    depths.set(key, deepest);
    return deepest;
  };
  walk(self);
}
