import { describe, expect, it } from 'vitest';
import { ApiProblem } from './api-problem.ts';
import { createOnce } from './create-once.ts';

describe('createOnce', () => {
  const keys: string[] = [];
  const answers: (() => Promise<string>)[] = [];
  const create = createOnce((_body: { name: string }, header) => {
    keys.push(header['Idempotency-Key']);
    return answers.shift()?.() ?? Promise.resolve('made');
  });
  const fails = (status: number) => async () => {
    throw new ApiProblem({ status, code: 'x', message: 'no' });
  };

  it('is one call for a double click, and a new one afterwards', async () => {
    keys.length = 0;
    expect(await Promise.all([create({ name: 'a' }), create({ name: 'a' })])).toEqual(['made', 'made']);
    expect(keys).toHaveLength(1);
    await create({ name: 'a' });
    expect(new Set(keys).size).toBe(2);
  });

  it('is two calls for two things', async () => {
    keys.length = 0;
    await Promise.all([create({ name: 'a' }), create({ name: 'b' })]);
    expect(new Set(keys).size).toBe(2);
  });

  it('keeps its key where no answer came, and takes a new one after a refusal', async () => {
    keys.length = 0;
    answers.push(fails(0), fails(422));
    await expect(create({ name: 'a' })).rejects.toThrow('no');
    await expect(create({ name: 'a' })).rejects.toThrow('no');
    await create({ name: 'a' });
    expect(keys[0]).toBe(keys[1]);
    expect(keys[2]).not.toBe(keys[1]);
  });
});
