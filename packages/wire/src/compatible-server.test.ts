import { describe, expect, it } from 'vitest';
import { type CompatibleServer, compatibleServerOf } from './compatible-server.ts';

describe('the program behind an address', () => {
  it.each<[string | null, (string | undefined)[], CompatibleServer | null]>([
    ['http://10.0.0.7:9000/v1', ['bartowski', 'library'], 'ollama'],
    ['http://localhost:11434/v1', ['bartowski'], 'ollama'],
    ['https://ollama.com/v1', [], 'ollama'],
    ['http://localhost:1234/v1', [], 'lm_studio'],
    ['http://localhost:8000/v1', ['organization_owner'], 'lm_studio'],
    ['http://localhost:11434/v1', ['vllm'], 'vllm'],
    ['http://localhost:8080/v1', ['llamacpp'], 'llama_cpp'],
    ['https://openrouter.ai/api/v1', ['library'], 'openrouter'],
    ['https://eu.openrouter.ai/api/v1', [], 'openrouter'],
    ['https://notopenrouter.ai/v1', [], null],
    ['http://localhost:8000/v1', [undefined, 'somebody', 'constructor'], null],
    ['no address', [], null],
    [null, [], null],
  ])('at %s, by models of %j, is %j', (baseUrl, owners, expected) => {
    const listed = owners.map((ownedBy) => (ownedBy === undefined ? {} : { ownedBy }));
    expect(compatibleServerOf(baseUrl, listed)).toBe(expected);
  });
});
