/**
 * What texts lead to, version by version: the graph in which a circle is looked for. A key names one version of a
 * prompt; whoever asks may give a key of their own to a text that is no version yet.
 */
import type { PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { linksOf } from './reference.ts';
import { findTargets, type Target } from './resolve-references.ts';

/** What one text leads to: keys of nodes, each with the reference as it is written. */
type Links = { reference: string; key: string }[];
export type Composition = ReadonlyMap<string, Links>;

/** Versions looked at; what lies beyond is left to rendering, which has limits of its own. */
const mostVersions = 1000;

export const keyOfVersion = (promptId: string, number: number): string => `${promptId}@${number}`;

/**
 * Everything the texts of `from` lead to, directly and through others.
 * `isSelf`: whether a reference leads to `self`, whatever it may mean now.
 */
export async function loadComposition(
  ctx: Ctx,
  from: { key: string; documents: readonly PromptDocument[] },
  isSelf: (reference: string) => boolean = () => false,
): Promise<Composition> {
  const targets = new Map<string, Target>();
  const keyOf = (reference: string): string | undefined => {
    if (isSelf(reference)) return from.key;
    const target = targets.get(reference);
    return target && keyOfVersion(target.promptId, target.number);
  };
  const nodes = new Map<string, Links>();
  let level = new Map([[from.key, from.documents]]);
  while (level.size > 0 && nodes.size < mostVersions) {
    const written = [...level].map(([key, documents]) => ({
      key,
      references: [...new Set(documents.flatMap(linksOf).map(({ reference }) => reference))],
    }));
    const all = [...new Set(written.flatMap(({ references }) => references))];
    const unknown = all.filter((reference) => !targets.has(reference) && !isSelf(reference));
    for (const target of await findTargets(ctx, unknown, { problems: [] }))
      targets.set(target.parsed.reference, target);
    for (const { key, references } of written)
      nodes.set(
        key,
        references.flatMap((reference) => {
          const to = keyOf(reference);
          return to === undefined ? [] : [{ reference, key: to }];
        }),
      );
    level = new Map();
    for (const reference of all) {
      const target = targets.get(reference);
      const key = keyOf(reference);
      if (target && key && !nodes.has(key)) level.set(key, [target.document]);
    }
  }
  return nodes;
}

/** The shortest way from a node back to itself, as references; undefined when there is none. */
export function wayBack(nodes: Composition, start: string): string[] | undefined {
  const seen = new Set([start]);
  let level: { key: string; way: string[] }[] = [{ key: start, way: [] }];
  while (level.length > 0) {
    const next: typeof level = [];
    for (const { key, way } of level)
      for (const link of nodes.get(key) ?? []) {
        if (link.key === start) return [...way, link.reference];
        if (seen.has(link.key)) continue;
        seen.add(link.key);
        next.push({ key: link.key, way: [...way, link.reference] });
      }
    level = next;
  }
  return undefined;
}
