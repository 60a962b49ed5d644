import type { Json } from '../json.ts';
import { sameValue } from './json-values.ts';

/** Says whether a pattern of a schema is found in a text; the caller makes sure that it ends. */
export type MatchPattern = (pattern: string, text: string) => Promise<boolean>;

/** Words of JSON Schema that are understood here; a schema with others is refused and never half obeyed. */
export const knownWords: ReadonlySet<string> = new Set([
  ...[
    '$schema',
    '$id',
    '$comment',
    '$defs',
    'definitions',
    '$ref',
    'title',
    'description',
    'default',
    'examples',
  ],
  ...[
    'type',
    'enum',
    'const',
    'allOf',
    'anyOf',
    'oneOf',
    'not',
    'deprecated',
    'readOnly',
    'writeOnly',
    'format',
  ],
  ...['properties', 'required', 'additionalProperties', 'minProperties', 'maxProperties', 'propertyNames'],
  ...['items', 'prefixItems', 'minItems', 'maxItems', 'uniqueItems'],
  ...[
    'minLength',
    'maxLength',
    'pattern',
    'minimum',
    'maximum',
    'exclusiveMinimum',
    'exclusiveMaximum',
    'multipleOf',
  ],
]);

export type Rules = Record<string, Json>;
export const isRules = (value: Json | undefined): value is Rules =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A schema that this checker cannot judge: said in words instead of passing what it demands. */
export class SchemaFault extends Error {}

/**
 * The first thing about `value` that the schema does not allow, in words; undefined when there is none. Understands what
 * structured output of providers does: JSON Schema 2020-12 without `unevaluated…`, `contains`, `if`, `patternProperties` and references
 * to elsewhere; a schema with these is refused and never half obeyed. `format` is not checked, as the standard has it.
 */
export async function schemaComplaint(
  schema: Json,
  value: Json,
  match: MatchPattern,
): Promise<{ complaint?: string; fault?: string }> {
  try {
    const complaint = await check({ root: schema, match }, schema, value, '$', 0);
    return complaint === undefined ? {} : { complaint };
  } catch (error) {
    if (error instanceof SchemaFault) return { fault: error.message };
    throw error;
  }
}

interface Checking {
  root: Json;
  match: MatchPattern;
}

async function check(
  ctx: Checking,
  schema: Json,
  value: Json,
  at: string,
  depth: number,
): Promise<string | undefined> {
  if (depth > 400) throw new SchemaFault('The schema refers to itself without end.');
  if (schema === true) return undefined;
  if (schema === false) return `Nothing is allowed at ${at}.`;
  if (!isRules(schema)) throw new SchemaFault('A schema is an object, true or false.');
  for (const key of Object.keys(schema))
    if (!knownWords.has(key))
      throw new SchemaFault(`The schema uses “${key}”, which cannot be checked here.`);
  const below = (inner: Json, part: Json, place: string) => check(ctx, inner, part, place, depth + 1);
  if (typeof schema.$ref === 'string') {
    const complaint = await below(refer(ctx.root, schema.$ref), value, at);
    if (complaint) return complaint;
  }
  return (
    plainComplaint(schema, value, at) ??
    (await textComplaint(ctx, schema, value, at)) ??
    (await objectComplaint(schema, value, at, below)) ??
    (await listComplaint(schema, value, at, below)) ??
    (await joinedComplaint(schema, value, at, below))
  );
}

/** What a reference within the schema means. @throws SchemaFault when it leads elsewhere or nowhere */
export function refer(root: Json, reference: string): Json {
  if (!reference.startsWith('#'))
    throw new SchemaFault(`The schema refers to “${reference}”, which is elsewhere.`);
  let found: Json | undefined = root;
  for (const part of reference.slice(1).split('/').slice(1)) {
    const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
    found = isRules(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  if (found === undefined) throw new SchemaFault(`The schema refers to “${reference}”, which is not there.`);
  return found;
}

const typeOf = (value: Json): string =>
  value === null ? 'null' : Array.isArray(value) ? 'array' : typeof value;

const isType = (value: Json, type: Json): boolean =>
  type === 'integer' ? Number.isInteger(value) : typeOf(value) === type;

function plainComplaint(schema: Rules, value: Json, at: string): string | undefined {
  const { type, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  if (type !== undefined) {
    const types = Array.isArray(type) ? type : [type];
    if (!types.some((one) => isType(value, one)))
      return `${at} is ${typeOf(value)}, not ${types.join(' or ')}.`;
  }
  if (Array.isArray(schema.enum) && !schema.enum.some((one) => sameValue(one, value)))
    return `${at} is none of the allowed values.`;
  if (schema.const !== undefined && !sameValue(schema.const, value))
    return `${at} is not the one allowed value.`;
  if (typeof value !== 'number') return undefined;
  if (typeof minimum === 'number' && value < minimum) return `${at} is less than ${minimum}.`;
  if (typeof maximum === 'number' && value > maximum) return `${at} is more than ${maximum}.`;
  if (typeof exclusiveMinimum === 'number' && value <= exclusiveMinimum)
    return `${at} is not more than ${exclusiveMinimum}.`;
  if (typeof exclusiveMaximum === 'number' && value >= exclusiveMaximum)
    return `${at} is not less than ${exclusiveMaximum}.`;
  if (typeof multipleOf === 'number' && multipleOf > 0) {
    const times = value / multipleOf;
    if (Math.abs(times - Math.round(times)) > 1e-9 * Math.max(1, Math.abs(times)))
      return `${at} is no multiple of ${multipleOf}.`;
  }
  return undefined;
}

async function textComplaint(
  { match }: Checking,
  { minLength, maxLength, pattern }: Rules,
  value: Json,
  at: string,
) {
  if (typeof value !== 'string') return undefined;
  const length = [...value].length;
  if (typeof minLength === 'number' && length < minLength)
    return `${at} has fewer than ${minLength} characters.`;
  if (typeof maxLength === 'number' && length > maxLength)
    return `${at} has more than ${maxLength} characters.`;
  if (typeof pattern === 'string' && !(await match(pattern, value)))
    return `${at} does not match /${pattern}/.`;
  return undefined;
}

type Below = (schema: Json, value: Json, at: string) => Promise<string | undefined>;

async function objectComplaint(
  schema: Rules,
  value: Json,
  at: string,
  below: Below,
): Promise<string | undefined> {
  if (!isRules(value)) return undefined;
  const { required, minProperties, maxProperties, additionalProperties, propertyNames } = schema;
  const properties = isRules(schema.properties) ? schema.properties : {};
  const keys = Object.keys(value);
  for (const key of Array.isArray(required) ? required : [])
    if (!Object.hasOwn(value, String(key))) return `${at} lacks “${String(key)}”.`;
  if (typeof minProperties === 'number' && keys.length < minProperties)
    return `${at} has fewer than ${minProperties} keys.`;
  if (typeof maxProperties === 'number' && keys.length > maxProperties)
    return `${at} has more than ${maxProperties} keys.`;
  for (const key of keys) {
    const place = `${at}.${key}`;
    const part = value[key] as Json;
    const own = Object.hasOwn(properties, key) ? properties[key] : undefined;
    const complaint =
      (propertyNames === undefined ? undefined : await below(propertyNames, key, `The name “${key}”`)) ??
      (own !== undefined
        ? await below(own, part, place)
        : additionalProperties === false
          ? `${at} has “${key}”, which is not allowed.`
          : additionalProperties === undefined
            ? undefined
            : await below(additionalProperties, part, place));
    if (complaint) return complaint;
  }
  return undefined;
}

async function listComplaint(
  schema: Rules,
  value: Json,
  at: string,
  below: Below,
): Promise<string | undefined> {
  if (!Array.isArray(value)) return undefined;
  const { minItems, maxItems, items } = schema;
  if (typeof minItems === 'number' && value.length < minItems)
    return `${at} has fewer than ${minItems} items.`;
  if (typeof maxItems === 'number' && value.length > maxItems)
    return `${at} has more than ${maxItems} items.`;
  if (schema.uniqueItems === true) {
    const seen = new Set(value.map(canonical));
    if (seen.size < value.length) return `${at} has an item twice.`;
  }
  const first = Array.isArray(schema.prefixItems) ? schema.prefixItems : [];
  for (const [index, item] of value.entries()) {
    const rule = index < first.length ? first[index] : items;
    const complaint = rule === undefined ? undefined : await below(rule, item, `${at}[${index}]`);
    if (complaint) return complaint;
  }
  return undefined;
}

const canonical = (value: Json): string =>
  JSON.stringify(value, (_key, part: unknown) =>
    typeof part === 'object' && part !== null && !Array.isArray(part)
      ? Object.fromEntries(Object.entries(part).sort(([a], [b]) => (a < b ? -1 : 1)))
      : part,
  );

async function joinedComplaint(
  schema: Rules,
  value: Json,
  at: string,
  below: Below,
): Promise<string | undefined> {
  for (const rule of Array.isArray(schema.allOf) ? schema.allOf : []) {
    const complaint = await below(rule, value, at);
    if (complaint) return complaint;
  }
  for (const key of ['anyOf', 'oneOf'] as const) {
    const rules = schema[key];
    if (!Array.isArray(rules)) continue;
    const complaints = [];
    for (const rule of rules) complaints.push(await below(rule, value, at));
    const fits = complaints.filter((one) => one === undefined).length;
    if (fits === 0) return `${at} is none of what is allowed: ${complaints[0] ?? ''}`;
    if (key === 'oneOf' && fits > 1) return `${at} is more than one of what is allowed.`;
  }
  if (schema.not !== undefined && (await below(schema.not, value, at)) === undefined)
    return `${at} is what is not allowed.`;
  return undefined;
}
