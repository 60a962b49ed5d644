import { expect, test } from 'vitest';
import { readSchema, writeSchema } from './schema-fault.ts';

const faultOf = (schema: unknown) => {
  const read = readSchema(typeof schema === 'string' ? schema : JSON.stringify(schema));
  return 'fault' in read ? read.fault : undefined;
};

test('nothing typed is no schema', () => {
  expect(readSchema('  ')).toEqual({ value: null });
});

test('a schema is read and written as it was', () => {
  const schema = { type: 'object', properties: { city: { type: ['string', 'null'] } }, required: ['city'] };
  expect(readSchema(writeSchema(schema))).toEqual({ value: schema });
});

test('broken JSON is found with its line', () => {
  expect(faultOf('{\n  "type": }')).toContain('line 2');
});

test.each([
  ['a list', [], 'object'],
  ['an unknown type', { type: 'text' }, '/type'],
  ['properties as a list', { properties: [] }, '/properties'],
  ['a type far inside', { properties: { a: { items: { type: 'int' } } } }, '/properties/a/items/type'],
  ['required as a flag', { required: true }, '/required'],
  ['a required name without a property', { properties: { a: {} }, required: ['b'] }, 'b'],
])('%s is refused where it stands', (_, schema, place) => {
  expect(faultOf(schema)).toContain(place);
});

test('boolean schemas are schemas', () => {
  expect(faultOf({ properties: { anything: true }, items: false })).toBeUndefined();
});
