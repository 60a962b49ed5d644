/** The OpenAPI 3.1 document, made from the contract's routes alone. */
import { createHash } from 'node:crypto';
import { OpenAPIRegistry, OpenApiGeneratorV31, type RouteConfig } from '@asteasolutions/zod-to-openapi';
import type { RouteDefinition } from '@promptvault/contract/define-route';
import * as z from 'zod';

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().meta({ description: 'Stable; what programs compare.' }),
    detail: z.string(),
    instance: z.string().optional(),
    requestId: z.string().optional(),
    params: z.record(z.string(), z.unknown()).optional(),
    errors: z
      .array(
        z.object({ path: z.array(z.union([z.string(), z.number()])), code: z.string(), message: z.string() }),
      )
      .optional(),
  })
  .meta({ id: 'Problem', description: 'An error (RFC 9457).' });

const errorBody = (description: string) => ({
  description,
  content: { 'application/problem+json': { schema: problem } },
});

const json = (schema: z.ZodType) => ({ content: { 'application/json': { schema } } });

/** The statuses any route may answer with, beside its own. */
function responsesOf(route: RouteDefinition): RouteConfig['responses'] {
  const codes = new Map<number, string[]>();
  const add = (status: number, code: string) => codes.set(status, [...(codes.get(status) ?? []), code]);
  if (route.permission !== 'public') add(401, 'auth.required');
  if (route.permission.includes('.') || route.method !== 'get')
    add(403, route.permission.includes('.') ? 'auth.forbidden' : 'auth.csrf');
  if (route.params || route.permission.includes('.')) add(404, 'resource.not_found');
  if (route.ifMatch) {
    add(412, 'request.stale');
    add(428, 'request.precondition_required');
  }
  if (route.body)
    for (const [status, code] of [
      [400, 'request.malformed'],
      [413, 'request.too_large'],
      [415, 'request.unsupported_media_type'],
    ] as const)
      add(status, code);
  else if (route.params || route.query) add(400, 'request.malformed');
  // A question that a route does not know is refused, also where it takes none.
  add(422, 'request.invalid');
  add(429, 'request.rate_limited');
  for (const error of route.errors ?? []) add(error.status, error.code);
  const responses: RouteConfig['responses'] = {};
  const { response } = route;
  if (route.events)
    responses[200] = {
      description: 'A stream of events.',
      content: { 'text/event-stream': { schema: route.events } },
    };
  else if (route.file && 'schema' in response)
    responses[200] = {
      description: 'A file.',
      content: { 'text/plain': { schema: response.schema } },
    };
  else if ('schema' in response)
    responses[response.status] = { description: route.summary, ...json(response.schema) };
  else responses[204] = { description: route.summary };
  for (const [status, names] of [...codes].sort(([a], [b]) => a - b))
    responses[status] = errorBody([...new Set(names)].join(', '));
  return responses;
}

function headersOf(route: RouteDefinition): z.ZodObject | undefined {
  const shape: Record<string, z.ZodType> = {};
  if (route.permission.includes('.'))
    shape['PromptVault-Organization'] = z
      .string()
      .optional()
      .meta({ description: 'The organization of the call; the last entered one without it.' });
  if (route.ifMatch)
    shape['If-Match'] = z.string().meta({ description: 'The ETag last read, such as "r3".' });
  if (route.idempotent)
    shape['Idempotency-Key'] = z
      .string()
      .max(200)
      .optional()
      .meta({ description: 'Repeats with the same key answer the same and do nothing twice.' });
  return Object.keys(shape).length > 0 ? z.object(shape) : undefined;
}

/** A route with the module it belongs to. */
export interface TaggedRoute {
  tag: string;
  route: RouteDefinition;
}

function toConfig({ tag, route }: TaggedRoute): RouteConfig {
  const headers = headersOf(route);
  return {
    method: route.method,
    path: route.path,
    operationId: route.operationId,
    summary: route.summary,
    ...(route.description ? { description: route.description } : {}),
    tags: [tag],
    ...(route.permission === 'public' ? { security: [] } : {}),
    'x-permission': route.permission,
    'x-limit': route.limit,
    request: {
      ...(route.params ? { params: route.params } : {}),
      ...(route.query ? { query: route.query } : {}),
      ...(headers ? { headers } : {}),
      ...(route.body ? { body: { required: true, ...json(route.body) } } : {}),
    },
    responses: responsesOf(route),
  } as unknown as RouteConfig;
}

/** An id for `$prompt` and its like, the same in every example that speaks of such a thing. */
const exampleId = (kind: string) =>
  `01981d5c-8f3a-7000-8000-${createHash('sha256').update(kind).digest('hex').slice(0, 12)}`;

/** The route's example as a caller would write it. */
function written(value: unknown): unknown {
  if (typeof value === 'string') return /^\$[a-z]/.test(value) ? exampleId(value) : value;
  if (Array.isArray(value)) return value.map(written);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, written(inner)]));
}

interface Operation {
  parameters?: { name: string; in: string; example?: unknown }[];
  requestBody?: { content: Record<string, { example?: unknown }> };
}

function addExample(operation: Operation, { example }: RouteDefinition): void {
  for (const parameter of operation.parameters ?? []) {
    const given =
      parameter.in === 'path' ? example.params : parameter.in === 'query' ? example.query : undefined;
    const value = given?.[parameter.name];
    if (value !== undefined) parameter.example = written(value);
  }
  const body = operation.requestBody?.content['application/json'];
  if (body && example.body !== undefined) body.example = written(example.body);
}

/** Takes out the flags the generator leaves at the end of an expression: in JSON Schema it has none, and "u" is meant. */
function withoutFlags(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutFlags);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'pattern' && typeof inner === 'string'
        ? inner.replace(/(?<!\\)\/[a-z]+$/, '')
        : withoutFlags(inner),
    ]),
  );
}

export function openApiDocument(routes: readonly TaggedRoute[], version: string) {
  const registry = new OpenAPIRegistry();
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: 'promptvault.session_token',
    description: 'Set by sign-in.',
  });
  for (const one of routes) registry.registerPath(toConfig(one));
  const generated = new OpenApiGeneratorV31(registry.definitions).generateDocument({
    openapi: '3.1.0',
    info: {
      title: 'PromptVault',
      version,
      description:
        'The API that the web app itself uses. Errors are problem documents with stable codes; lists page by cursor; changes carry If-Match.',
    },
    servers: [{ url: '/' }],
    security: [{ session: [] }],
    tags: [...new Set(routes.map((one) => one.tag))].map((name) => ({ name })),
  });
  const document = withoutFlags(generated) as typeof generated;
  for (const { route } of routes)
    addExample(document.paths?.[route.path]?.[route.method] as Operation, route);
  return document;
}
