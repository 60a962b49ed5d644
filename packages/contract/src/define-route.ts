/**
 * A route of the public API as data: who may call it, what it takes and gives, which errors it can answer.
 * The server serves it, the OpenAPI document and the SDK are made from it, and the tests of the tenant wall
 * are generated from its `ids` and `example`.
 */
import type * as z from 'zod';
import type { ErrorStatus } from './errors.ts';

export type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** `public`: anyone. `signed_in`: a person, whatever the organization. Else a permission such as `prompt.write`. */
export type RoutePermission = 'public' | 'signed_in' | `${string}.${string}`;

/** How a call counts against the rate limits. */
export type RouteLimit = 'read' | 'write' | 'costly' | 'sign_in' | 'live';

type Shape = z.ZodObject;
type Schema = z.ZodType;

export interface RouteError {
  readonly code: string;
  readonly status: ErrorStatus;
}

export interface RouteDefinition {
  operationId: string;
  method: Method;
  /** With `{name}` for each parameter; starts with /api/v1/. */
  path: `/api/v1/${string}`;
  permission: RoutePermission;
  summary: string;
  description?: string;
  limit: RouteLimit;
  params?: Shape;
  query?: Shape;
  body?: Schema;
  /** Largest body in bytes; 1 MiB unless said otherwise. */
  bodyLimit?: number;
  /** Takes If-Match with the ETag of the thing it changes: absent is 428, stale is 412. */
  ifMatch?: true;
  /**
   * Takes Idempotency-Key: the same key and body answer the same again without doing it twice. `sealed` where the
   * answer holds a secret: what is kept for answering again is then encrypted.
   */
  idempotent?: true | 'sealed';
  response: { status: 200 | 201 | 202; schema: Schema } | { status: 204 };
  /** Answers with server-sent events whose data has this schema. */
  events?: Schema;
  /** Answers with a file, written as it is read; the schema of the response is then text. */
  file?: true;
  errors?: readonly RouteError[];
  /** Where ids of tenant rows stand, and of what kind: `{ 'params.promptId': 'prompt' }`. */
  ids?: Readonly<Record<string, string>>;
  /** A valid call; `$prompt` stands for the id of an existing prompt. */
  example: {
    params?: Readonly<Record<string, string>>;
    query?: Readonly<Record<string, string>>;
    body?: unknown;
  };
}

/** Declares a route. The const parameter keeps the permission's exact name, which `serve` compares with the operation's. */
export const defineRoute = <const R extends RouteDefinition>(route: R): R => route;

type OutputOf<S> = S extends z.ZodType ? z.output<S> : unknown;
type Flat<T> = T extends object ? { [K in keyof T]: T[K] } : T;

/** What an operation receives: parameters, query and body in one object, and the revision of If-Match. */
export type RouteInput<R extends RouteDefinition> = Flat<
  OutputOf<R['params']> &
    OutputOf<R['query']> &
    OutputOf<R['body']> &
    (R['ifMatch'] extends true ? { revision: number } : unknown)
>;

export type RouteResponse<R extends RouteDefinition> = R['response'] extends {
  schema: infer S extends z.ZodType;
}
  ? z.input<S>
  : undefined;

export type RouteEvent<R extends RouteDefinition> = R['events'] extends z.ZodType
  ? z.input<R['events']>
  : never;
