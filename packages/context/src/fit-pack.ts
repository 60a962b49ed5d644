/**
 * What of the chosen files fits into a number of tokens. The rule: files are taken in the order they were chosen; all
 * that fit stay whole, the first that does not is cut at the end of a line, and the ones after it are left out. What
 * is kept of a file is always its beginning, and is a range like any other, so that whoever reads the run later sees it.
 */
import type { TokenCount } from '@promptvault/tokens';
import { hashText } from './pack-item.ts';
import { countLines, sliceLines } from './text-lines.ts';

/** A chosen file as a document's ContextPack holds it. */
export type FitItem = {
  path: string;
  from?: number | undefined;
  to?: number | undefined;
  text: string;
  hash: string;
  tokens?: number | undefined;
};

export type FitInput<Item extends FitItem> = {
  items: readonly Item[];
  /** Tokens for all of them, with what stands around each. */
  budget: number;
  /** Tokens of the heading and the fence around one file. */
  around: number;
  count: (text: string) => TokenCount;
};

/** What becomes of one chosen file; `tokens` are those that are sent of it, without what stands around it. */
export type FitPart<Item extends FitItem> = {
  item: Item;
  tokensBefore: number;
  tokens: number;
} & ({ fate: 'whole'; kept: Item } | { fate: 'cut'; kept: Item } | { fate: 'left-out'; kept: undefined });

export type FittedPack<Item extends FitItem> = {
  /** One for each chosen file, in their order. */
  parts: FitPart<Item>[];
  /** What is sent. */
  items: Item[];
  /** Tokens of what is sent, with what stands around each; never over the budget. */
  used: number;
};

export function fitPack<Item extends FitItem>(input: FitInput<Item>): FittedPack<Item> {
  const parts: FitPart<Item>[] = [];
  let left = Math.max(0, input.budget);
  let isFull = false;
  for (const item of input.items) {
    const part: FitPart<Item> = isFull ? leaveOut(item, input) : fitOne(item, left - input.around, input);
    parts.push(part);
    if (part.kept) left -= part.tokens + input.around;
    isFull ||= part.fate !== 'whole';
  }
  const items = parts.flatMap(({ kept }) => (kept ? [kept] : []));
  return { parts, items, used: Math.max(0, input.budget) - left };
}

type Counting = Pick<FitInput<FitItem>, 'count'>;

const tokensOf = ({ tokens, text }: FitItem, { count }: Counting) => tokens ?? count(text).tokens;

function leaveOut<Item extends FitItem>(item: Item, counting: Counting): FitPart<Item> {
  return { item, tokensBefore: tokensOf(item, counting), tokens: 0, fate: 'left-out', kept: undefined };
}

function fitOne<Item extends FitItem>(item: Item, room: number, counting: Counting): FitPart<Item> {
  const tokensBefore = tokensOf(item, counting);
  if (tokensBefore <= room) return { item, tokensBefore, tokens: tokensBefore, fate: 'whole', kept: item };
  const lines = mostLines(item.text, room, counting);
  if (lines === 0) return leaveOut(item, counting);
  const text = sliceLines(item.text, { from: 1, to: lines });
  const { tokens } = counting.count(text);
  const from = item.from ?? 1;
  const kept: Item = { ...item, from, to: from + lines - 1, text, hash: hashText(text), tokens };
  return { item, tokensBefore, tokens, fate: 'cut', kept };
}

/** The most lines from the beginning that fit, but never all of them. */
function mostLines(text: string, room: number, { count }: Counting): number {
  let fits = 0;
  let tooMany = countLines(text);
  while (tooMany - fits > 1) {
    const lines = Math.floor((fits + tooMany) / 2);
    if (count(sliceLines(text, { from: 1, to: lines })).tokens <= room) fits = lines;
    else tooMany = lines;
  }
  return fits;
}
