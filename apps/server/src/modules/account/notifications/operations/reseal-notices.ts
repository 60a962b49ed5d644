import type { Services } from '../../../../foundation/module/define-module.ts';
import { listLetters, organizationsWithOlderLetters, replaceLetterSeal } from '../repository/mail.ts';
import {
  findPushKey,
  listSubscriptions,
  peopleWithOlderSeals,
  setPushKeySeal,
  setSubscription,
} from '../repository/push.ts';
import { pushKeySeal } from './push-keys.ts';
import { sealOf } from './queue-mail.ts';
import { subscriptionSeal } from './subscribe-push.ts';

/**
 * After a new master key was added, so that the older one can be taken away: keys and addresses of browsers, and the
 * letters that are kept. What no longer opens is left, and told.
 */
export async function resealNotices({ db, ports }: Pick<Services, 'db' | 'ports'>): Promise<void> {
  const { secrets, log } = ports;
  const nowhere = { organizationId: null, userId: null };
  const anew = async (
    what: object,
    sealed: string,
    context: string,
    keep: (sealed: string) => Promise<void>,
  ) => {
    if (secrets.isNewest(sealed)) return;
    let fresh: string;
    try {
      fresh = secrets.reseal(sealed, context);
    } catch (error) {
      log.warn('what a browser or a letter needs could not be sealed anew', { ...what, error });
      return;
    }
    await keep(fresh);
  };
  for (const userId of await db.tenant(nowhere, (tx) => peopleWithOlderSeals(tx, secrets.newestKeyId)))
    await db.tenant({ organizationId: null, userId }, async (tx) => {
      const key = await findPushKey(tx, userId);
      if (key)
        await anew({ userId }, key.sealed, pushKeySeal(userId), (sealed) => setPushKeySeal(tx, key, sealed));
      for (const { id, sealed: old } of await listSubscriptions(tx, userId))
        await anew({ userId, id }, old, subscriptionSeal(id), (sealed) =>
          setSubscription(tx, { userId, id }, { sealed }),
        );
    });
  const organizations = await db.tenant(nowhere, (tx) =>
    organizationsWithOlderLetters(tx, secrets.newestKeyId),
  );
  for (const organizationId of organizations)
    await ports.within({ organizationId, job: 'mail.reseal', onBehalfOf: null }, async ({ tx }) => {
      for (const letter of await listLetters(tx, organizationId))
        await anew({ mailId: letter.id }, letter.sealed, sealOf(letter.id), (sealed) =>
          replaceLetterSeal(tx, { organizationId, ...letter }, sealed),
        );
    });
}
