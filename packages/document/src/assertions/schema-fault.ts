/** Whether a schema can be obeyed at all: its words, what they hold, its references and patterns. */
import type { Json } from '../json.ts';
import { isRules, knownWords, type Rules, refer, SchemaFault } from './check-schema.ts';
import { patternFault } from './pattern-fault.ts';

export interface SchemaFaultAt {
  path: (string | number)[];
  message: string;
}

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
  ...{ minProperties: whole, maxProperties: whole },
  ...{ minimum: number, maximum: number, exclusiveMinimum: number, exclusiveMaximum: number },
  ...{ properties: named, $defs: named, definitions: named },
  ...{ prefixItems: schemas, allOf: schemas, anyOf: schemas, oneOf: schemas },
};

const ofNames = ['properties', '$defs', 'definitions'];
const ofList = ['prefixItems', 'allOf', 'anyOf', 'oneOf'];
const ofOne = ['items', 'additionalProperties', 'propertyNames', 'not'];

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
    if (!knownWords.has(word))
      return { word, message: `The schema uses “${word}”, which cannot be checked here.` };
    const demand = Object.hasOwn(demands, word) ? demands[word] : undefined;
    if (demand && !demand.holds(value)) return { word, message: `“${word}” must be ${demand.is}.` };
  }
  if (typeof schema.pattern === 'string') {
    const message = patternFault(schema.pattern, 'u');
    if (message !== undefined) return { word: 'pattern', message };
  }
  if (typeof schema.$ref === 'string') {
    try {
      refer(root, schema.$ref);
    } catch (error) {
      if (!(error instanceof SchemaFault)) throw error;
      return { word: '$ref', message: error.message };
    }
  }
  return undefined;
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
    if (inner !== undefined) places.push({ schema: inner, path: [...path, word] });
  }
  return places;
}
