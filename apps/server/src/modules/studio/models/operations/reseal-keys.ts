import type { Services } from '../../../../foundation/module/define-module.ts';
import { listConnectionRows, organizationsWithOlderSeals, replaceSeal } from '../repository.ts';
import { resealKey } from './connection-key.ts';

/**
 * After a new master key was added: seals every stored key with it, so that the older one can be taken away.
 * A key that no longer opens is left as it is and said in the log; using it tells the person what to do.
 */
export async function resealKeys({ db, ports }: Pick<Services, 'db' | 'ports'>): Promise<void> {
  const { secrets, log } = ports;
  const nowhere = { organizationId: null, userId: null };
  const organizations = await db.tenant(nowhere, (tx) =>
    organizationsWithOlderSeals(tx, secrets.newestKeyId),
  );
  for (const organizationId of organizations)
    await ports.within({ organizationId, job: 'models.reseal', onBehalfOf: null }, async ({ tx }) => {
      for (const row of await listConnectionRows(tx, organizationId, undefined)) {
        if (row.sealedKey === null || secrets.isNewest(row.sealedKey)) continue;
        try {
          await replaceSeal(tx, { ...row, sealedKey: row.sealedKey }, resealKey(secrets, row, row.sealedKey));
        } catch (error) {
          log.warn('a stored key could not be sealed anew', { connectionId: row.id, error });
        }
      }
    });
}
