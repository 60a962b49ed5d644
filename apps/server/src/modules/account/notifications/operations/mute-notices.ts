import type { muteNotices as muteRoute } from '@promptvault/contract/account/notifications/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { SubjectFacts } from '../../../../foundation/module/subjects.ts';
import {
  deleteMute,
  type Inbox,
  insertMute,
  listMutes as listMuteRows,
  type MuteRow,
} from '../repository/notices.ts';
import { tellTabs } from './notify.ts';
import { lookAtSubjects } from './write-notices.ts';

/** From now on nothing about the thing; what is unread of it stays. @throws resource.not_found */
export async function muteNotices(
  ctx: Ctx,
  inbox: Authorized<Inbox, 'notice.read'>,
  { kind, id, muted }: RouteInput<typeof muteRoute>,
): Promise<void> {
  await ctx.ports.subjects.open(ctx, { kind, id });
  const { userId, organizationId } = inbox;
  const row = { userId, organizationId, subjectKind: kind, subjectId: id, createdAt: ctx.clock.now() };
  if (muted) await insertMute(ctx.tx, row);
  else await deleteMute(ctx.tx, inbox, { kind, id });
  tellTabs(ctx, [userId]);
}

/** What is muted and still seen. */
export async function listMutes(
  ctx: Ctx,
  inbox: Authorized<Inbox, 'notice.read'>,
): Promise<{ row: MuteRow; facts: SubjectFacts }[]> {
  const see = lookAtSubjects(ctx);
  const shown: { row: MuteRow; facts: SubjectFacts }[] = [];
  for (const row of await listMuteRows(ctx.tx, inbox)) {
    const facts = await see({ kind: row.subjectKind, id: row.subjectId });
    if (facts) shown.push({ row, facts });
  }
  return shown;
}
