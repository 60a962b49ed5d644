import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { emptyDocument } from '@promptvault/document';
import {
  type ChangeSummary,
  type Merged,
  mergeDocuments,
  type Resolution,
  summarizeChanges,
} from '@promptvault/merge';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { findBranch } from '../repository/branches.ts';
import { findVersion, type VersionRecord } from '../repository/versions.ts';
import { type CarriedDraft, carryDraft } from './carry-draft.ts';
import { type Committed, holdBranch, saveVersion } from './commit-version.ts';
import { findDraft } from './current-draft.ts';
import { findUpstream, type UpstreamRecord } from './find-upstream.ts';
import { refuseOpenMerge } from './prepare-merge.ts';

export interface PreviewPull {
  into: string;
  version?: number | undefined;
  resolutions: readonly Resolution[];
}

export interface PullPreview {
  upstream: UpstreamRecord;
  version: number;
  into: { branch: string; version: number | null };
  merged: Merged;
  changes: ChangeSummary;
  draft: CarriedDraft['state'];
}

/** @throws prompt.no_upstream, prompt.version_unknown, prompt.nothing_saved */
export async function previewPull(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { into, version, resolutions }: PreviewPull,
): Promise<PullPreview> {
  const branch = await findBranch(ctx, prompt.id, into);
  const draft = branch && (await findDraft(ctx, branch.id));
  if (!branch || !draft) throw ResourceError.not_found();
  const head = branch.headNumber === null ? undefined : await findVersion(ctx, prompt.id, branch.headNumber);
  const upstream = await findUpstream(ctx, prompt, branch.headNumber);
  const wanted = version ?? upstream.head;
  if (wanted === null) throw PromptError.nothing_saved();
  const merged = await mergeUpstream(ctx, upstream, wanted, head, resolutions);
  return {
    upstream,
    version: wanted,
    into: { branch: into, version: branch.headNumber },
    merged,
    changes: summarizeChanges(head?.document ?? emptyDocument(), merged.document),
    draft: carryDraft(draft, head, merged.document).state,
  };
}

export interface PullUpstream {
  into: string;
  version: number;
  expectedInto: number | null;
  resolutions: readonly Resolution[];
  message: string;
}

/**
 * Merges what the original did since it was last taken into a branch of the copy. The base is the version that was
 * last taken, so that a change is pulled once.
 * @throws prompt.no_upstream, prompt.version_unknown, prompt.version_conflict, prompt.nothing_to_merge,
 *   prompt.resolution_refused, prompt.merge_conflicts, prompt.draft_unsaved, prompt.archived
 */
export async function pullUpstream(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { into, version, expectedInto, resolutions, message }: PullUpstream,
): Promise<Committed> {
  if (prompt.status === 'archived') throw PromptError.archived();
  const held = await holdBranch(ctx, prompt, into, expectedInto);
  const { draft, head } = held;
  const upstream = await findUpstream(ctx, prompt, head?.number ?? null);
  const name = `${upstream.prompt.path}@${version}`;
  if (upstream.taken !== null && version <= upstream.taken)
    throw PromptError.nothing_to_merge({ from: name, into }).at('version');
  const merged = await mergeUpstream(ctx, upstream, version, head, resolutions);
  refuseOpenMerge(merged, resolutions);
  const carried = carryDraft(draft, head, merged.document);
  if (carried.state === 'blocks') throw PromptError.draft_unsaved({ branch: into });
  return saveVersion(ctx, prompt, {
    ...held,
    document: merged.document,
    draftDocument: carried.state === 'carried' ? carried.document : undefined,
    message: message || `Pulled ${name}`,
    upstreamVersion: version,
  });
}

async function mergeUpstream(
  ctx: Ctx,
  { prompt: original, taken }: UpstreamRecord,
  version: number,
  head: VersionRecord | undefined,
  resolutions: readonly Resolution[],
): Promise<Merged> {
  const theirs = await findVersion(ctx, original.id, version);
  if (!theirs) throw PromptError.version_unknown({ version }).at('version');
  const base = taken === null ? undefined : await findVersion(ctx, original.id, taken);
  return mergeDocuments(
    base?.document ?? emptyDocument(),
    head?.document ?? emptyDocument(),
    theirs.document,
    resolutions,
  );
}
