import { describe, expect, it } from 'vitest';
import { readEnvironment } from '../foundation/env.ts';
import { settlePort } from './settle-port.ts';

async function settled(variables: Record<string, string>) {
  const read = readEnvironment(variables);
  if ('problem' in read) throw new Error(read.problem);
  return (await settlePort(read.ok)).http;
}

describe('any free port', () => {
  it('becomes a real one in the address, and in the origins that may send cookies', async () => {
    const { port, publicUrl, trustedOrigins } = await settled({ PORT: '0' });
    expect(port).toBeGreaterThan(0);
    expect(publicUrl).toBe(`http://localhost:${port}`);
    expect(trustedOrigins).toEqual([`http://localhost:${port}`, `http://127.0.0.1:${port}`]);
  });

  it('leaves a port and an address that were given', async () => {
    expect((await settled({ PORT: '4123' })).port).toBe(4123);
    const given = await settled({ PORT: '0', PROMPTVAULT_PUBLIC_URL: 'https://prompts.example.com' });
    expect(given.publicUrl).toBe('https://prompts.example.com');
  });
});
