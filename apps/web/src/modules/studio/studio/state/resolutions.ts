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

/** A conflict by all that stands there: a choice made for it holds only while both sides say the same. */
export const conflictKey = ({ path, base, ours, theirs }: MergeConflict): string =>
  `${path} ${mixText(JSON.stringify([base, ours, theirs]))}`;

/** What was chosen for these very conflicts, by their paths. */
export const choicesOf = (conflicts: readonly MergeConflict[], kept: Choices): Choices =>
  Object.fromEntries(
    conflicts.flatMap((conflict) => {
      const choice = kept[conflictKey(conflict)];
      return choice ? [[conflict.path, choice]] : [];
    }),
  );

/** FNV-1a of the UTF-16 code units, 32 bits. */
function mixText(text: string): string {
  let mix = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) mix = Math.imul(mix ^ text.charCodeAt(at), 0x01000193);
  return (mix >>> 0).toString(36);
}
