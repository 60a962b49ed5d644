import MarkdownIt, { type Token } from 'markdown-it';
import { footnotes } from './footnotes.ts';
import { lineBreaks } from './line-breaks.ts';
import type { MarkdownElement, MarkdownNode, MarkdownTag } from './tree.ts';

/** Deeper than this nothing can be told apart any more; the reader drops what is deeper. */
const deepest = 60;
/** Longer texts, and pages with more elements than this, are slow to draw. */
const longest = 200_000;
const mostTokens = 60_000;
/** A short text can ask for much: rows of a table are filled up, an address that is told once is written at each use. */
const mostCells = 20_000;
const mostGrowth = 4;

const md = new MarkdownIt({ html: false, linkify: true, maxNesting: deepest + 2 })
  .use(footnotes)
  .use(lineBreaks);
// `notes.md` is a file, not a site: only what says that it is an address becomes a link.
md.linkify.set({ fuzzyLink: false });
md.validateLink = (address) => /^(?:https?:|mailto:)/i.test(address) || !/^[^/?#]*:/.test(address);

/** The element of each kind of token that has one; of others only the content counts. */
const tags: Readonly<Record<string, MarkdownTag>> = {
  p: 'p',
  h1: 'h1',
  h2: 'h2',
  h3: 'h3',
  h4: 'h4',
  h5: 'h5',
  h6: 'h6',
  blockquote: 'blockquote',
  ul: 'ul',
  ol: 'ol',
  li: 'li',
  em: 'em',
  strong: 'strong',
  s: 'del',
  sup: 'sup',
  a: 'a',
  table: 'table',
  thead: 'thead',
  tbody: 'tbody',
  tr: 'tr',
  th: 'th',
  td: 'td',
};

type Open = MarkdownElement & { children: MarkdownNode[] };

/**
 * Reads Markdown (CommonMark, with GitHub's tables, struck words, bare addresses, task lists and footnotes).
 * @returns the blocks of the text; undefined where it is too long, too deep or asks for too much to be shown well
 */
export function readMarkdown(text: string): readonly MarkdownNode[] | undefined {
  if (text.length > longest || cellsOf(text) > mostCells) return undefined;
  const tokens = md.parse(text, {});
  let [count, length] = [0, 0];
  for (const token of [...tokens, ...tokens.flatMap(({ children }) => children ?? [])]) {
    if (token.level > deepest) return undefined;
    count += 1;
    length += token.content.length;
    for (const [, value] of token.attrs ?? []) length += String(value).length;
  }
  if (count > mostTokens || length > mostGrowth * text.length + 10_000) return undefined;
  const root: MarkdownNode[] = [];
  addAll(root, tokens);
  return root;
}

/** As many cells as the tables of a text can have at most: each line up to a blank one has as many as the line of dashes. */
function cellsOf(text: string): number {
  let [cells, columns] = [0, 0];
  for (const line of text.split(/\r\n?|\n/)) {
    if (/^[\s>]*$/.test(line)) columns = 0;
    else if (/^[\s>*+\-\d.)|:]+$/.test(line) && line.includes('-'))
      columns = Math.max(columns, line.split('|').length);
    cells += columns;
  }
  return cells;
}

function addAll(root: MarkdownNode[], tokens: readonly Token[]): void {
  const open: Open[] = [];
  for (const token of tokens) {
    const into = open.at(-1)?.children ?? root;
    if (token.nesting === 1) {
      // The paragraphs of a tight list are there for the reader alone.
      if (token.hidden) continue;
      const element = opened(token);
      into.push(element);
      open.push(element);
    } else if (token.nesting === -1) {
      if (!token.hidden) open.pop();
    } else if (token.type === 'inline')
      addInline(into, token, open.at(-1)?.tag === 'li' || isFirstOfItem(open));
    else addLeaf(into, token);
  }
}

/** The first paragraph of an item of a loose list. */
const isFirstOfItem = (open: readonly Open[]): boolean => {
  const [item, paragraph] = open.slice(-2);
  return item?.tag === 'li' && paragraph?.tag === 'p' && item.children.length === 1;
};

function opened(token: Token): Open {
  const element: Open = { tag: tags[token.tag] ?? 'p', children: [] };
  const address = token.attrGet('href');
  const start = token.attrGet('start');
  const align = /text-align:(left|center|right)/.exec(String(token.attrGet('style') ?? ''))?.[1];
  const title = token.attrGet('title');
  if (address !== null) element.address = String(address);
  if (start !== null) element.start = Number(start);
  if (align) element.align = align as 'left' | 'center' | 'right';
  if (title) element.title = String(title);
  return element;
}

/** Words within a block; at the beginning of an item they may tell a task. */
function addInline(into: MarkdownNode[], { children, content }: Token, mayBeTask: boolean): void {
  const words = children ?? [];
  const task = mayBeTask && into.length === 0 ? /^\[([ xX])\](?=\s)/.exec(content) : null;
  const [first] = words;
  if (task && first?.type === 'text' && first.content.startsWith(task[0])) {
    into.push({ tag: 'input', checked: task[1] !== ' ', children: [] });
    first.content = first.content.slice(task[0].length);
  }
  addAll(into, words);
}

function addLeaf(into: MarkdownNode[], token: Token): void {
  const { type, content } = token;
  if (type === 'softbreak') into.push('\n');
  else if (type === 'hardbreak') into.push({ tag: 'br', children: [] });
  else if (type === 'hr') into.push({ tag: 'hr', children: [] });
  else if (type === 'code_inline') into.push({ tag: 'code', children: [content] });
  else if (type === 'fence' || type === 'code_block')
    into.push({ tag: 'pre', children: [{ tag: 'code', children: [content] }] });
  else if (type === 'image') into.push(picture(token));
  else if (content) into.push(content);
}

function picture(token: Token): MarkdownElement {
  const title = token.attrGet('title');
  return {
    tag: 'img',
    address: String(token.attrGet('src') ?? ''),
    alt: md.renderer.renderInlineAsText(token.children ?? [], md.options, {}),
    ...(title && { title: String(title) }),
    children: [],
  };
}
