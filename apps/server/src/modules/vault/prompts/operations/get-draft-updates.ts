import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { draftUpdatesAfter } from '../repository/drafts.ts';
import { findDraftOf } from './get-draft.ts';

/** Beyond this the whole state is shorter to send. */
const mostUpdates = 500;

export interface DraftUpdates {
  updates: Uint8Array[];
  seq: number;
  revision: number;
}

/** What is in the draft after `after`; for 0, or after a long time, the whole draft as one update. */
export async function getDraftUpdates(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.write'>,
  { branch, after }: { branch: string; after: number },
): Promise<DraftUpdates> {
  const { draft } = await findDraftOf(ctx, prompt, branch);
  const { seq, revision, snapshot } = draft;
  if (after === 0 || after > seq) return { updates: [snapshot], seq, revision };
  const rows = await draftUpdatesAfter(ctx, draft.branchId, after, mostUpdates + 1);
  const isWhole = rows.length > mostUpdates || (after < seq && rows[0]?.seq !== after + 1);
  if (isWhole) return { updates: [snapshot], seq, revision };
  return { updates: rows.map(({ update }) => update), seq: Math.max(seq, rows.at(-1)?.seq ?? 0), revision };
}
