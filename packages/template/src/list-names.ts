import type { Tag, Template, TemplateNode } from './ast.ts';

/**
 * One place where a template writes a name. `from`…`to` is the name alone, without delimiters, sign and
 * the `*` of a dynamic one. `scopes` are the sections around it, outermost first; a section's own tags
 * stand outside of it.
 */
export type NamePlace = {
  name: string;
  as: 'text' | 'section' | 'inverted' | 'close' | 'dynamic' | 'partial' | 'parent' | 'block';
  from: number;
  to: number;
  scopes: string[];
  /** Where the tag begins that opened this section, block or parent; its own beginning for any other. */
  openedAt: number;
};

/** Every name of a template in the order of the source; what closes a section, block or parent is `close`. */
export function listNames(template: Template): NamePlace[] {
  const tags = new Map(template.tags.map((tag) => [tag.from, tag]));
  const places: NamePlace[] = [];
  collect(template, template.nodes, [], tags, places);
  return places.sort((a, b) => a.from - b.from);
}

function collect(
  template: Template,
  nodes: readonly TemplateNode[],
  scopes: string[],
  tags: ReadonlyMap<number, Tag>,
  places: NamePlace[],
): void {
  const add = (tagFrom: number, as: NamePlace['as'], openedAt: number) => {
    const tag = tags.get(tagFrom);
    if (!tag) return;
    const written = template.source.slice(tag.nameFrom, tag.nameTo);
    const star = /^\*\s*/.exec(isReference(tag) || as === 'close' ? written : '')?.[0] ?? '';
    const from = tag.nameFrom + star.length;
    places.push({ name: written.slice(star.length), as, from, to: tag.nameTo, scopes, openedAt });
  };
  for (const node of nodes) {
    if (node.kind === 'text') continue;
    if (node.kind === 'variable') add(node.from, 'text', node.from);
    else if (node.kind === 'section') add(node.from, node.inverted ? 'inverted' : 'section', node.from);
    else if (node.kind === 'block') add(node.from, 'block', node.from);
    else add(node.from, node.dynamic ? 'dynamic' : node.kind, node.from);
    if (node.kind === 'variable' || node.kind === 'partial') continue;
    const inside = node.kind === 'section' && !node.inverted && node.name !== '.';
    const children = node.kind === 'parent' ? node.blocks : node.children;
    collect(template, children, inside ? [...scopes, node.name] : scopes, tags, places);
    if (tags.get(node.closeFrom)?.kind === 'close' && node.to > node.closeFrom)
      add(node.closeFrom, 'close', node.from);
  }
}

function isReference({ kind }: Tag): boolean {
  return kind === 'partial' || kind === 'parent';
}
