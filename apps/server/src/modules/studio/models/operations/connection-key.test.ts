import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createSecrets } from '../../../../foundation/secrets/secrets.ts';
import { openKey, sealKey } from './connection-key.ts';

const bytes = randomBytes(32);
const secrets = createSecrets([{ id: 'k1', bytes: () => bytes } as never]);
const here = { organizationId: 'one', id: 'connection' };

it('opens a key only for the organization and connection it was sealed for', () => {
  const { sealedKey } = sealKey(secrets, here, 'sk-a-long-enough-key');
  expect(openKey(secrets, { ...here, sealedKey })).toBe('sk-a-long-enough-key');
  for (const elsewhere of [
    { ...here, organizationId: 'two' },
    { ...here, id: 'another' },
  ])
    expect(() => openKey(secrets, { ...elsewhere, sealedKey })).toThrow(
      expect.objectContaining({ code: 'secret.damaged' }),
    );
});

it('shows the end of a long key and nothing of a short one', () => {
  expect(sealKey(secrets, here, 'sk-a-long-enough-key').keyEnding).toBe('-key');
  expect(sealKey(secrets, here, 'short').keyEnding).toBe('');
  expect(sealKey(secrets, here, null)).toEqual({ sealedKey: null, keyEnding: null });
});
