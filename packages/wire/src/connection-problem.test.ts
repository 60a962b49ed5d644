import { describe, expect, it } from 'vitest';
import { connectionProblem } from './connection-problem.ts';

const base = { provider: 'openai_compatible', baseUrl: 'http://localhost:11434/v1', apiKey: null } as const;

describe('a connection', () => {
  it('is fine with an address, and with no key where none is needed', () => {
    expect(connectionProblem(base)).toBeUndefined();
    expect(connectionProblem({ provider: 'openai', baseUrl: null, apiKey: 'sk-1' })).toBeUndefined();
  });

  it.each([
    [{ provider: 'anthropic' as const, apiKey: '' }, 'model.unauthorized'],
    [{ apiKey: 'sk-1\n' }, 'model.unauthorized'],
    [{ apiKey: 'ключ' }, 'model.unauthorized'],
    [{ baseUrl: 'localhost:11434' }, 'model.unreachable'],
    [{ baseUrl: 'not an address' }, 'model.unreachable'],
    [{ baseUrl: 'file:///etc' }, 'model.unreachable'],
    [{ baseUrl: 'https://me:secret@host/v1' }, 'model.unreachable'],
  ])('%j is %s', (given, code) => {
    const found = connectionProblem({ ...base, ...given });
    expect(found?.code).toBe(code);
    expect(JSON.stringify(found)).not.toContain('secret');
  });
});
