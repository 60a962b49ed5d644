import type { JobWork } from '../../../../foundation/module/define-module.ts';
import { deleteNoticesBefore, peopleWithOldNotices } from '../repository/notices.ts';

const lifetimeMs = 90 * 24 * 60 * 60_000;

/** Forgets notices after 90 days, read or not. */
export async function forgetNotices({ ports, db }: JobWork): Promise<void> {
  const before = new Date(ports.clock.now().getTime() - lifetimeMs);
  const nowhere = { organizationId: null, userId: null };
  for (const userId of await db.tenant(nowhere, (tx) => peopleWithOldNotices(tx, before)))
    await db.tenant({ organizationId: null, userId }, (tx) => deleteNoticesBefore(tx, userId, before));
}
