/** How the conflicts of one merge are settled so far; kept in this browser until the merge is made. */
import type { Json } from '@promptvault/document';
import type { MergeConflict, MergeResolution } from '../api/merges.ts';

export type Choice = { choose: 'base' | 'ours' | 'theirs' } | { value: Json };
export type Choices = Readonly<Record<string, Choice>>;

/** Only those of conflicts that are there; another version of a side has others. */
export const resolutionsOf = (conflicts: readonly MergeConflict[], choices: Choices): MergeResolution[] =>
  conflicts.flatMap(({ path }): MergeResolution[] => {
    const choice = choices[path];
    return choice ? [{ path, ...choice } as MergeResolution] : [];
  });

/** The conflict to go to from one: the next or previous, those still open first. */
export function nextConflict(
  conflicts: readonly MergeConflict[],
  choices: Choices,
  current: string | undefined,
  direction: 1 | -1,
): string | undefined {
  const at = conflicts.findIndex(({ path }) => path === current);
  const turned = conflicts.map((_, step) => {
    const place = at < 0 && direction < 0 ? -1 - step : at + (step + 1) * direction;
    return conflicts.at(((place % conflicts.length) + conflicts.length) % conflicts.length);
  });
  return (turned.find((each) => each && !choices[each.path]) ?? turned[0])?.path;
}
