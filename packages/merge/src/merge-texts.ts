import { splitLines, splitWords } from '@promptvault/document';
import { type Edit, lineEdits, tokenEdits } from './text-edits.ts';

/** A stretch of a merged text: agreed on, or with what each side wants there. */
export type TextPiece = { text: string } | { base: string; ours: string; theirs: string };

/**
 * Merges two changes of a text: by lines first, and where both sides touched the same lines by words. Changes
 * of different lines never conflict, even where the lines are neighbours. The same two sides give the same
 * pieces in either order.
 */
export function mergeTexts(base: string, ours: string, theirs: string): TextPiece[] {
  if (ours === theirs || theirs === base) return [{ text: ours }];
  if (ours === base) return [{ text: theirs }];
  const lines = splitLines(base);
  const pieces: TextPiece[] = [];
  for (const chunk of weave(
    lines,
    lineEdits(lines, splitLines(ours)),
    lineEdits(lines, splitLines(theirs)),
  )) {
    const words = 'text' in chunk ? chunk.text : mergeWords(chunk.base, chunk.ours, chunk.theirs);
    pieces.push(words === undefined ? (chunk as TextPiece) : { text: words });
  }
  return pieces;
}

const mostWordEdits = 400;
const isWord = (token: string) => /[\p{L}\p{M}\p{N}_]/u.test(token);

/**
 * The merged text when both sides changed different words, else undefined. A whole word that nobody touched
 * must stand between two changes, and who replaced more than half of the words has written something else:
 * then a person decides.
 */
function mergeWords(base: string, ours: string, theirs: string): string | undefined {
  const tokens = splitWords(base);
  const our = tokenEdits(tokens, splitWords(ours), mostWordEdits);
  const their = tokenEdits(tokens, splitWords(theirs), mostWordEdits);
  if (isRewritten(tokens, our) || isRewritten(tokens, their)) return undefined;
  for (const one of our)
    for (const other of their) if (!isApart(tokens, one, other) && !isEqual(one, other)) return undefined;
  let merged = '';
  for (const chunk of weave(tokens, our, their)) {
    if (!('text' in chunk)) return undefined;
    merged += chunk.text;
  }
  return merged;
}

function isRewritten(tokens: readonly string[], edits: readonly Edit[]): boolean {
  const words = tokens.filter(isWord).length;
  const lost = edits.reduce((sum, { from, to }) => sum + tokens.slice(from, to).filter(isWord).length, 0);
  return lost * 2 > words;
}

function isApart(tokens: readonly string[], one: Edit, other: Edit): boolean {
  const [first, second] = one.from <= other.from ? [one, other] : [other, one];
  return tokens.slice(first.to, Math.max(second.from, first.to)).some(isWord);
}

const isEqual = (one: Edit, other: Edit) =>
  one.from === other.from && one.to === other.to && one.into.join('') === other.into.join('');

/** Whether two edits of different sides want the same place: a common token, or a point inside the other. */
function meet(one: Edit, other: Edit): boolean {
  if (one.from === one.to && other.from === other.to) return one.from === other.from;
  return one.from < other.to && other.from < one.to;
}

/** Lays the edits of two sides over the base; what both want differently is left open. */
function weave(base: readonly string[], ours: readonly Edit[], theirs: readonly Edit[]): TextPiece[] {
  const pieces: TextPiece[] = [];
  const say = (text: string) => {
    const last = pieces.at(-1);
    if (last && 'text' in last) last.text += text;
    else if (text !== '') pieces.push({ text });
  };
  let at = 0;
  let our = 0;
  let their = 0;
  while (our < ours.length || their < theirs.length) {
    const group = { ours: [] as Edit[], theirs: [] as Edit[] };
    if (isFirst(ours[our], theirs[their])) group.ours.push(ours[our++] as Edit);
    else group.theirs.push(theirs[their++] as Edit);
    for (;;) {
      const nextOur = ours[our];
      const nextTheir = theirs[their];
      if (nextOur && group.theirs.some((edit) => meet(nextOur, edit))) {
        group.ours.push(nextOur);
        our += 1;
      } else if (nextTheir && group.ours.some((edit) => meet(edit, nextTheir))) {
        group.theirs.push(nextTheir);
        their += 1;
      } else break;
    }
    const all = [...group.ours, ...group.theirs];
    const from = Math.min(...all.map((edit) => edit.from));
    const to = Math.max(...all.map((edit) => edit.to));
    say(base.slice(at, from).join(''));
    at = to;
    const wanted = {
      base: base.slice(from, to).join(''),
      ours: apply(base, group.ours, from, to),
      theirs: apply(base, group.theirs, from, to),
    };
    if (group.theirs.length === 0 || wanted.ours === wanted.theirs) say(wanted.ours);
    else if (group.ours.length === 0) say(wanted.theirs);
    else pieces.push(wanted);
  }
  say(base.slice(at).join(''));
  return pieces;
}

/** Which of the next edits stands first; at one place what only inserts goes before what replaces. */
function isFirst(our: Edit | undefined, their: Edit | undefined): boolean {
  if (!our || !their) return our !== undefined;
  return our.from < their.from || (our.from === their.from && our.to <= their.to);
}

function apply(base: readonly string[], edits: readonly Edit[], from: number, to: number): string {
  let text = '';
  let at = from;
  for (const edit of edits) {
    text += base.slice(at, edit.from).join('') + edit.into.join('');
    at = edit.to;
  }
  return text + base.slice(at, to).join('');
}
