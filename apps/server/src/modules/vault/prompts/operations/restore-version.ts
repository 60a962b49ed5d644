import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { findVersion } from '../repository/versions.ts';
import { type Committed, holdBranch, saveVersion } from './commit-version.ts';

export interface RestoreVersion {
  number: number;
  branch: string;
  expectedParent: number | null;
  message: string;
}

/** Saves an old version again on top of a branch, and sets the draft to it. @throws prompt.version_conflict */
export async function restoreVersion(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { number, branch, expectedParent, message }: RestoreVersion,
): Promise<Committed> {
  const old = await findVersion(ctx, prompt.id, number);
  if (!old) throw ResourceError.not_found();
  const held = await holdBranch(ctx, prompt, branch, expectedParent);
  return saveVersion(ctx, prompt, {
    ...held,
    document: old.document,
    message: message || `Restored version ${number}`,
    restoredFrom: number,
  });
}
