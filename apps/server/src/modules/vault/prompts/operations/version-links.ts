import type { VersionGraph } from '@promptvault/merge';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { findVersionLinks } from '../repository/versions.ts';

export interface VersionLinks {
  graph: VersionGraph;
  /** In a fork: which version of the original is in a version of its own. */
  upstream: ReadonlyMap<number, number>;
}

/** How the versions of a prompt hang together. */
export async function versionLinks(ctx: Ctx, prompt: Prompt): Promise<VersionLinks> {
  const rows = await findVersionLinks(ctx, prompt.id);
  const graph = new Map<number, number[]>();
  const upstream = new Map<number, number>();
  for (const { number, parent, secondParent, upstreamVersion } of rows) {
    graph.set(
      number,
      [parent, secondParent].filter((one) => one !== null),
    );
    if (upstreamVersion !== null) upstream.set(number, upstreamVersion);
  }
  return { graph, upstream };
}
