import type { Template, TemplateNode } from './ast.ts';

/** `flag`: shows or hides a section; `list`: a section repeats over it; `text`: written out. */
export type VariableKind = 'text' | 'flag' | 'list';

export type VariableUse = {
  from: number;
  to: number;
  as: 'text' | 'section' | 'inverted' | 'dynamic';
  /** Names of the sections around the use, outermost first. */
  scopes: string[];
};

export type DetectedVariable = {
  /** Dotted as written, for example `user.name`. */
  name: string;
  kind: VariableKind;
  /** Every text use stands inside a section of the same name, so leaving the value out is meant. */
  optional: boolean;
  /** For a list of objects: the names that are read from each item. */
  fields: string[];
  uses: VariableUse[];
};

/**
 * The variables a template reads, in the order of their first use. The kind of a name is taken from
 * `known` where it stands there; otherwise it is guessed: written out anywhere → `text`; a section that
 * writes `{{.}}` or takes in `{{>*.}}`, or whose name looks plural and which alone reads some unknown names → `list` (those
 * names become its `fields` and are not listed themselves); any other section → `flag`.
 */
export function detectVariables(
  template: Template,
  known: ReadonlyMap<string, VariableKind> = new Map(),
): DetectedVariable[] {
  const uses = new Map<string, VariableUse[]>();
  const implicit = new Set<string>();
  collect(template.nodes, [], uses, implicit);

  const kinds = new Map<string, VariableKind>();
  for (const [name, places] of uses) {
    const written = places.some((use) => use.as === 'text' || use.as === 'dynamic');
    const guess = implicit.has(name) ? 'list' : 'flag';
    kinds.set(name, known.get(name) ?? (written ? 'text' : guess));
  }

  const fields = new Map<string, string[]>();
  for (const [name, places] of uses) {
    const owner = known.has(name) ? undefined : findOwner(name, places, kinds, known);
    if (owner === undefined) continue;
    kinds.set(owner, 'list');
    const names = fields.get(owner);
    if (names) names.push(name);
    else fields.set(owner, [name]);
  }

  const owned = new Set([...fields.values()].flat());
  return [...uses]
    .filter(([name]) => !owned.has(name))
    .map(([name, places]) => ({
      name,
      kind: kinds.get(name) ?? 'text',
      optional: places.every((use) => use.as !== 'text' || use.scopes.includes(name)),
      fields: fields.get(name) ?? [],
      uses: places,
    }));
}

function collect(
  nodes: readonly TemplateNode[],
  scopes: string[],
  uses: Map<string, VariableUse[]>,
  implicit: Set<string>,
): void {
  const record = (name: string, use: VariableUse) => {
    const places = uses.get(name);
    if (places) places.push(use);
    else uses.set(name, [use]);
  };
  for (const node of nodes) {
    const { from } = node;
    if (node.kind === 'variable') {
      const scope = scopes.at(-1);
      if (node.name !== '.') record(node.name, { from, to: node.to, as: 'text', scopes });
      else if (scope !== undefined) implicit.add(scope);
    } else if (node.kind === 'section') {
      const as = node.inverted ? 'inverted' : 'section';
      if (node.name !== '.') record(node.name, { from, to: node.openTo, as, scopes });
      const inner = node.inverted || node.name === '.' ? scopes : [...scopes, node.name];
      collect(node.children, inner, uses, implicit);
    } else if (node.kind === 'block') {
      collect(node.children, scopes, uses, implicit);
    } else if (node.kind !== 'text') {
      const scope = scopes.at(-1);
      if (node.dynamic && node.reference !== '.')
        record(node.reference, { from, to: node.to, as: 'dynamic', scopes });
      else if (node.dynamic && scope !== undefined) implicit.add(scope);
      if (node.kind === 'parent') collect(node.blocks, scopes, uses, implicit);
    }
  }
}

/** The one section all uses of a name stand in, when it repeats over a list as far as one can tell. */
function findOwner(
  name: string,
  places: readonly VariableUse[],
  kinds: ReadonlyMap<string, VariableKind>,
  known: ReadonlyMap<string, VariableKind>,
): string | undefined {
  const owner = places[0]?.scopes.at(-1);
  if (owner === undefined || owner === name || name.startsWith(`${owner}.`)) return undefined;
  if (!places.every((use) => use.scopes.at(-1) === owner)) return undefined;
  const kind = kinds.get(owner);
  if (kind === 'list') return owner;
  const guessable = kind === 'flag' && !known.has(owner);
  return guessable && /[^s]s$/i.test(owner) ? owner : undefined;
}
