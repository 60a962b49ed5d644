/**
 * Whether a schema can be obeyed at all: what its words hold, its references and patterns. Words that JSON Schema does not
 * know mean nothing, as the standard has it.
 */
import type { Json } from '../json.ts';
import { patternFault } from './pattern-fault.ts';

export interface SchemaFaultAt {
  path: (string | number)[];
  message: string;
}

type Rules = Record<string, Json>;
const isRules = (value: Json | undefined): value is Rules =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

type Place = { schema: Json; path: (string | number)[] };
type Demand = { holds: (value: Json) => boolean; is: string };

const types = ['object', 'array', 'string', 'number', 'integer', 'boolean', 'null'];
const isType = (value: Json) => typeof value === 'string' && types.includes(value);
const whole: Demand = {
  holds: (value) => Number.isSafeInteger(value) && (value as number) >= 0,
  is: 'a whole number from 0 on',
};
const number: Demand = { holds: (value) => typeof value === 'number', is: 'a number' };
const text: Demand = { holds: (value) => typeof value === 'string', is: 'a text' };
const list: Demand = { holds: Array.isArray, is: 'a list' };
const named: Demand = { holds: isRules, is: 'an object' };
const flag: Demand = { holds: (value) => typeof value === 'boolean', is: 'true or false' };
const schemas: Demand = {
  holds: (value) => Array.isArray(value) && value.length > 0,
  is: 'a list of schemas',
};

const demands: Readonly<Record<string, Demand>> = {
  type: {
    holds: (value) => (Array.isArray(value) ? value.length > 0 && value.every(isType) : isType(value)),
    is: `one of ${types.join(', ')}, or a list of them`,
  },
  required: {
    holds: (value) => Array.isArray(value) && value.every((one) => typeof one === 'string'),
    is: 'a list of names',
  },
  multipleOf: { holds: (value) => typeof value === 'number' && value > 0, is: 'a number above 0' },
  ...{ enum: list, examples: list, uniqueItems: flag, pattern: text, $ref: text },
  ...{ minLength: whole, maxLength: whole, minItems: whole, maxItems: whole },
  ...{ minProperties: whole, maxProperties: whole, minContains: whole, maxContains: whole },
  ...{ minimum: number, maximum: number, exclusiveMinimum: number, exclusiveMaximum: number },
  ...{ properties: named, patternProperties: named, dependentSchemas: named, dependentRequired: named },
  ...{ $defs: named, definitions: named },
  ...{ prefixItems: schemas, allOf: schemas, anyOf: schemas, oneOf: schemas },
};

const ofNames = ['properties', 'patternProperties', 'dependentSchemas', '$defs', 'definitions'];
/** A list of `items` is how older drafts write `prefixItems`. */
const ofList = ['prefixItems', 'items', 'allOf', 'anyOf', 'oneOf'];
const ofOne = [
  ...[
    'items',
    'additionalItems',
    'unevaluatedItems',
    'contains',
    'additionalProperties',
    'unevaluatedProperties',
  ],
  ...['propertyNames', 'not', 'if', 'then', 'else'],
];
const naming = ['$id', '$anchor', '$dynamicAnchor'];

/** The first fault of a schema, with its place; walks without calling itself, however deep the schema is. */
export function findSchemaFault(root: Json): SchemaFaultAt | undefined {
  const waiting: Place[] = [{ schema: root, path: [] }];
  for (let place = waiting.shift(); place; place = waiting.shift()) {
    const { schema, path } = place;
    if (typeof schema === 'boolean') continue;
    if (!isRules(schema)) return { path, message: 'A schema is an object, true or false.' };
    const fault = wordFault(root, schema);
    if (fault) return { path: [...path, fault.word], message: fault.message };
    waiting.push(...placesBelow(schema, path));
  }
  return undefined;
}

function wordFault(root: Json, schema: Rules): { word: string; message: string } | undefined {
  for (const [word, value] of Object.entries(schema)) {
    const demand = Object.hasOwn(demands, word) ? demands[word] : undefined;
    if (demand && !demand.holds(value)) return { word, message: `“${word}” must be ${demand.is}.` };
  }
  if (typeof schema.pattern === 'string') {
    const message = patternFault(schema.pattern, '');
    if (message !== undefined) return { word: 'pattern', message };
  }
  for (const pattern of isRules(schema.patternProperties) ? Object.keys(schema.patternProperties) : []) {
    const message = patternFault(pattern, '');
    if (message !== undefined) return { word: 'patternProperties', message };
  }
  const message = typeof schema.$ref === 'string' ? referenceFault(root, schema.$ref) : undefined;
  return message === undefined ? undefined : { word: '$ref', message };
}

/** Where a reference leads, if not to a place in the schema or to something in it that has a name. */
function referenceFault(root: Json, reference: string): string | undefined {
  if (reference === '#') return undefined;
  if (!reference.startsWith('#/'))
    return hasNames(root) ? undefined : `The schema refers to “${reference}”, which is elsewhere.`;
  let found: Json | undefined = root;
  for (const part of reference.slice(2).split('/')) {
    const key = plainKey(part);
    if (Array.isArray(found)) found = found[Number(key)];
    else found = isRules(found) && Object.hasOwn(found, key) ? found[key] : undefined;
  }
  return found === undefined ? `The schema refers to “${reference}”, which is not there.` : undefined;
}

/** A part of a JSON pointer in a fragment: escaped once for the pointer and once for the address. */
function plainKey(part: string): string {
  const key = part.replaceAll('~1', '/').replaceAll('~0', '~');
  try {
    return decodeURIComponent(key);
  } catch {
    return key;
  }
}

function hasNames(root: Json): boolean {
  const waiting: Json[] = [root];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    if (typeof value !== 'object' || value === null) continue;
    if (isRules(value) && naming.some((word) => typeof value[word] === 'string')) return true;
    for (const inner of Object.values(value)) waiting.push(inner);
  }
  return false;
}

function placesBelow(schema: Rules, path: Place['path']): Place[] {
  const places: Place[] = [];
  for (const word of ofNames) {
    const inner = schema[word];
    if (isRules(inner))
      for (const [name, part] of Object.entries(inner))
        places.push({ schema: part, path: [...path, word, name] });
  }
  for (const word of ofList) {
    const inner = schema[word];
    if (Array.isArray(inner))
      for (const [index, part] of inner.entries())
        places.push({ schema: part, path: [...path, word, index] });
  }
  for (const word of ofOne) {
    const inner = schema[word];
    if (inner !== undefined && !(word === 'items' && Array.isArray(inner)))
      places.push({ schema: inner, path: [...path, word] });
  }
  return places;
}
