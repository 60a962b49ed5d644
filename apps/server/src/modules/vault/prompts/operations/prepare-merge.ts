import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import {
  type BasePlan,
  buildBase,
  type Conflict,
  commonAncestors,
  history,
  type Merged,
  mergeDocuments,
  planBase,
  type Resolution,
  versionsIn,
} from '@promptvault/merge';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { findBranch } from '../repository/branches.ts';
import { findDocuments, findVersion, type VersionRecord } from '../repository/versions.ts';
import { versionLinks } from './version-links.ts';

export type MergeFrom = { branch: string } | { version: number };

/** What is merged, and the branch it is the head of where one was named. */
export interface MergeSource {
  branch: string | null;
  version: VersionRecord;
}

/** @throws resource.not_found, prompt.version_unknown, prompt.nothing_saved, prompt.merge_into_itself */
export async function findMergeSource(
  ctx: Ctx,
  prompt: Prompt,
  from: MergeFrom,
  into: string,
): Promise<MergeSource> {
  if ('version' in from) {
    const version = await findVersion(ctx, prompt.id, from.version);
    if (!version) throw PromptError.version_unknown({ version: from.version }).at('from', 'version');
    return { branch: null, version };
  }
  if (from.branch === into) throw PromptError.merge_into_itself({ branch: into }).at('from', 'branch');
  const branch = await findBranch(ctx, prompt.id, from.branch);
  if (!branch) throw ResourceError.not_found();
  const version =
    branch.headNumber === null ? undefined : await findVersion(ctx, prompt.id, branch.headNumber);
  if (!version) throw PromptError.nothing_to_merge({ from: from.branch, into });
  return { branch: from.branch, version };
}

export interface PreparedMerge {
  bases: number[];
  /** Versions of the source that the target lacks. */
  incoming: number;
  merged: Merged;
}

/** Merges a version into another (or into nothing), from the base their histories give. */
export async function prepareMerge(
  ctx: Ctx,
  prompt: Prompt,
  from: VersionRecord,
  into: VersionRecord | undefined,
  resolutions: readonly Resolution[],
): Promise<PreparedMerge> {
  const { graph } = await versionLinks(ctx, prompt);
  const known = new Set(history(graph, into?.number ?? null));
  const incoming = history(graph, from.number).filter((number) => !known.has(number)).length;
  const plan: BasePlan = into ? planBase(graph, into.number, from.number) : { kind: 'empty' };
  const base = await loadBase(ctx, prompt, plan);
  return {
    bases: into ? commonAncestors(graph, [into.number], [from.number]) : [],
    incoming,
    merged: mergeDocuments(base, into?.document ?? emptyDocument(), from.document, resolutions),
  };
}

async function loadBase(ctx: Ctx, prompt: Prompt, plan: BasePlan): Promise<PromptDocument> {
  const wanted = versionsIn(plan).map((number) => ({ promptId: prompt.id, number }));
  const found = await findDocuments(ctx, wanted);
  const documents = new Map(found.map(({ number, document }) => [number, document]));
  return buildBase(plan, (number) => documents.get(number) ?? emptyDocument());
}

const listed = 100;

/** @throws prompt.resolution_refused, prompt.merge_conflicts */
export function refuseOpenMerge({ conflicts, refused }: Merged, resolutions: readonly Resolution[]): void {
  if (refused.length > 0) {
    const issues = refused.slice(0, listed).map(({ path, reason }) => ({
      path: ['resolutions', resolutions.findIndex((one) => one.path === path)],
      code: `resolution.${reason}`,
      message:
        reason === 'unknown'
          ? `There is no conflict at ${path}.`
          : `What is given for ${path} cannot stand there.`,
    }));
    throw PromptError.resolution_refused({ count: refused.length }).with(issues);
  }
  if (conflicts.length > 0)
    throw PromptError.merge_conflicts({ count: conflicts.length }).with(
      conflicts.slice(0, listed).map(toIssue),
    );
}

const toIssue = ({ path }: Conflict) => ({
  path: ['resolutions', path],
  code: 'merge.conflict',
  message: `Both sides changed ${path} in different ways.`,
});
