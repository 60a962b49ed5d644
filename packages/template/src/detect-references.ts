import type { Template, TemplateNode } from './ast.ts';

export type DetectedReference = {
  /** `path@ref`, `@listing/path@version`, or for a dynamic one the name of the variable that holds it. */
  reference: string;
  dynamic: boolean;
  kind: 'partial' | 'parent';
  from: number;
  to: number;
};

/** The prompts a template includes, one entry a tag, in the order of the source. */
export function detectReferences(template: Template): DetectedReference[] {
  const references: DetectedReference[] = [];
  collect(template.nodes, references);
  return references;
}

function collect(nodes: readonly TemplateNode[], references: DetectedReference[]): void {
  for (const node of nodes) {
    if (node.kind === 'partial' || node.kind === 'parent') {
      const to = node.kind === 'parent' ? node.openTo : node.to;
      references.push({
        reference: node.reference,
        dynamic: node.dynamic,
        kind: node.kind,
        from: node.from,
        to,
      });
    }
    if (node.kind === 'parent') collect(node.blocks, references);
    else if (node.kind === 'section' || node.kind === 'block') collect(node.children, references);
  }
}

/**
 * True when a reference names no version or label: `tone/voice` floats, `tone/voice@production` and
 * `@listing/voice@3` do not, `@listing/voice` does.
 */
export function isFloating(reference: string): boolean {
  return reference.indexOf('@', 1) === -1;
}
