import { randomBytes } from 'node:crypto';
import * as contract from '@promptvault/contract/account/notifications/routes';
import { openPushService, type PushService } from '@promptvault/testing/push-service';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { guardedFetch } from '../../../../foundation/llm/guarded-fetch.ts';
import { createWebPush } from '../../../../foundation/push/web-push.ts';
import { createSecrets } from '../../../../foundation/secrets/secrets.ts';
import { listLetters, replaceLetterSeal } from '../repository/mail.ts';
import { findPushKey, listSubscriptions, setPushKeySeal, setSubscription } from '../repository/push.ts';
import { pushKeySeal } from './push-keys.ts';
import { sealOf, sendLetter } from './queue-mail.ts';
import { resealNotices } from './reseal-notices.ts';
import { subscriptionSeal } from './subscribe-push.ts';

const masterKey = (id: string) => {
  const bytes = randomBytes(32);
  return { id, bytes: () => bytes };
};
const [older, newer, lost] = [masterKey('older'), masterKey('newer'), masterKey('lost')];
let house: TestHouse;
let service: PushService;

beforeAll(async () => {
  service = await openPushService();
  house = await openTestHouse();
  house.application.services.ports.push = createWebPush({
    fetch: guardedFetch({ allowPrivateAddresses: true }),
    clock: house.application.services.ports.clock,
    publicUrl: 'http://localhost:3000',
    offered: true,
    plain: true,
  });
});
afterAll(async () => {
  await house.close();
  await service.close();
});

const letter = (text: string) => ({ to: 'mia@example.com', subject: text, text, html: `<p>${text}</p>` });
const letters = () => house.within('owner', ({ tx }) => listLetters(tx, house.organizationId));
/** Has other keys seal what a text was sealed with. */
const sealedBy = (key: ReturnType<typeof masterKey>, sealed: string, context: string) => {
  const { secrets } = house.application.services.ports;
  return createSecrets([key]).seal(secrets.open(sealed, context), context);
};

it('seals browsers and letters with the newest master key, and leaves what it cannot open', async () => {
  const { db, ports } = house.application.services;
  const { userId } = house.people.viewer;
  const { body } = await house
    .as('viewer')
    .call(contract.subscribePush, { body: service.subscribe().target });
  const { id } = body.items[0];
  const subscription = () =>
    house.within('viewer', async ({ tx }) => (await listSubscriptions(tx, userId))[0]?.sealed ?? '');
  const browser = await subscription();
  await house.within('viewer', async ({ tx }) => {
    const key = await findPushKey(tx, userId);
    if (key) await setPushKeySeal(tx, key, sealedBy(older, key.sealed, pushKeySeal(userId)));
    await setSubscription(tx, { userId, id }, { sealed: sealedBy(older, browser, subscriptionSeal(id)) });
  });
  await house.within('owner', async (ctx) => {
    await sendLetter(ctx, letter('One'));
    await sendLetter(ctx, letter('Two'));
    const [one, two] = await listLetters(ctx.tx, ctx.organizationId);
    for (const [row, key] of [
      [one, older],
      [two, lost],
    ] as const)
      if (row)
        await replaceLetterSeal(
          ctx.tx,
          { organizationId: ctx.organizationId, ...row },
          sealedBy(key, row.sealed, sealOf(row.id)),
        );
  });
  const both = createSecrets([older, newer]);
  await resealNotices({ db, ports: { ...ports, secrets: both } });
  const after = createSecrets([newer]);
  const key = await house.within('viewer', ({ tx }) => findPushKey(tx, userId));
  expect(after.open(key?.sealed ?? '', pushKeySeal(userId))).not.toBe('');
  expect(after.open(await subscription(), subscriptionSeal(id))).toContain('endpoint');
  const kept = await letters();
  expect(kept.map(({ sealed }) => sealed.split('.')[1]).sort()).toEqual(['lost', 'newer']);
});
