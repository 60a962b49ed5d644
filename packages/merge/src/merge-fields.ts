import { DOCUMENT_LIMITS, findJsonFault, isStorableText, type Json } from '@promptvault/document';
import { type ConflictDesk, pathOf } from './conflict.ts';
import { mergeTexts } from './merge-texts.ts';
import { mergeValues } from './merge-values.ts';
import { isSame } from './same-json.ts';

/** The three states of one place. */
export interface Three<T> {
  base: T;
  ours: T;
  theirs: T;
}

export const pick = <T, K extends keyof T>({ base, ours, theirs }: Three<T>, key: K): Three<T[K]> => ({
  base: base[key],
  ours: ours[key],
  theirs: theirs[key],
});

type Parts = readonly (string | number)[];
type Check = (value: unknown) => boolean;

const isText =
  (most: number): Check =>
  (value) =>
    typeof value === 'string' && value.length <= most && isStorableText(value);

/** A value that is one thing: whoever changed it decides, and two changes clash. */
export function mergeField<T>(desk: ConflictDesk, three: Three<T>, parts: Parts, isValid: Check): T {
  const { base, ours, theirs } = three;
  if (isSame(ours, theirs) || isSame(base, theirs)) return ours;
  if (isSame(base, ours)) return theirs;
  const conflict = { path: pathOf(...parts), kind: 'field' as const, ...orNull(three) };
  const settled = desk.settle(conflict, isValid);
  return (settled === null ? absentIn(three) : settled) as T;
}

/** JSON: objects are merged key by key, anything else is one thing. */
export function mergeJson(desk: ConflictDesk, three: Three<Json>, parts: Parts): Json {
  const merged = mergeValues(three.base, three.ours, three.theirs);
  if (merged !== 'clash' && merged.value !== undefined && findJsonFault(merged.value) === undefined)
    return merged.value;
  const conflict = { path: pathOf(...parts), kind: 'field' as const, ...three };
  return desk.settle(conflict, (value) => findJsonFault(value) === undefined);
}

/** A text, merged by lines and words; each stretch both changed is a conflict of its own. */
export function mergeText(
  desk: ConflictDesk,
  three: Three<string>,
  parts: Parts,
  most: number = DOCUMENT_LIMITS.text,
): string {
  const { base, ours, theirs } = three;
  const pieces = mergeTexts(base, ours, theirs);
  const longest = pieces.reduce(
    (sum, piece) => sum + ('text' in piece ? piece.text.length : longestOf(piece)),
    0,
  );
  if (longest > most)
    return String(desk.settle({ path: pathOf(...parts), kind: 'text', ...three }, isText(most)));
  let text = '';
  let open = 0;
  let left = most - longest;
  for (const piece of pieces) {
    if ('text' in piece) {
      text += piece.text;
      continue;
    }
    const at = { from: text.length, to: text.length };
    const conflict = { path: pathOf(...parts, open), kind: 'text' as const, ...piece, at };
    const room = longestOf(piece) + left;
    const settled = String(desk.settle(conflict, isText(room)));
    left = room - Math.max(settled.length, longestOf(piece));
    text += settled;
    at.to = text.length;
    open += 1;
  }
  return text;
}

const longestOf = ({ base, ours, theirs }: Three<string>) =>
  Math.max(base.length, ours.length, theirs.length);

/** A list of short texts, such as the options of a variable: merged like the lines of a text. */
export function mergeTextList(
  desk: ConflictDesk,
  three: Three<string[]>,
  parts: Parts,
  isValid: Check,
): string[] {
  const asLines = (list: readonly string[]) => list.map((item) => `${encodeURIComponent(item)}\n`).join('');
  const pieces = mergeTexts(asLines(three.base), asLines(three.ours), asLines(three.theirs));
  const lines = pieces.map((piece) => ('text' in piece ? piece.text : undefined));
  const merged = lines.includes(undefined)
    ? undefined
    : lines
        .join('')
        .split('\n')
        .slice(0, -1)
        .map((line) => decodeURIComponent(line));
  if (merged && isValid(merged)) return merged;
  return mergeField(desk, three, parts, isValid);
}

const orNull = <T>({ base, ours, theirs }: Three<T>): Three<Json> => ({
  base: (base ?? null) as Json,
  ours: (ours ?? null) as Json,
  theirs: (theirs ?? null) as Json,
});

/** null where the place can hold it, else undefined: an absent setting has no value at all. */
const absentIn = <T>({ base, ours, theirs }: Three<T>): null | undefined =>
  [base, ours, theirs].includes(undefined as T) ? undefined : null;
