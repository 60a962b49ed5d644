import type { Capabilities } from '../../../../foundation/http/capabilities.ts';
import { insertMeterEntry } from '../repository.ts';

/**
 * The one call by which every module asks what a plan includes. The plan `self_hosted`, the only one while
 * billing is off, includes everything; what is used is written down all the same.
 */
export const entitlementsOf: Capabilities['entitlements'] = ({ tx, organizationId, newId, clock }) => ({
  async require() {},
  async consume(meter, amount) {
    await insertMeterEntry(tx, { organizationId, id: newId(), meter, amount, at: clock.now() });
  },
});
