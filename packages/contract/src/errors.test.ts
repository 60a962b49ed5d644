import { describe, expect, it } from 'vitest';
import { DomainError, defineErrors, listErrors } from './errors.ts';

const PromptError = defineErrors('prompt', {
  name_taken: { status: 409, message: (p: { name: string }) => `“${p.name}” is taken.` },
  archived: { status: 423, message: () => 'This prompt is archived.' },
});

describe('defineErrors', () => {
  it('makes an error with code, status, message and parameters', () => {
    const error = PromptError.name_taken({ name: 'greeting' });
    expect(error).toBeInstanceOf(DomainError);
    expect(error).toMatchObject({
      code: 'prompt.name_taken',
      status: 409,
      message: '“greeting” is taken.',
      params: { name: 'greeting' },
    });
  });

  it('makes an error without parameters', () => {
    expect(PromptError.archived()).toMatchObject({ code: 'prompt.archived', status: 423, params: {} });
  });

  it('names code and status without making an error', () => {
    expect(PromptError.name_taken.code).toBe('prompt.name_taken');
    expect(listErrors(PromptError)).toEqual([
      { code: 'prompt.name_taken', status: 409 },
      { code: 'prompt.archived', status: 423 },
    ]);
  });

  it('keeps path, findings and cause when one is added after the other', () => {
    const cause = new Error('unique_violation');
    const issues = [{ path: ['name'], code: 'taken', message: 'Taken.' }];
    const error = PromptError.name_taken({ name: 'a' }).at('items', 3, 'name').because(cause).with(issues);
    expect(error).toMatchObject({ path: ['items', 3, 'name'], issues, cause, code: 'prompt.name_taken' });
  });

  it('demands the declared parameters', () => {
    // @ts-expect-error the name is missing
    expect(() => PromptError.name_taken()).toThrow();
    // @ts-expect-error there is no such error
    expect(PromptError.unknown).toBeUndefined();
  });
});
