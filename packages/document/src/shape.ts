/**
 * The prompt document: the whole content of one version of a prompt. Every element has an id that is
 * made once and kept through edits, merges and files; ids are unique within their list. Order in a
 * list is meaning.
 */
import * as z from 'zod';
import { isStorableText, jsonSchema } from './json.ts';
import { SAMPLING_STRATEGIES, SAMPLING_STRATEGY_NAMES } from './sampling-strategies.ts';
import { LOGIT_BIAS_LIMITS, type NumberSettingName, SETTING_BOUNDS } from './setting-bounds.ts';
import { techniquesSchema } from './techniques/shape.ts';

/** Caps of a document. Texts are counted in UTF-16 units. */
export const DOCUMENT_LIMITS = {
  sections: 200,
  variables: 1_000,
  examples: 200,
  tools: 128,
  options: 1_000,
  text: 1_000_000,
  name: 200,
} as const;

export const SECTION_KINDS = [
  'system',
  'instructions',
  'context',
  'examples',
  'output_format',
  'message',
] as const;
export const MESSAGE_ROLES = ['system', 'user', 'assistant'] as const;
export const VARIABLE_TYPES = ['text', 'number', 'boolean', 'select', 'list', 'file', 'json'] as const;

const inWords = (count: number) => count.toLocaleString('en');

const storable = (max: number) =>
  z
    .string()
    .max(max, `This text has at most ${inWords(max)} characters.`)
    .refine(isStorableText, 'The text holds a NUL or half of a surrogate pair.');
const longText = storable(DOCUMENT_LIMITS.text);
const shortName = storable(DOCUMENT_LIMITS.name).min(1);

/** Id of an element: 1–128 characters; uuid v7 for new elements, made by the caller. */
export const elementIdSchema = storable(128).min(1);

function listOf<T extends z.ZodType<{ id: string }>>(element: T, max: number, name: string) {
  return z
    .array(element)
    .max(max, `A prompt has at most ${inWords(max)} ${name}.`)
    .refine(
      (items) => new Set(items.map((item) => item.id)).size === items.length,
      'Two elements have the same id.',
    );
}

export const sectionSchema = z.strictObject({
  id: elementIdSchema,
  kind: z.enum(SECTION_KINDS, `A section is one of these: ${SECTION_KINDS.join(', ')}.`),
  /** Speaks only for kind `message`; null there means `user`. */
  role: z.enum(MESSAGE_ROLES).nullable(),
  text: longText,
});

export const variableSchema = z.strictObject({
  id: elementIdSchema,
  name: shortName,
  type: z.enum(VARIABLE_TYPES, `A variable is one of these: ${VARIABLE_TYPES.join(', ')}.`),
  description: storable(10_000),
  required: z.boolean(),
  default: jsonSchema,
  options: z.array(storable(10_000)).max(DOCUMENT_LIMITS.options),
});

export const exampleSchema = z.strictObject({ id: elementIdSchema, input: longText, output: longText });

export const TOOL_METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;

/**
 * What happens when a model calls a tool in a run. Texts are templates over the arguments of the call: in an
 * address each is put in percent-encoded, in a body as JSON.
 */
export const toolImplementationSchema = z.discriminatedUnion('kind', [
  /** Always the same reply, for trying a prompt out. */
  z.strictObject({ kind: z.literal('mock'), reply: longText }),
  /** A snippet that sees the arguments as `input`, in an interpreter that reaches nothing. */
  z.strictObject({ kind: z.literal('javascript'), code: storable(100_000) }),
  z.strictObject({
    kind: z.literal('http'),
    method: z.enum(TOOL_METHODS),
    url: storable(4_000),
    headers: z.array(z.strictObject({ name: storable(200), value: storable(4_000) })).max(50),
    /** Null: all arguments as one JSON object. Nothing is sent with GET. */
    body: storable(100_000).nullable(),
    /** It only reads. Any other is called only in runs whose author agreed to it beforehand. */
    safe: z.boolean(),
  }),
  /** Another prompt answers, with the arguments as the values of its variables. */
  z.strictObject({ kind: z.literal('prompt'), reference: storable(500) }),
]);

export const toolSchema = z.strictObject({
  id: elementIdSchema,
  name: shortName,
  description: storable(10_000),
  parameters: jsonSchema,
  /** Absent: the call itself is the answer, and whoever asked for it carries it out. */
  implementation: toolImplementationSchema.optional(),
});

/** How much a model that reasons thinks before it answers. */
export const REASONING_EFFORTS = ['none', 'minimal', 'low', 'medium', 'high', 'xhigh'] as const;

function bounded(name: NumberSettingName) {
  const { from, to, whole } = SETTING_BOUNDS[name];
  return (whole ? z.int() : z.number()).min(from).max(to);
}

/** A named way to draw the next token. */
export const samplingSchema = z
  .enum(SAMPLING_STRATEGY_NAMES, `A strategy is one of these: ${SAMPLING_STRATEGY_NAMES.join(', ')}.`)
  .meta({
    description: `A named strategy says all of sampling together; a setting beside it says one of them otherwise. ${Object.entries(
      SAMPLING_STRATEGIES,
    )
      .map(([name, sets]) => `${name}: ${JSON.stringify(sets)}`)
      .join('; ')}`,
  });

export const settingsSchema = z.strictObject({
  sampling: samplingSchema.optional(),
  temperature: bounded('temperature').optional(),
  topP: bounded('topP').optional(),
  maxOutputTokens: bounded('maxOutputTokens').optional(),
  stop: z.array(storable(1_000).min(1)).max(16).optional(),
  seed: bounded('seed').optional(),
  topK: bounded('topK').optional(),
  /** Tokens less likely than this part of the likeliest are not taken. */
  minP: bounded('minP').optional(),
  frequencyPenalty: bounded('frequencyPenalty').optional(),
  presencePenalty: bounded('presencePenalty').optional(),
  /** Divides the likelihood of what was said; 1 changes nothing. */
  repetitionPenalty: bounded('repetitionPenalty').optional(),
  reasoningEffort: z.enum(REASONING_EFFORTS).optional(),
  /** How many tokens it may think before it answers; 0: none. */
  reasoningTokens: bounded('reasoningTokens').optional(),
  /** Numbers of tokens, of the model's own vocabulary, with what is added to their likelihood. */
  logitBias: z
    .record(
      z.string().regex(/^\d{1,9}$/, 'A token is named by its number.'),
      z.number().min(LOGIT_BIAS_LIMITS.from).max(LOGIT_BIAS_LIMITS.to),
    )
    .refine((bias) => Object.keys(bias).length <= LOGIT_BIAS_LIMITS.tokens, {
      message: `At most ${LOGIT_BIAS_LIMITS.tokens} tokens.`,
    })
    .optional(),
});

const delimiterSchema = storable(10)
  .min(1)
  .regex(/^[^\s=]+$/, 'A delimiter has no whitespace and no "=".');

export const promptDocumentSchema = z.strictObject({
  sections: listOf(sectionSchema, DOCUMENT_LIMITS.sections, 'sections'),
  variables: listOf(variableSchema, DOCUMENT_LIMITS.variables, 'variables'),
  examples: listOf(exampleSchema, DOCUMENT_LIMITS.examples, 'examples'),
  examplesAs: z.enum(['text', 'messages']),
  tools: listOf(toolSchema, DOCUMENT_LIMITS.tools, 'tools'),
  settings: settingsSchema,
  responseSchema: jsonSchema,
  /** Opening and closing delimiter of all texts of the document; null means `{{` and `}}`. */
  delimiters: z.tuple([delimiterSchema, delimiterSchema]).nullable(),
  /** Reference of the prompt this one extends, such as `tone/base@production`. */
  extends: storable(500).min(1).nullable(),
  /** Absent: none is used. */
  techniques: techniquesSchema.optional(),
});

export type PromptDocument = z.infer<typeof promptDocumentSchema>;
export type Section = z.infer<typeof sectionSchema>;
export type SectionKind = Section['kind'];
export type MessageRole = (typeof MESSAGE_ROLES)[number];
export type Variable = z.infer<typeof variableSchema>;
export type VariableType = Variable['type'];
export type Example = z.infer<typeof exampleSchema>;
export type Tool = z.infer<typeof toolSchema>;
export type ToolImplementation = z.infer<typeof toolImplementationSchema>;
export type Settings = z.infer<typeof settingsSchema>;

/** A place in a text: `offset` in UTF-16 units from 0, `line` and `column` from 1. */
export const positionSchema = z.object({
  offset: z.int().min(0),
  line: z.int().min(1),
  column: z.int().min(1),
});

/** Something to tell the author. `from`/`to` lie in the text of `sectionId`, or are the start when it is absent. */
export const problemSchema = z.object({
  severity: z.enum(['error', 'warning', 'info']),
  /** Stable, `<topic>.<snake_case>`, for example `variable.missing`. */
  code: z.string(),
  message: z.string(),
  sectionId: z.string().optional(),
  /** The variable name, reference or element id the problem is about. */
  subject: z.string().optional(),
  from: positionSchema,
  to: positionSchema,
});
export type DocumentProblem = z.infer<typeof problemSchema>;

/** Files for the context section; `from` and `to` are 1-based inclusive lines, absent for a whole file. */
export const contextPackSchema = z.strictObject({
  items: z
    .array(
      z.strictObject({
        path: storable(4_096).min(1),
        from: z.int().min(1).optional(),
        to: z.int().min(1).optional(),
        text: storable(10_000_000),
        hash: storable(200),
        tokens: z.int().min(0).optional(),
      }),
    )
    .max(5_000),
});
export type ContextPack = z.infer<typeof contextPackSchema>;

/** One message as sent, before provider encoding. */
export const messageSchema = z.object({ role: z.enum(MESSAGE_ROLES), content: z.string() });
export type Message = z.infer<typeof messageSchema>;
