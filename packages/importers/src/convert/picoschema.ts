/** The short form of schemas that dotprompt has, as variables and as JSON schema. */
import type { Json, VariableType } from '@promptvault/document';
import type { DraftVariable } from './draft.ts';

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const TYPES: Record<string, VariableType> = {
  string: 'text',
  number: 'number',
  integer: 'number',
  boolean: 'boolean',
  array: 'list',
  object: 'json',
  any: 'json',
};

/** `tone?(enum, How it sounds)`: a key with what is said about it. */
function readKey(key: string): { name: string; optional: boolean; form: string; description: string } {
  const [, name = key, mark = '', about = ''] = /^([^?(]+)(\??)(?:\((.*)\))?$/s.exec(key.trim()) ?? [];
  const [form = '', ...rest] = about.split(',');
  return { name: name.trim(), optional: mark === '?', form: form.trim(), description: rest.join(',').trim() };
}

/** The variables an input schema declares, in its short form or as JSON schema. */
export function readInputSchema(schema: unknown, defaults: unknown): Map<string, DraftVariable> {
  const variables = new Map<string, DraftVariable>();
  if (!isRecord(schema)) return variables;
  const known = isRecord(defaults) ? defaults : {};
  const isJsonSchema = schema.type === 'object' && isRecord(schema.properties);
  const required = Array.isArray(schema.required) ? schema.required : undefined;
  const entries = Object.entries(isJsonSchema ? (schema.properties as Record<string, unknown>) : schema);
  for (const [key, value] of entries) {
    const { name, optional, form, description } = isJsonSchema
      ? { name: key, optional: required ? !required.includes(key) : false, form: '', description: '' }
      : readKey(key);
    const variable = readField(value, form);
    const fallback = Object.hasOwn(known, name) ? (known[name] as Json) : null;
    variables.set(name, {
      ...variable,
      description: description || variable.description,
      required: !optional && fallback === null && variable.type !== 'boolean',
      default: fallback,
    });
  }
  return variables;
}

function readField(value: unknown, form: string): DraftVariable {
  const variable: DraftVariable = {
    type: 'json',
    description: '',
    required: true,
    default: null,
    options: [],
  };
  if (form === 'array') return { ...variable, type: 'list' };
  if (form === 'enum' && Array.isArray(value))
    return { ...variable, type: 'select', options: value.map(String) };
  if (isRecord(value)) {
    const described = typeof value.description === 'string' ? value.description : '';
    if (Array.isArray(value.enum))
      return { ...variable, type: 'select', options: value.enum.map(String), description: described };
    const type = typeof value.type === 'string' ? TYPES[value.type] : undefined;
    return { ...variable, type: type ?? 'json', description: described };
  }
  if (typeof value !== 'string') return variable;
  if (value.startsWith('{')) return variable;
  const [given = '', ...rest] = value.split(',');
  const description = rest.join(',').trim();
  const type = given.trim();
  if (/^".*"(?:\s*\|\s*".*")*$/s.test(type))
    return {
      ...variable,
      type: 'select',
      options: type.split('|').map((one) => one.trim().slice(1, -1)),
      description,
    };
  if (type.endsWith('[]')) {
    const isPlain = Object.hasOwn(TYPES, type.slice(0, -2));
    return { ...variable, type: isPlain ? 'list' : 'json', description };
  }
  return { ...variable, type: TYPES[type] ?? 'text', description };
}

/** An output schema as JSON schema; one that is JSON schema already stays as it is. */
export function readOutputSchema(schema: unknown): Json {
  if (schema === undefined || schema === null) return null;
  if (typeof schema === 'string') return readType(schema);
  if (!isRecord(schema)) return null;
  if (typeof schema.type === 'string' && (isRecord(schema.properties) || isRecord(schema.items)))
    return JSON.parse(JSON.stringify(schema));
  const properties: Record<string, Json> = {};
  const required: string[] = [];
  for (const [key, value] of Object.entries(schema)) {
    if (key === '(*)') continue;
    const { name, optional, form, description } = readKey(key);
    const inner: Json =
      form === 'enum' && Array.isArray(value) ? { enum: value.map(String) } : readOutputSchema(value);
    const whole: Json = form === 'array' ? { type: 'array', items: inner } : inner;
    const described = description !== '' && isRecord(whole) ? { ...whole, description } : whole;
    if (name !== '__proto__') properties[name] = described as Json;
    if (!optional) required.push(name);
  }
  return { type: 'object', properties, ...(required.length > 0 ? { required } : {}) };
}

function readType(text: string): Json {
  const [given = '', ...rest] = text.split(',');
  const type = given.trim();
  if (given.startsWith('{'))
    return text.includes('}[]') ? { type: 'array', items: { type: 'object' } } : { type: 'object' };
  const description = rest.join(',').trim();
  const about: Record<string, Json> = description === '' ? {} : { description };
  if (/^".*"(?:\s*\|\s*".*")*$/s.test(type))
    return { enum: type.split('|').map((one) => one.trim().slice(1, -1)), ...about };
  if (type.endsWith('[]')) return { type: 'array', items: readType(type.slice(0, -2)), ...about };
  return Object.hasOwn(TYPES, type) && type !== 'any' ? { type, ...about } : { ...about };
}
