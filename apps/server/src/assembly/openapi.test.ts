import { Validator } from '@seriousme/openapi-schema-validator';
import { expect, it } from 'vitest';
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

it('becomes a page that names every operation and runs nothing', () => {
  const page = referencePage(document as never);
  for (const { route } of routes) expect(page).toContain(`id="${route.operationId}"`);
  expect(page).not.toMatch(/<script|https?:\/\/(?!localhost)[^"]*\.(?:js|css)/);
});
