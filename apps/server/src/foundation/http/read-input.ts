import { createHash } from 'node:crypto';
import type { RouteDefinition } from '@promptvault/contract/define-route';
import type { ErrorIssue } from '@promptvault/contract/errors';
import { findUnstorable, unstorableMessages } from '@promptvault/contract/text';
import type { Context } from 'hono';
import * as z from 'zod';
import { RequestError } from '../errors/foundation-errors.ts';
import { issuesFromZod } from '../errors/from-zod.ts';

const defaultBodyLimit = 1 << 20;
/** Deeper than this no honest body is, and recursive readers would run out of stack. */
const deepestBody = 100;

export interface Entity {
  revision?: number;
}

/**
 * The revision, which If-Match compares, and a hash of what is shown: counters and what is one's own change
 * without a new revision, and a cache must not answer for them.
 */
export const entityTag = (entity: Entity | undefined, json: string): string | undefined =>
  typeof entity?.revision === 'number'
    ? `"r${entity.revision}-${createHash('sha256').update(json).digest('hex').slice(0, 16)}"`
    : undefined;

/**
 * Parameters, query and body in one object, as the contract describes them.
 * @throws request.malformed, request.invalid, request.too_large, request.unsupported_media_type, request.precondition_required
 */
export async function readInput(route: RouteDefinition, context: Context): Promise<Record<string, unknown>> {
  const input: Record<string, unknown> = {};
  const issues: ErrorIssue[] = [];
  const take = (schema: z.ZodType | undefined, value: unknown, part: string) => {
    if (!schema) return;
    const place = part === 'body' ? [] : [part];
    const parsed = schema.safeParse(value);
    if (parsed.success) {
      Object.assign(input, parsed.data);
      // What was sent, not what the shape made of it: that has left out what it cannot hold.
      const unstorable = findUnstorable(value);
      if (unstorable)
        issues.push({
          path: [...place, ...unstorable.path],
          code: `text.${unstorable.reason}`,
          message: unstorableMessages[unstorable.reason],
        });
    } else issues.push(...issuesFromZod(parsed.error, place));
  };
  const params = context.req.param() as Record<string, string>;
  for (const value of Object.values(params))
    if (findUnstorable(value))
      throw RequestError.malformed({ reason: 'the address holds a character that cannot be stored.' });
  take(route.params, params, 'path');
  take(route.query ? route.query.strict() : z.strictObject({}), context.req.query(), 'query');
  if (route.body) take(route.body, await readBody(route, context), 'body');
  if (issues.length > 0) throw RequestError.invalid().with(issues);
  if (route.ifMatch) input.revision = readIfMatch(context.req.header('if-match'));
  return input;
}

/** A tag that is none of ours answers a revision that nothing has: 0 is had by what does not exist yet. */
function readIfMatch(header: string | undefined): number {
  if (header === undefined) throw RequestError.precondition_required();
  const tag = header.trim();
  if (!/^(?:W\/)?"[^"]*"$/.test(tag))
    throw RequestError.malformed({ reason: 'If-Match takes one ETag as it was read, with its quotes.' });
  const match = /^(?:W\/)?"r(\d{1,9})(?:-[0-9a-f]{1,64})?"$/.exec(tag);
  return match ? Number(match[1]) : -1;
}

async function readBody(route: RouteDefinition, context: Context): Promise<unknown> {
  const type = context.req.header('content-type') ?? '';
  if (!/^application\/(?:[\w.+-]+\+)?json\s*(?:;|$)/i.test(type))
    throw RequestError.unsupported_media_type({ expected: 'application/json' });
  const raw = await readBytes(context.req.raw, route.bodyLimit ?? defaultBodyLimit);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw RequestError.malformed({ reason: 'the body is not UTF-8.' });
  }
  try {
    const value: unknown = JSON.parse(text);
    if (depthOf(value) > deepestBody) throw new SyntaxError(`it is nested deeper than ${deepestBody} levels`);
    return value;
  } catch (error) {
    throw RequestError.malformed({
      reason: `the body is not JSON (${(error as Error).message.slice(0, 200)}).`,
    });
  }
}

/** Reads at most `limit` bytes, whatever Content-Length says. */
async function readBytes(request: Request, limit: number): Promise<Uint8Array> {
  const declared = Number(request.headers.get('content-length') ?? 0);
  if (declared > limit) throw RequestError.too_large({ maxBytes: limit });
  if (!request.body) return new Uint8Array();
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = request.body.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    size += value.byteLength;
    if (size > limit) {
      await reader.cancel();
      throw RequestError.too_large({ maxBytes: limit });
    }
    chunks.push(value);
  }
  return Buffer.concat(chunks);
}

function depthOf(value: unknown): number {
  let level: unknown[] = [value];
  for (let depth = 0; ; depth++) {
    const next: unknown[] = [];
    for (const one of level)
      if (one !== null && typeof one === 'object') for (const child of Object.values(one)) next.push(child);
    if (next.length === 0 || depth > deepestBody) return depth;
    level = next;
  }
}
