import type { Services } from '../../../../foundation/module/define-module.ts';
import { listSecretRows, organizationsWithOlderSecrets, replaceSeal } from '../repository.ts';
import { resealValue } from './seal-value.ts';

/** After a new master key was added, so that the older one can be taken away; what no longer opens is left, and told. */
export async function resealSecrets({ db, ports }: Pick<Services, 'db' | 'ports'>): Promise<void> {
  const { secrets, log } = ports;
  const nowhere = { organizationId: null, userId: null };
  const organizations = await db.tenant(nowhere, (tx) =>
    organizationsWithOlderSecrets(tx, secrets.newestKeyId),
  );
  for (const organizationId of organizations)
    await ports.within({ organizationId, job: 'secrets.reseal', onBehalfOf: null }, async ({ tx }) => {
      for (const row of await listSecretRows(tx, organizationId)) {
        if (secrets.isNewest(row.sealedValue)) continue;
        try {
          await replaceSeal(tx, row, resealValue(secrets, row));
        } catch (error) {
          log.warn('a secret of tools could not be sealed anew', { secretId: row.id, error });
        }
      }
    });
}
