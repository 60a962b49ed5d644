import type { Template, TemplateNode } from './ast.ts';

/** One line of an outline: a Markdown heading with its level, or a tag that has something under it. */
export type OutlineEntry = {
  kind: 'heading' | 'section' | 'inverted' | 'block' | 'parent' | 'partial';
  name: string;
  /** 1 to 6 for a heading, otherwise 0. */
  level: number;
  from: number;
  to: number;
  children: OutlineEntry[];
};

const HEADING = /^ {0,3}(#{1,6})[ \t](.*)$/;
const FENCE = /^ {0,3}(`{3,}|~{3,})/;

/**
 * Headings and tags of a text as a tree, in the order of the source. A heading holds what follows it down to
 * the next heading of its level; a section, block or parent holds what stands in it. Headings in fenced code
 * are text.
 */
export function outlineTemplate(template: Template): OutlineEntry[] {
  const tags: OutlineEntry[] = [];
  collect(template.nodes, tags);
  const entries = [...listHeadings(template.source), ...tags].sort((a, b) => a.from - b.from || b.to - a.to);
  return nest(entries);
}

function collect(nodes: readonly TemplateNode[], entries: OutlineEntry[]): void {
  for (const node of nodes) {
    if (node.kind === 'text' || node.kind === 'variable') continue;
    const kind = node.kind === 'section' && node.inverted ? 'inverted' : node.kind;
    const name = node.kind === 'partial' || node.kind === 'parent' ? node.reference : node.name;
    entries.push({ kind, name, level: 0, from: node.from, to: node.to, children: [] });
    if (node.kind === 'parent') collect(node.blocks, entries);
    else if (node.kind !== 'partial') collect(node.children, entries);
  }
}

function listHeadings(source: string): OutlineEntry[] {
  const headings: OutlineEntry[] = [];
  let fence: string | undefined;
  let at = 0;
  for (const line of source.split('\n')) {
    const mark = FENCE.exec(line)?.[1];
    const heading = fence === undefined ? HEADING.exec(line) : null;
    const name = heading && readHeading(heading[2] ?? '');
    if (fence === undefined && mark) fence = mark;
    else if (fence !== undefined && mark?.startsWith(fence) && line.trim() === mark) fence = undefined;
    if (heading && name) {
      const level = (heading[1] ?? '').length;
      headings.push({ kind: 'heading', name, level, from: at, to: source.length, children: [] });
    }
    at += line.length + 1;
  }
  closeHeadings(headings);
  return headings;
}

/** The text of a heading without the signs that may close it. */
function readHeading(rest: string): string {
  const text = rest.trim();
  let end = text.length;
  while (end > 0 && text[end - 1] === '#') end -= 1;
  const closes = end < text.length && (end === 0 || text[end - 1] === ' ');
  return closes ? text.slice(0, end).trim() : text;
}

/** Lets each heading end where the next of its level or above begins. */
function closeHeadings(headings: readonly OutlineEntry[]): void {
  const open: OutlineEntry[] = [];
  for (const heading of headings) {
    for (let last = open.at(-1); last && last.level >= heading.level; last = open.at(-1)) {
      last.to = heading.from;
      open.pop();
    }
    open.push(heading);
  }
}

/** Puts each entry under the innermost earlier one it begins in; a heading ends with the tag it stands in. */
function nest(entries: readonly OutlineEntry[]): OutlineEntry[] {
  const roots: OutlineEntry[] = [];
  const path: OutlineEntry[] = [];
  for (const entry of entries) {
    while (path.length > 0 && (path.at(-1) as OutlineEntry).to <= entry.from) path.pop();
    if (entry.kind === 'heading') {
      const around = path.findLast(({ kind }) => kind !== 'heading');
      if (around) entry.to = Math.min(entry.to, around.to);
    }
    for (let last = path.at(-1); last && last.to < entry.to; last = path.at(-1)) path.pop();
    (path.at(-1)?.children ?? roots).push(entry);
    path.push(entry);
  }
  return roots;
}
