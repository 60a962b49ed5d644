import { randomBytes } from 'node:crypto';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createSecrets } from '../../../../foundation/secrets/secrets.ts';
import { listConnectionRows, updateConnectionRow } from '../repository.ts';
import { openKey, sealKey } from './connection-key.ts';
import { resealKeys } from './reseal-keys.ts';
import { sampleConnection } from './sample-connection.ts';

const masterKey = (id: string) => {
  const bytes = randomBytes(32);
  return { id, bytes: () => bytes };
};
const older = masterKey('older');
const newer = masterKey('newer');
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

it('seals stored keys with the newest master key, and leaves what it cannot open', async () => {
  const { db, ports } = house.application.services;
  const rows = () =>
    house.within('owner', ({ tx }) => listConnectionRows(tx, house.organizationId, undefined));
  await house.within('owner', sampleConnection);
  await house.within('owner', sampleConnection);
  const [first, second] = await rows();
  if (!first || !second) throw new Error('no connections were made');
  const before = createSecrets([older]);
  const lost = createSecrets([masterKey('lost')]);
  await house.within('owner', async ({ tx }) => {
    for (const [row, secrets] of [
      [first, before],
      [second, lost],
    ] as const) {
      await updateConnectionRow(tx, row, row.revision, sealKey(secrets, row, 'sk-the-key-of-a-provider'));
    }
  });
  const after = createSecrets([older, newer]);
  await resealKeys({ db, ports: { ...ports, secrets: after } });
  const [resealed, left] = await rows();
  expect(after.isNewest(resealed?.sealedKey ?? '')).toBe(true);
  expect(openKey(createSecrets([newer]), resealed ?? first)).toBe('sk-the-key-of-a-provider');
  expect(resealed?.revision).toBe(first.revision + 1);
  expect(left?.sealedKey).toContain('.lost.');
});
