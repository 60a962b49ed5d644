import type { Tool } from '@promptvault/document';
import { describe, expect, it } from 'vitest';
import { newImplementation, toolAddressFault, toolKinds, toolsToConfirm } from './tool-kinds.ts';

const http = (name: string, method: 'GET' | 'POST', safe: boolean): Tool => ({
  id: name,
  name,
  description: '',
  parameters: {},
  implementation: {
    kind: 'http',
    method,
    url: 'https://api.example.com:8443/a/{{b}}',
    headers: [],
    body: null,
    safe,
  },
});

describe('what a tool does', () => {
  it('begins with something for each kind', () => {
    expect(toolKinds.map((kind) => newImplementation(kind)?.kind)).toEqual([
      undefined,
      'mock',
      'javascript',
      'http',
      'prompt',
    ]);
  });

  it('is asked about where it may change something, with the host it calls', () => {
    const mock: Tool = { ...http('c', 'GET', true), implementation: { kind: 'mock', reply: '' } };
    expect(toolsToConfirm([http('a', 'POST', false), http('b', 'GET', true), mock])).toEqual([
      { name: 'a', calls: 'POST api.example.com:8443' },
    ]);
  });

  it.each([
    ['https://api.example.com', true],
    ['https://api.example.com/{{path}}', true],
    ['http://localhost:8080?q={{q}}', true],
    ['https://{{host}}/', false],
    ['https://api.{{host}}/', false],
    ['https://user@api.example.com/', false],
    ['ftp://api.example.com/', false],
    ['https://', false],
    ['', false],
  ])('%s is an address: %s', (url, fits) => {
    expect(toolAddressFault(url) === undefined).toBe(fits);
  });
});
