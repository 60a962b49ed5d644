/** Conditions and loops that are open, for languages whose blocks have branches. */
import { type Draft, type Place, quote, readPath } from './draft.ts';

export type Block = {
  /** As the other language calls it. */
  kind: string;
  /** The tag that is open now, `#files` or `^files`; null for a block that leaves no tag. */
  current: string | null;
  /** Tags around it that an `else if` has opened, the outermost first. */
  outer: string[];
  /** In a loop: the name of each item, null where it is spoken of as `this`. */
  item?: string | null;
  /** Pieces of the text before it, where what it holds is left out. */
  mark?: number;
  place: Place;
};

export const closing = (tag: string) => `/${tag.slice(1)}`;
export const opposite = (tag: string) => (tag.startsWith('#') ? '^' : '#') + tag.slice(1);

export function openBlock(draft: Draft, blocks: Block[], block: Omit<Block, 'outer'>): void {
  if (block.current !== null) draft.tag(block.current);
  blocks.push({ ...block, outer: [] });
}

/** Goes to the other branch, and there to a further condition if one is given. */
export function branchBlock(draft: Draft, block: Block, next?: string): void {
  if (block.current === null) return;
  const other = opposite(block.current);
  draft.tag(closing(block.current));
  draft.tag(other);
  if (next !== undefined) {
    block.outer.push(other);
    draft.tag(next);
  }
  block.current = next ?? other;
}

export function closeBlock(draft: Draft, blocks: Block[]): void {
  const block = blocks.pop();
  if (!block || block.current === null) return;
  for (const tag of [block.current, ...block.outer.reverse()]) draft.tag(closing(tag));
}

/** Ends what nobody ended. */
export function closeAll(draft: Draft, blocks: Block[]): void {
  for (let block = blocks.at(-1); block; block = blocks.at(-1)) {
    draft.report('error', 'unclosed', `"${block.kind}" is opened here and never closed.`, block.place);
    closeBlock(draft, blocks);
  }
}

export type Names = {
  /** Names that hold lists. */
  lists: ReadonlySet<string>;
  /** What a path of the other language is called where it stands; undefined when nothing here can be it. */
  toName(path: string): { name: string; isOwn: boolean } | undefined;
};

/**
 * The tag of a condition. A list is asked for its first item, since a section over a list repeats. What is more than
 * a name becomes a switch of its own, which whoever fills in the prompt has to set.
 */
export function conditionTag(draft: Draft, expression: string, names: Names, place: Place): string {
  const plain = expression.trim().replace(/^\((.*)\)$/s, '$1');
  const negated = /^(?:not\s|!)\s*([^&|]+)$/.exec(plain)?.[1];
  if (negated !== undefined) return opposite(conditionTag(draft, negated, names, place));
  const path = readPath(plain);
  const found = path === undefined ? undefined : names.toName(path);
  if (found) {
    if (names.lists.has(found.name)) return `#${found.name}.0`;
    if (found.isOwn) draft.use(found.name, 'boolean');
    return `#${found.name}`;
  }
  const name = draft.nameFor(plain);
  draft.use(name, 'boolean', { description: `Whether ${quote(plain)}` });
  if (draft.calculates) {
    draft.calculate({ name, as: 'switch', source: plain }, place);
    return `#${name}`;
  }
  const message = `The condition "${quote(plain)}" becomes the switch "${name}", which has to be set by hand.`;
  draft.report('warning', 'condition_as_switch', message, place);
  return `#${name}`;
}
