import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { PromptSource } from '@promptvault/contract/vault/prompts/shapes';
import type { PromptDocument } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { AuthError, ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { may, mayWriteBranch } from '../policy.ts';
import { findBranch } from '../repository/branches.ts';
import { labelsOf } from '../repository/labels.ts';
import { findVersion } from '../repository/versions.ts';
import { type AssignedVersion, type Assignment, assignLabel, type Caller } from './assign-label.ts';
import { findDraft } from './current-draft.ts';

export interface LoadedSource {
  document: PromptDocument;
  /** null for a draft. */
  version: { id: string; number: number; hash: string } | null;
  label: string | null;
  branch: string | null;
  /** The variant of an experiment that the label meant for the subject. */
  assignment: Assignment | null;
}

/**
 * The text of a prompt that a source names. A draft is for those who may write its branch.
 * @throws auth.forbidden, resource.not_found, prompt.version_unknown, prompt.label_unknown, prompt.nothing_saved
 */
export async function loadSource(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'> | Authorized<Prompt, 'prompt.create'>,
  source: PromptSource,
): Promise<LoadedSource> {
  switch (source.kind) {
    case 'draft':
      return loadDraft(ctx, prompt, source.branch);
    case 'version':
      return loadVersion(ctx, prompt, source.number, null);
    case 'label': {
      const { number, assignment } = await versionFor(ctx, prompt, source.label, source);
      return { ...(await loadVersion(ctx, prompt, number, source.label)), assignment };
    }
  }
}

async function loadDraft(ctx: Ctx, prompt: Prompt, branch: string): Promise<LoadedSource> {
  const row = await findBranch(ctx, prompt.id, branch);
  const now = ctx.clock.now();
  if (row ? !mayWriteBranch(ctx.actor, prompt, row, now) : !may(ctx.actor, prompt, 'prompt.write', now))
    throw AuthError.forbidden();
  const draft = row && (await findDraft(ctx, row.id));
  if (!draft) throw ResourceError.not_found();
  return { document: draft.document, version: null, label: null, branch, assignment: null };
}

async function loadVersion(
  ctx: Ctx,
  prompt: Prompt,
  number: number,
  label: string | null,
): Promise<LoadedSource> {
  const found = await findVersion(ctx, prompt.id, number);
  if (!found) throw PromptError.version_unknown({ version: number });
  const { id, hash, document, branchName } = found;
  return { document, version: { id, number, hash }, label, branch: branchName, assignment: null };
}

async function versionFor(ctx: Ctx, prompt: Prompt, label: string, caller: Caller): Promise<AssignedVersion> {
  if (label === 'latest') {
    if (!prompt.head) throw PromptError.nothing_saved();
    return { number: prompt.head.number, assignment: null };
  }
  const row = (await labelsOf(ctx, [prompt.id])).find(({ name }) => name === label);
  if (!row) throw PromptError.label_unknown({ label });
  return assignLabel(ctx, row, caller);
}
