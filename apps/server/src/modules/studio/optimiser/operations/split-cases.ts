import { createHash } from 'node:crypto';

/**
 * Which cases are kept from the model that rewrites: the same for the same cases, whatever their order, so that two
 * optimisations can be compared. At least one is shown, and where a share is wanted at least one is not.
 * @param share 0 to 1
 */
export function heldOutOf(caseIds: readonly string[], share: number): ReadonlySet<string> {
  if (share <= 0 || caseIds.length < 2) return new Set();
  const most = caseIds.length - 1;
  const count = Math.min(most, Math.max(1, Math.round(caseIds.length * share)));
  const key = (caseId: string) => createHash('sha256').update(caseId).digest('hex');
  const ordered = [...caseIds].sort((a, b) => (key(a) < key(b) ? -1 : 1));
  return new Set(ordered.slice(0, count));
}
