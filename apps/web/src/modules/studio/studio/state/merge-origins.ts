/** What a merge of two texts holds of each, in the names of the page. */
import type { PromptDocument } from '@promptvault/document';
import { currentLanguage } from '../../../../messages/catalogue.ts';
import { t } from '../messages.ts';
import { compareParts } from './compare-parts.ts';

/** Parts that `after` has otherwise than `before`: `Instructions`, `Variables`. */
const changedParts = (before: PromptDocument, after: PromptDocument): string[] =>
  compareParts(before, after)
    .filter((part) => part.before !== part.after)
    .map(({ label }) => label);

export type MergeOrigins = {
  /** Changed from the base in what others saved. */
  theirs: string[];
  /** What the merge has otherwise than what others saved. */
  mine: string[];
};

export const mergeOrigins = (
  base: PromptDocument,
  saved: PromptDocument,
  merged: PromptDocument,
): MergeOrigins => ({ theirs: changedParts(base, saved), mine: changedParts(saved, merged) });

/** `Instructions, Context and Variables` */
export const writeNames = (names: readonly string[]): string =>
  new Intl.ListFormat(currentLanguage()).format(names);

/** One sentence about what came from whom. */
export function writeOrigins(
  { theirs, mine }: MergeOrigins,
  { author, head }: { author: string; head: number },
): string {
  if (mine.length === 0) return t('originsTheirsOnly', { author, head });
  if (theirs.length === 0) return t('originsMineOnly', { author, head, mine: writeNames(mine) });
  return t('originsBoth', { author, head, theirs: writeNames(theirs), mine: writeNames(mine) });
}
