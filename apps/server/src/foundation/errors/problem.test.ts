import { defineErrors, listErrors } from '@promptvault/contract/errors';
import { text } from '@promptvault/contract/text';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { foundationErrors, RequestError, RouteError, ServerError } from './foundation-errors.ts';
import { toProblem } from './problem.ts';

const PromptError = defineErrors('prompt', {
  name_taken: { status: 409, message: (p: { name: string }) => `“${p.name}” is taken.` },
});

describe('toProblem', () => {
  it('writes a declared error as a problem document', () => {
    const answer = toProblem(PromptError.name_taken({ name: 'x' }).at('name'), {
      requestId: 'r1',
      instance: '/api/v1/prompts',
    });
    expect(answer).toMatchObject({ status: 409, unexpected: false });
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.body).toEqual({
      type: 'urn:promptvault:error:prompt.name_taken',
      title: 'Name taken',
      status: 409,
      code: 'prompt.name_taken',
      detail: '“x” is taken.',
      instance: '/api/v1/prompts',
      requestId: 'r1',
      params: { name: 'x' },
      errors: [{ path: ['name'], code: 'prompt.name_taken', message: '“x” is taken.' }],
    });
  });

  it('says nothing of an error nobody declared', () => {
    const answer = toProblem(new Error('password of the database is hunter2'), { requestId: 'r1' });
    expect(answer).toMatchObject({ status: 500, unexpected: true, body: { code: 'server.unexpected' } });
    expect(JSON.stringify(answer)).not.toContain('hunter2');
    expect(toProblem(undefined).status).toBe(500);
  });

  it('says nothing of a cause', () => {
    const error = ServerError.unavailable({ part: 'database', retryAfterMs: 1500 }).because(
      new Error('hunter2'),
    );
    const answer = toProblem(error);
    expect(answer.headers['retry-after']).toBe('2');
    expect(JSON.stringify(answer)).not.toContain('hunter2');
  });

  it('names each place zod complained about, with our own codes where there are some', () => {
    const shape = z.strictObject({ name: text({ max: 5 }), tags: z.array(z.string()) });
    const { error } = shape.safeParse({ name: 'a\u0000', tags: [1], colour: 'red' });
    const { body } = toProblem(error);
    expect(body.code).toBe('request.invalid');
    expect(body.errors?.map(({ path, code }) => ({ path, code }))).toEqual(
      expect.arrayContaining([
        { path: ['name'], code: 'text.nul' },
        { path: ['tags', 0], code: 'invalid_type' },
        { path: ['colour'], code: 'unknown_field' },
      ]),
    );
  });

  it('lists a bounded number of findings', () => {
    const { error } = z
      .strictObject({})
      .safeParse(Object.fromEntries(Array.from({ length: 5_000 }, (_, i) => [`k${i}`, 1])));
    expect(toProblem(error).body.errors).toHaveLength(50);
  });

  it('sets the headers that belong to a status', () => {
    expect(toProblem(RequestError.rate_limited({ retryAfterMs: 100 })).headers['retry-after']).toBe('1');
    expect(
      toProblem(RouteError.method_not_allowed({ method: 'PUT', allow: ['GET', 'POST'] })).headers.allow,
    ).toBe('GET, POST');
  });

  it('declares each code once', () => {
    const codes = foundationErrors.flatMap((catalogue) => listErrors(catalogue).map(({ code }) => code));
    expect(new Set(codes).size).toBe(codes.length);
    expect(codes).toContain('request.idempotency_conflict');
  });
});
