import { Validator } from '@seriousme/openapi-schema-validator';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { expect, it } from 'vitest';
import * as z from 'zod';
import { contractRoutes } from './contract-routes.ts';
import { openApiDocument } from './openapi.ts';
import { referencePage } from './reference-page.ts';

const routes = await contractRoutes();
const document = openApiDocument(routes, '1.0.0');

it('is a valid OpenAPI 3.1 document', async () => {
  const validator = new Validator();
  const result = await validator.validate(structuredClone(document) as never);
  expect([result.valid, result.errors ?? []]).toEqual([true, []]);
  expect(validator.version).toBe('3.1');
});

it('describes every route once, with its permission and the errors it declares', () => {
  const operations = Object.values(document.paths ?? {}).flatMap((path) => Object.values(path as object)) as {
    operationId: string;
    'x-permission': string;
    responses: Record<string, { description: string }>;
  }[];
  expect(operations.map((one) => one.operationId).sort()).toEqual(
    routes.map(({ route }) => route.operationId).sort(),
  );
  for (const { route } of routes) {
    const operation = operations.find((one) => one.operationId === route.operationId);
    expect(operation?.['x-permission']).toBe(route.permission);
    for (const { code, status } of route.errors ?? [])
      expect(operation?.responses[status]?.description).toContain(code);
  }
});

it('shows for every route that takes something what a caller would send, with ids in place of their names', () => {
  for (const { route } of routes) {
    const operation = document.paths?.[route.path]?.[route.method] as {
      parameters?: { name: string; in: string; required?: boolean; example?: unknown }[];
      requestBody?: { content: Record<string, { example?: unknown }> };
    };
    for (const parameter of operation.parameters ?? [])
      if (parameter.in === 'path') expect(parameter.example, route.operationId).toBeTypeOf('string');
    const body = operation.requestBody?.content['application/json']?.example;
    const shown = JSON.stringify([body, ...(operation.parameters ?? []).map(({ example }) => example)]);
    expect(shown, route.operationId).not.toMatch(/"\$[a-z]/);
    if (route.body) expect(route.body.safeParse(body).error, route.operationId).toBeUndefined();
  }
});

it('says of each body what a reader of JSON Schema takes as the server does', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false, discriminator: false });
  ajv.addSchema({ ...document, $id: 'document' });
  for (const { route } of routes) {
    if (!route.body) continue;
    const place = [route.path, route.method].map((part) => part.replaceAll('~', '~0').replaceAll('/', '~1'));
    const at = `document#/paths/${place.join('/')}/requestBody/content/application~1json/schema`;
    const takes = ajv.compile({ $ref: at });
    const operation = document.paths?.[route.path]?.[route.method] as {
      requestBody: { content: Record<string, { example?: unknown }> };
    };
    const { example } = operation.requestBody.content['application/json'] ?? {};
    expect([takes(example), takes.errors], route.operationId).toEqual([true, null]);
    if (route.operationId === 'createPrompt')
      for (const [path, taken] of [
        ['team/house-voice', true],
        ['équipe/voix.v2', true],
        ['/voice', false],
        ['team voice', false],
      ] as const)
        expect([path, takes({ title: 'House voice', path })]).toEqual([path, taken]);
  }
});

it('becomes a page that names every operation and runs nothing', () => {
  const page = referencePage(document as never);
  for (const { route } of routes) expect(page).toContain(`id="${route.operationId}"`);
  expect(page).not.toMatch(/<script|https?:\/\/(?!localhost)[^"]*\.(?:js|css)/);
});

it('keeps the null of every shape that may be null', () => {
  for (const { route } of routes) {
    if (!('schema' in route.response)) continue;
    const own = z.toJSONSchema(route.response.schema, { io: 'input', unrepresentable: 'any' }) as JsonSchema;
    const operation = document.paths?.[route.path]?.[route.method];
    const described = operation?.responses?.[route.response.status] as {
      content: Record<string, { schema: JsonSchema }>;
    };
    const shown = described.content['application/json']?.schema;
    if (shown)
      expect(nullPaths(shown, document as unknown as JsonSchema), route.operationId).toEqual(
        nullPaths(own, own),
      );
  }
});

interface JsonSchema {
  $ref?: string;
  type?: string | string[];
  anyOf?: JsonSchema[];
  properties?: Record<string, JsonSchema>;
  items?: JsonSchema | JsonSchema[];
  [key: string]: unknown;
}

/** The places of a schema that may be null, by name, three levels deep. */
function nullPaths(schema: JsonSchema, root: JsonSchema, path = '', depth = 0): string[] {
  if (depth > 6) return [];
  if (schema.$ref) {
    const target = schema.$ref
      .slice(2)
      .split('/')
      .reduce<unknown>((at, key) => (at as JsonSchema)[key], root);
    return nullPaths(target as JsonSchema, root, path, depth);
  }
  const mayBeNull =
    [schema.type].flat().includes('null') || (schema.anyOf ?? []).some((one) => one.type === 'null');
  const below = [
    ...(schema.anyOf ?? [])
      .filter((one) => one.type !== 'null')
      .flatMap((one) => nullPaths(one, root, path, depth)),
    ...Object.entries(schema.properties ?? {}).flatMap(([name, one]) =>
      nullPaths(one, root, `${path}.${name}`, depth + 1),
    ),
    ...(schema.items && !Array.isArray(schema.items)
      ? nullPaths(schema.items, root, `${path}[]`, depth + 1)
      : []),
  ];
  return [...new Set([...(mayBeNull ? [path] : []), ...below])].sort();
}
