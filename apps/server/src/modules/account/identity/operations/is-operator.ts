import type { Ports } from '../../../../foundation/context/ctx.ts';
import { identityOf } from '../auth.ts';
import { findClaim } from '../repository.ts';

/** Whether this person claimed the instance. */
export async function isOperator(ports: Ports, userId: string): Promise<boolean> {
  const claim = await findClaim(identityOf(ports).services.db.identity);
  return claim?.personId === userId;
}
