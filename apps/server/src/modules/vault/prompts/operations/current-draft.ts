/** Drafts with all that was appended to them: the only way in which operations read one. */
import { type DraftRow, readStoredDraft, type StoredDraft } from '../repository/drafts.ts';
import type { Place } from '../repository/place.ts';
import { foldUpdates } from './draft-text.ts';

/** Updates stay in the log for this long after the snapshot holds them: who comes back reads only what is new. */
export const keptUpdates = 500;

export const findDraft = async (place: Place, branchId: string): Promise<DraftRow | undefined> =>
  current(await readStoredDraft(place, branchId, { lock: false }));

/** The draft, held until the transaction ends: two who write at once take turns. */
export const lockDraft = async (place: Place, branchId: string): Promise<DraftRow | undefined> =>
  current(await readStoredDraft(place, branchId, { lock: true }));

function current(stored: StoredDraft | undefined): DraftRow | undefined {
  if (!stored) return undefined;
  const { row, tail } = stored;
  if (tail.length === 0) return row;
  const { snapshot, document, hash } = foldUpdates(row.snapshot, tail);
  return { ...row, snapshot, document, hash };
}
