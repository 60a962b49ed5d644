/**
 * How a document lies in a Y.Doc. Four root maps, `sections`, `variables`, `examples` and `tools`, hold a
 * Y.Map for each element under its id: long texts as Y.Text, other fields as plain JSON, and `order`
 * (order-key.ts). The root maps `settings` and `techniques` hold these by their names, the root map
 * `document` the single fields.
 */
import type * as z from 'zod';
import {
  DOCUMENT_LIMITS,
  exampleSchema,
  type PromptDocument,
  promptDocumentSchema,
  sectionSchema,
  settingsSchema,
  toolSchema,
  variableSchema,
} from './shape.ts';
import { techniquesSchema } from './techniques/shape.ts';

export type ListName = 'sections' | 'variables' | 'examples' | 'tools';

export type ListLayout = {
  name: ListName;
  limit: number;
  schema: z.ZodType;
  fields: Record<string, z.ZodType>;
  /** Fields that are a Y.Text. */
  texts: readonly string[];
  /** What a field becomes when the draft holds nothing valid. */
  fallback: Record<string, unknown>;
};

export const LISTS: readonly ListLayout[] = [
  {
    name: 'sections',
    limit: DOCUMENT_LIMITS.sections,
    schema: sectionSchema,
    fields: fieldsOf(sectionSchema),
    texts: ['text'],
    fallback: { kind: 'instructions', role: null, text: '' },
  },
  {
    name: 'variables',
    limit: DOCUMENT_LIMITS.variables,
    schema: variableSchema,
    fields: fieldsOf(variableSchema),
    texts: ['description'],
    fallback: {
      name: 'unnamed',
      type: 'text',
      description: '',
      required: false,
      default: null,
      options: [],
    },
  },
  {
    name: 'examples',
    limit: DOCUMENT_LIMITS.examples,
    schema: exampleSchema,
    fields: fieldsOf(exampleSchema),
    texts: ['input', 'output'],
    fallback: { input: '', output: '' },
  },
  {
    name: 'tools',
    limit: DOCUMENT_LIMITS.tools,
    schema: toolSchema,
    fields: fieldsOf(toolSchema),
    texts: ['description'],
    fallback: { name: 'unnamed', description: '', parameters: null },
  },
];

export const SETTING_FIELDS = settingsSchema.shape;

export const TECHNIQUE_FIELDS = techniquesSchema.shape;

export const DOCUMENT_FIELDS = ['examplesAs', 'responseSchema', 'delimiters', 'extends'] as const;

export const DOCUMENT_FIELD_SCHEMAS: Record<(typeof DOCUMENT_FIELDS)[number], z.ZodType> = {
  examplesAs: promptDocumentSchema.shape.examplesAs,
  responseSchema: promptDocumentSchema.shape.responseSchema,
  delimiters: promptDocumentSchema.shape.delimiters,
  extends: promptDocumentSchema.shape.extends,
};

export type Element = PromptDocument[ListName][number];

function fieldsOf(schema: { shape: Record<string, z.ZodType> }): Record<string, z.ZodType> {
  const { id: _id, ...fields } = schema.shape;
  return fields;
}
