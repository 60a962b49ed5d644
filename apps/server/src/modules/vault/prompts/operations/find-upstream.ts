import { DomainError } from '@promptvault/contract/errors';
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { history } from '@promptvault/merge';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { openPrompt, type Prompt } from '../open.ts';
import { versionLinks } from './version-links.ts';

export interface UpstreamRecord {
  prompt: Authorized<Prompt, 'prompt.read'>;
  /** The version of the original that is in the copy; null when it was copied before its first. */
  taken: number | null;
  head: number | null;
  newer: number;
}

/** The original of a copy, as far as it is in the version `head` of the copy. @throws prompt.no_upstream */
export async function findUpstream(ctx: Ctx, prompt: Prompt, head: number | null): Promise<UpstreamRecord> {
  if (prompt.upstreamPromptId === null) throw PromptError.no_upstream();
  const original = await openOriginal(ctx, prompt.upstreamPromptId);
  const { graph, upstream } = await versionLinks(ctx, prompt);
  const known = history(graph, head).flatMap((number) => upstream.get(number) ?? []);
  const taken = known.length > 0 ? Math.max(...known) : prompt.upstreamVersion;
  const newest = original.head?.number ?? null;
  const { graph: theirs } = await versionLinks(ctx, original);
  const had = new Set(history(theirs, taken));
  const newer = history(theirs, newest).filter((number) => !had.has(number)).length;
  return { prompt: original, taken, head: newest, newer };
}

async function openOriginal(ctx: Ctx, promptId: string): Promise<Authorized<Prompt, 'prompt.read'>> {
  try {
    return await openPrompt(ctx, { promptId }, 'prompt.read');
  } catch (error) {
    if (error instanceof DomainError && error.code === ResourceError.not_found.code)
      throw PromptError.no_upstream();
    throw error;
  }
}

export const getUpstream = (ctx: Ctx, prompt: Authorized<Prompt, 'prompt.read'>): Promise<UpstreamRecord> =>
  findUpstream(ctx, prompt, prompt.head?.number ?? null);
