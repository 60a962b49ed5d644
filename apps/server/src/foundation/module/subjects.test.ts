import { describe, expect, it } from 'vitest';
import type { Ctx } from '../context/ctx.ts';
import { joinSubjects } from './subjects.ts';

const ctx = {} as Ctx;
const sample = async () => ({ id: '1' });

describe('joinSubjects', () => {
  const subjects = joinSubjects([
    {
      kind: 'prompt',
      sample,
      open: async (_ctx, id) => ({ title: `Prompt ${id}`, address: `/prompts/${id}` }),
    },
    { kind: 'tag', sample },
  ]);

  it('asks the module of the thing', async () => {
    expect(await subjects.open(ctx, { kind: 'prompt', id: '7' })).toEqual({
      title: 'Prompt 7',
      address: '/prompts/7',
    });
    expect(subjects.kinds()).toEqual(['prompt']);
  });

  it('finds what can be opened, and passes on what went wrong otherwise', async () => {
    const broken = joinSubjects([
      { kind: 'prompt', sample, open: async () => Promise.reject(new TypeError('broken')) },
    ]);
    expect(await subjects.find(ctx, { kind: 'prompt', id: '7' })).toMatchObject({ title: 'Prompt 7' });
    expect(await subjects.find(ctx, { kind: 'unicorn', id: '7' })).toBeUndefined();
    await expect(broken.find(ctx, { kind: 'prompt', id: '7' })).rejects.toThrow('broken');
  });

  it('finds nothing of a kind that cannot be opened, or that nobody knows', async () => {
    for (const kind of ['tag', 'unicorn'])
      await expect(subjects.open(ctx, { kind, id: '7' })).rejects.toMatchObject({
        code: 'resource.not_found',
      });
  });

  it('refuses two modules that declare one kind', () => {
    expect(() =>
      joinSubjects([
        { kind: 'tag', sample },
        { kind: 'tag', sample },
      ]),
    ).toThrow(/tag/);
  });
});
