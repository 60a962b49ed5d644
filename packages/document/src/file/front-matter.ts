import type { Variable } from '../shape.ts';
import { type ElementIds, idsToWrite } from './element-ids.ts';
import type { PromptFile } from './prompt-file.ts';

/** What stands above the sections, in the order in which it is written; what says nothing is left out. */
export function toFrontMatter({
  title,
  description,
  path,
  tags,
  document,
}: PromptFile): Record<string, unknown> {
  const { settings, variables, examples, tools, responseSchema, techniques } = document;
  const entries: [string, unknown, boolean][] = [
    ['title', title, true],
    ['description', description, description !== ''],
    ['path', path, path !== null],
    ['tags', tags, tags.length > 0],
    ['extends', document.extends, document.extends !== null],
    ['delimiters', document.delimiters, document.delimiters !== null],
    ['settings', settings, Object.keys(settings).length > 0],
    ['variables', variables.map(toVariable), variables.length > 0],
    ['examplesAs', document.examplesAs, document.examplesAs !== 'text'],
    ['examples', examples.map(({ input, output }) => ({ input, output })), examples.length > 0],
    ['tools', tools.map(({ id: _id, ...tool }) => tool), tools.length > 0],
    ['responseSchema', responseSchema, responseSchema !== null],
    ['techniques', techniques, techniques !== undefined],
    ['ids', idsToWrite(document), idsToWrite(document) !== undefined],
  ];
  return Object.fromEntries(entries.flatMap(([key, value, says]) => (says ? [[key, value]] : [])));
}

function toVariable({ name, type, description, required, default: fallback, options }: Variable): object {
  return {
    name,
    type,
    ...(description === '' ? {} : { description }),
    required,
    ...(fallback === null ? {} : { default: fallback }),
    ...(options.length === 0 ? {} : { options }),
  };
}

export const FRONT_KEYS = [
  'title',
  'description',
  'path',
  'tags',
  'extends',
  'delimiters',
  'settings',
  'variables',
  'examplesAs',
  'examples',
  'tools',
  'responseSchema',
  'techniques',
  'ids',
] as const;

// What was left out is filled in; whether the rest is valid is for the schema to say.

export const readVariable = (given: unknown): unknown =>
  isRecord(given)
    ? {
        type: 'text',
        description: '',
        required: given.default === undefined || given.default === null,
        default: null,
        options: [],
        ...given,
      }
    : given;

export const readTool = (given: unknown): unknown =>
  isRecord(given) ? { description: '', parameters: {}, ...given } : given;

export const readExample = (given: unknown): unknown =>
  isRecord(given) ? { input: '', output: '', ...given } : given;

export const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Only what has the form of ids; anything else is as if it were not there. */
export function readIds(given: unknown): ElementIds {
  if (!isRecord(given)) return {};
  const lists = Object.entries(given).flatMap(([list, ids]) => {
    if (!isRecord(ids)) return [];
    const kept = Object.entries(ids).filter(
      ([, id]) => typeof id === 'string' && id !== '' && id.length <= 128,
    );
    return [[list, Object.fromEntries(kept)]];
  });
  return Object.fromEntries(lists);
}
