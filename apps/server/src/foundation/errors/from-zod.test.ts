import { startRunsBody } from '@promptvault/contract/studio/runs/shapes';
import { describe, expect, it } from 'vitest';
import * as z from 'zod';
import { issuesFromZod } from './from-zod.ts';

const issuesOf = (shape: z.ZodType, value: unknown) => {
  const { error } = shape.safeParse(value);
  return error ? issuesFromZod(error) : [];
};
const placesOf = (shape: z.ZodType, value: unknown) =>
  issuesOf(shape, value).map(({ path, code }) => `${path.join('.')} ${code}`);

describe('a choice between shapes', () => {
  const connectionId = '01a1f925-a70a-75ae-a000-000000000000';
  const given = (model: unknown) => ({
    source: { kind: 'version', promptId: connectionId, number: 1 },
    models: [model],
  });

  it.each<[unknown, string[]]>([
    [{ connectionId: null }, ['models.0.model invalid_type']],
    [{ model: 'm' }, ['models.0.connectionId invalid_type']],
    [{ connectionId: 7, model: 'm' }, ['models.0.connectionId invalid_type']],
    [{ connectionId, model: '' }, ['models.0.model too_small']],
    [{ connectionId, model: 'm', chainId: connectionId }, ['models.0.chainId unknown_field']],
    [{ chainId: 7 }, ['models.0.chainId invalid_type']],
    [{ chainId: connectionId, colour: 'red' }, ['models.0.colour unknown_field']],
    ['m', ['models.0 invalid_type']],
    [null, ['models.0 invalid_type']],
  ])('speaks of the shape that %j is nearest to', (model, places) => {
    expect(placesOf(startRunsBody, given(model))).toEqual(places);
  });

  it('names what each shape takes where none is nearer', () => {
    const [issue, ...more] = issuesOf(startRunsBody, given({}));
    expect(issue).toMatchObject({ path: ['models', 0], code: 'invalid_union' });
    expect(issue?.message).toBe('Expected connectionId and model, or chainId.');
    expect(more).toEqual([]);
  });

  it('names what it takes where values are of one kind', () => {
    const small = z.object({ size: z.union([z.string().max(3), z.number(), z.null()]) });
    expect(placesOf(small, { size: 'long' })).toEqual(['size too_big']);
    expect(issuesOf(small, { size: [] })).toEqual([
      { path: ['size'], code: 'invalid_union', message: 'Expected string, number or null.' },
    ]);
    expect(issuesOf(small, {})[0]?.message).toBe('Expected string, number or null.');
  });

  it('names the values that tell the shapes apart', () => {
    const one = z.object({
      one: z.discriminatedUnion('kind', [
        z.strictObject({ kind: z.literal('a'), size: z.number() }),
        z.strictObject({ kind: z.literal('b') }),
      ]),
    });
    expect(placesOf(one, { one: { kind: 'a', size: '1' } })).toEqual(['one.size invalid_type']);
    expect(issuesOf(one, { one: { kind: 'c' } })).toEqual([
      { path: ['one', 'kind'], code: 'invalid_union', message: 'Expected “a” or “b”.' },
    ]);
    expect(issuesOf(one, { one: 7 })[0]).toMatchObject({ path: ['one'], code: 'invalid_type' });
  });

  it('goes into choices within choices', () => {
    const inner = z.union([z.strictObject({ a: z.number() }), z.strictObject({ b: z.number() })]);
    const outer = z.union([z.strictObject({ inner }), z.strictObject({ other: z.string() })]);
    expect(placesOf(outer, { inner: { a: 'x' } })).toEqual(['inner.a invalid_type']);
  });
});
