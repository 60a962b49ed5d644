import type { promptCommittedPayload } from '@promptvault/contract/vault/prompts/events';
import { carryRange, type TextRange } from '@promptvault/document';
import type * as z from 'zod';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { RecordedEvent } from '../../../../foundation/module/define-module.ts';
import { type DraftReader, readDraftRanges } from '../../prompts/index.ts';
import {
  findSections,
  listFollowing,
  placeThread,
  promptsFollowed,
  type ThreadRow,
} from '../repository/threads.ts';
import { carried, rangeInDraft, type Versions } from './place-threads.ts';
import { tellFollowers } from './tell-followers.ts';

/**
 * Follows the open threads of branches into their new versions. What is not found there keeps its last place: a later
 * version may have the words again.
 */
export async function followCommits(ctx: Ctx, events: readonly RecordedEvent[]): Promise<void> {
  const followed = await promptsFollowed(
    ctx,
    events.map(({ subject }) => subject.id),
  );
  for (const event of events) if (followed.has(event.subject.id)) await followCommit(ctx, event);
}

async function followCommit(ctx: Ctx, event: RecordedEvent): Promise<void> {
  const { number } = event.payload as z.output<typeof promptCommittedPayload>;
  const promptId = event.subject.id;
  const branchId = (await findSections(ctx, promptId, [number])).get(number)?.branchId;
  if (!branchId) return;
  const rows = (await listFollowing(ctx, promptId, branchId)).filter(isBehind(number));
  if (rows.length === 0) return;
  const older = rows.flatMap(({ placedVersion }) => (placedVersion === null ? [] : [placedVersion]));
  const versions = await findSections(ctx, promptId, [...older, number]);
  const draft = await readDraftRanges(ctx, branchId);
  for (const row of rows) {
    const range = rangeInVersion(row, number, draft, versions);
    if (range)
      await placeThread(ctx, row.id, {
        placedVersion: number,
        placedFrom: range.from,
        placedTo: range.to,
      });
  }
  tellFollowers(ctx, { kind: 'prompt', id: promptId });
}

function rangeInVersion(
  row: ThreadRow,
  number: number,
  draft: DraftReader | undefined,
  versions: Versions,
): TextRange | null {
  const { anchor } = row;
  if (!anchor || anchor.on === 'whole_version') return null;
  const text = versions.get(number)?.texts.get(anchor.sectionId);
  if (text === undefined) return null;
  // The draft may be ahead of the version by now.
  const written = draft?.textOf(anchor.sectionId);
  const inDraft =
    draft && written !== undefined && anchor.on === 'draft'
      ? rangeInDraft(row, draft, written, versions)
      : null;
  if (inDraft && written !== undefined) return carryRange(written, text, inDraft);
  return carried(row, anchor.sectionId, text, versions);
}

/** An event may come twice, and late: a thread that is further on stays there. */
const isBehind =
  (number: number) =>
  ({ placedVersion }: ThreadRow) =>
    placedVersion === null || placedVersion < number;
