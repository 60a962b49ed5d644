import { describe, expect, it } from 'vitest';
import { placeProblem, privateWords } from './private-words.ts';

const local = { provider: 'openai_compatible', baseUrl: 'http://192.168.1.5:11434/v1' } as const;
const page = 'https://vault.example';
const unreachable = (message: string) =>
  privateWords({ code: 'model.unreachable', message, retryable: false }, local, page);

describe('what is said of a private call that fails', () => {
  it('names what refuses pages, and the setting that allows this one', () => {
    expect(unreachable('refuses_pages')).toMatch(
      /192\.168\.1\.5:11434.*OLLAMA_ORIGINS=https:\/\/vault\.example/,
    );
    expect(unreachable('silent')).toMatch(/Nothing answers at 192\.168\.1\.5:11434/);
    expect(unreachable('offline')).toMatch(/offline/);
  });

  it('leaves the words of a provider as they are', () => {
    const error = { code: 'model.rate_limited', message: 'Slow down.', retryable: true } as const;
    expect(privateWords(error, local, page)).toBe('Slow down.');
  });

  it('knows beforehand what no browser does', () => {
    const place = (baseUrl: string | null, protocol = 'https:') =>
      placeProblem({ provider: 'openai_compatible', baseUrl }, { protocol });
    expect(place('http://192.168.1.5:11434/v1')).toMatch(/over http/);
    expect(place('http://192.168.1.5:11434/v1', 'http:')).toBeUndefined();
    for (const fine of ['http://localhost:11434/v1', 'http://127.0.0.1:1234/v1', 'https://a.example/v1'])
      expect(place(fine)).toBeUndefined();
    expect(place('http://[::1]:11434/v1', 'http:')).toMatch(/IPv6/);
  });
});
