import {
  type DetectedVariable,
  detectVariables,
  type Position,
  type VariableKind,
  type VariableUse,
} from '@promptvault/template';
import type { Included } from './follow-references.ts';
import type { Json } from './json.ts';
import type { ParsedSection } from './parsed-document.ts';
import type { Variable, VariableType } from './shape.ts';

export type DocumentVariableUse = {
  sectionId: string;
  as: VariableUse['as'];
  from: Position;
  to: Position;
};

/** One field of the variable form. */
export type DocumentVariable = {
  /** Key of the value in the values given to `render`; dotted names may be given flat or nested. */
  name: string;
  /** The declaration in this document, null where there is none. */
  declared: Variable | null;
  /** Who gave it its type; `text`: nobody, it was found in a text and its type is a guess. */
  source: 'document' | 'included' | 'text';
  type: VariableType;
  /** How the texts use it. */
  kind: VariableKind;
  description: string;
  required: boolean;
  default: Json;
  options: string[];
  /** For a list of objects: names read from each item. */
  fields: string[];
  /** How often the sections of this document use it; 0 for one that only included prompts use. */
  useCount: number;
  /** The first place; all of them are found by `findUses`, since a long text has thousands. */
  firstUse: DocumentVariableUse | null;
  /** An included prompt reads it. */
  included: boolean;
};

const KINDS: Record<VariableType, VariableKind> = {
  text: 'text',
  number: 'text',
  select: 'text',
  file: 'text',
  boolean: 'flag',
  list: 'list',
  json: 'list',
};

const TYPES: Record<VariableKind, VariableType> = { text: 'text', flag: 'boolean', list: 'list' };

/**
 * As `documentVariables`, for sections that are parsed and references that are followed already. `extended` are
 * the declarations of extended prompts, which count as this document's own.
 */
export function mergeVariables(
  declared: readonly Variable[],
  sections: readonly ParsedSection[],
  included: Pick<Included, 'templates' | 'variables'> & { extended: readonly Variable[] },
): DocumentVariable[] {
  const variables = new Map<string, DocumentVariable>();
  for (const variable of declared) {
    if (!variables.has(variable.name)) variables.set(variable.name, fromDeclaration(variable, variable));
  }
  for (const variable of included.extended) {
    if (!variables.has(variable.name)) variables.set(variable.name, fromDeclaration(variable, null));
  }
  const inherited = new Map<string, Variable>();
  for (const variable of included.variables) {
    if (!variables.has(variable.name) && !inherited.has(variable.name))
      inherited.set(variable.name, variable);
  }
  const known = knownKinds(declared, included.variables);

  for (const { section, template, locate } of sections) {
    for (const detected of detectVariables(template, known)) {
      const variable = claim(variables, inherited, detected);
      variable.useCount += detected.uses.length;
      const [first] = detected.uses;
      if (first && !variable.firstUse) {
        const { as, from, to } = first;
        variable.firstUse = { sectionId: section.id, as, from: locate(from), to: locate(to) };
      }
    }
  }
  for (const template of included.templates) {
    for (const detected of detectVariables(template, known))
      claim(variables, inherited, detected).included = true;
  }
  const fields = new Set([...variables.values()].flatMap((variable) => variable.fields));
  return [...variables.values()].filter(
    (variable) => variable.useCount > 0 || variable.declared || !fields.has(variable.name),
  );
}

/** How a declared variable is used, by name; a declaration of the document goes before an included one. */
export function knownKinds(
  declared: readonly Variable[],
  included: readonly Variable[],
): Map<string, VariableKind> {
  const kinds = new Map<string, VariableKind>();
  for (const { name, type } of [...declared, ...included]) {
    if (!kinds.has(name)) kinds.set(name, KINDS[type]);
  }
  return kinds;
}

/** The variable a detected name belongs to, made when there is none yet. */
function claim(
  variables: Map<string, DocumentVariable>,
  inherited: ReadonlyMap<string, Variable>,
  detected: DetectedVariable,
): DocumentVariable {
  const owner = findByPrefix(variables, detected.name);
  if (owner) {
    owner.fields = [...new Set([...owner.fields, ...detected.fields])];
    if (owner.source === 'text') widen(owner, detected);
    return owner;
  }
  const declaration = inherited.get(detected.name);
  const variable = declaration ? fromDeclaration(declaration, null) : fromDetection(detected);
  variables.set(variable.name, variable);
  return variable;
}

function findByPrefix(
  variables: ReadonlyMap<string, DocumentVariable>,
  name: string,
): DocumentVariable | undefined {
  const exact = variables.get(name);
  if (exact) return exact;
  for (let dot = name.lastIndexOf('.'); dot > 0; dot = name.lastIndexOf('.', dot - 1)) {
    const owner = variables.get(name.slice(0, dot));
    if (owner && owner.source !== 'text') return owner;
  }
  return undefined;
}

/** A second text may show that a flag is written out, or repeated over. */
function widen(variable: DocumentVariable, detected: DetectedVariable): void {
  if (detected.kind === 'text' || (detected.kind === 'list' && variable.kind === 'flag')) {
    variable.kind = detected.kind;
    variable.type = TYPES[detected.kind];
  }
  variable.required ||= detected.kind === 'text' && !detected.optional;
}

function fromDeclaration(variable: Variable, declared: Variable | null): DocumentVariable {
  const { name, type, description, required, options } = variable;
  return {
    name,
    declared,
    source: declared ? 'document' : 'included',
    type,
    kind: KINDS[type],
    description,
    required,
    default: variable.default,
    options,
    fields: [],
    useCount: 0,
    firstUse: null,
    included: false,
  };
}

function fromDetection(detected: DetectedVariable): DocumentVariable {
  const { name, kind, fields } = detected;
  return {
    name,
    declared: null,
    source: 'text',
    type: kind === 'list' && fields.length > 0 ? 'json' : TYPES[kind],
    kind,
    description: '',
    required: kind === 'text' && !detected.optional,
    default: null,
    options: [],
    fields: [...fields],
    useCount: 0,
    firstUse: null,
    included: false,
  };
}
