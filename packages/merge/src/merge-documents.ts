import {
  DOCUMENT_LIMITS,
  type Example,
  exampleSchema,
  type Json,
  type PromptDocument,
  promptDocumentSchema,
  type Section,
  type Settings,
  sectionSchema,
  settingsSchema,
  type Tool,
  toolImplementationSchema,
  toolSchema,
  type Variable,
  variableSchema,
} from '@promptvault/document';
import { type Techniques, techniquesSchema } from '@promptvault/document/techniques';
import { type Conflict, ConflictDesk, type RefusedResolution, type Resolution } from './conflict.ts';
import { type ElementMerge, mergeElements } from './merge-elements.ts';
import { mergeField, mergeJson, mergeText, mergeTextList, pick, type Three } from './merge-fields.ts';

export interface Merged {
  /** Valid in any case; where a conflict is open it reads as the base. */
  document: PromptDocument;
  /** Those no resolution settled. */
  conflicts: Conflict[];
  settled: Conflict[];
  refused: RefusedResolution[];
}

const passes =
  (schema: { safeParse(value: unknown): { success: boolean } }) =>
  (value: unknown): boolean =>
    schema.safeParse(value).success;

const longDescription = 10_000;

const sections: ElementMerge<Section> = {
  list: 'sections',
  most: DOCUMENT_LIMITS.sections,
  isValid: passes(sectionSchema),
  named: false,
  merge: (desk, three, at) => ({
    id: three.base.id,
    kind: mergeField(desk, pick(three, 'kind'), [...at, 'kind'], passes(sectionSchema.shape.kind)),
    role: mergeField(desk, pick(three, 'role'), [...at, 'role'], passes(sectionSchema.shape.role)),
    text: mergeText(desk, pick(three, 'text'), [...at, 'text']),
  }),
};

const variables: ElementMerge<Variable> = {
  list: 'variables',
  most: DOCUMENT_LIMITS.variables,
  isValid: passes(variableSchema),
  named: true,
  merge: (desk, three, at) => {
    const shape = variableSchema.shape;
    const field = <K extends 'name' | 'type' | 'required'>(key: K) =>
      mergeField(desk, pick(three, key), [...at, key], passes(shape[key]));
    return {
      id: three.base.id,
      name: field('name'),
      type: field('type'),
      description: mergeText(desk, pick(three, 'description'), [...at, 'description'], longDescription),
      required: field('required'),
      default: mergeJson(desk, pick(three, 'default'), [...at, 'default']),
      options: mergeTextList(desk, pick(three, 'options'), [...at, 'options'], passes(shape.options)),
    };
  },
};

const examples: ElementMerge<Example> = {
  list: 'examples',
  most: DOCUMENT_LIMITS.examples,
  isValid: passes(exampleSchema),
  named: false,
  merge: (desk, three, at) => ({
    id: three.base.id,
    input: mergeText(desk, pick(three, 'input'), [...at, 'input']),
    output: mergeText(desk, pick(three, 'output'), [...at, 'output']),
  }),
};

const tools: ElementMerge<Tool> = {
  list: 'tools',
  most: DOCUMENT_LIMITS.tools,
  isValid: passes(toolSchema),
  named: true,
  merge: (desk, three, at) => ({
    id: three.base.id,
    name: mergeField(desk, pick(three, 'name'), [...at, 'name'], passes(toolSchema.shape.name)),
    description: mergeText(desk, pick(three, 'description'), [...at, 'description'], longDescription),
    parameters: mergeJson(desk, pick(three, 'parameters'), [...at, 'parameters']),
    ...mergeImplementation(desk, pick(three, 'implementation'), [...at, 'implementation']),
  }),
};

/** One thing: what a tool does is not pieced together from two sides. */
function mergeImplementation(
  desk: ConflictDesk,
  three: Three<Tool['implementation']>,
  at: (string | number)[],
): Pick<Tool, 'implementation'> {
  const isValid = (value: unknown) => value === null || passes(toolImplementationSchema)(value);
  const implementation = mergeField(desk, three, at, isValid);
  return implementation ? { implementation } : {};
}

/**
 * Merges two documents that both go on from `base`. What only one side changed is taken, what both changed alike
 * too; the rest are conflicts, settled by `resolutions` where they say how. Exchanging ours and theirs gives the
 * same document and the same conflicts, exchanged.
 */
export function mergeDocuments(
  base: PromptDocument,
  ours: PromptDocument,
  theirs: PromptDocument,
  resolutions: readonly Resolution[] = [],
): Merged {
  const desk = new ConflictDesk(resolutions);
  const three = { base, ours, theirs };
  const shape = promptDocumentSchema.shape;
  const document: PromptDocument = {
    sections: mergeElements(desk, pick(three, 'sections'), sections),
    variables: mergeElements(desk, pick(three, 'variables'), variables),
    examples: mergeElements(desk, pick(three, 'examples'), examples),
    examplesAs: mergeField(desk, pick(three, 'examplesAs'), ['examplesAs'], passes(shape.examplesAs)),
    tools: mergeElements(desk, pick(three, 'tools'), tools),
    settings: mergeSettings(desk, pick(three, 'settings')),
    responseSchema: mergeJson(desk, pick(three, 'responseSchema') as Three<Json>, ['responseSchema']),
    delimiters: mergeField(desk, pick(three, 'delimiters'), ['delimiters'], passes(shape.delimiters)),
    extends: mergeField(desk, pick(three, 'extends'), ['extends'], passes(shape.extends)),
  };
  const techniques = mergeTechniques(desk, pick(three, 'techniques'));
  if (techniques) document.techniques = techniques;
  return { document, conflicts: desk.open, settled: desk.settled, refused: desk.refused };
}

const techniqueKeys = Object.keys(techniquesSchema.shape) as (keyof Techniques)[];

/** Each technique is one thing, as what a tool does is. */
function mergeTechniques(desk: ConflictDesk, three: Three<Techniques | undefined>): Techniques | undefined {
  const sides = { base: three.base ?? {}, ours: three.ours ?? {}, theirs: three.theirs ?? {} };
  const entries = techniqueKeys.map((key) => {
    const isValid = (value: unknown) =>
      value === null || techniquesSchema.shape[key].safeParse(value).success;
    return [key, mergeField<unknown>(desk, pick(sides, key), ['techniques', key], isValid)] as const;
  });
  const used = entries.filter(([, value]) => value !== undefined && value !== null);
  return used.length > 0 ? (Object.fromEntries(used) as Techniques) : undefined;
}

const settingKeys = Object.keys(settingsSchema.shape) as (keyof Settings)[];

function mergeSettings(desk: ConflictDesk, three: Three<Settings>): Settings {
  const entries = settingKeys.map((key) => {
    const isValid = (value: unknown) => value === null || settingsSchema.shape[key].safeParse(value).success;
    return [key, mergeField(desk, pick(three, key), ['settings', key], isValid)] as const;
  });
  return Object.fromEntries(entries.filter(([, value]) => value !== undefined && value !== null));
}
