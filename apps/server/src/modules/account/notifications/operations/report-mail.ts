import { NoticeError } from '@promptvault/contract/account/notifications/errors';
import {
  receiveBounce,
  type retryMail as retryRoute,
} from '@promptvault/contract/account/notifications/routes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { SignedInActor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';
import type { OutboxMail } from '../../../../foundation/mail/outbox-mail.ts';
import { isOperator } from '../../identity/index.ts';
import { mailInTrouble, reviveMail, type TroubledMail } from '../repository/mail.ts';
import { upsertSetting } from '../repository/notices.ts';
import { bounceToken } from './bounce-mark.ts';
import { sendMail } from './send-mail.ts';

const mostKept = 50;

export interface MailFindings {
  delivers: boolean;
  troubled: TroubledMail[];
  kept: OutboxMail[];
  bounces: { address: string; token: string };
}

/** @throws notice.not_operator */
export async function requireOperator({ ports, actor }: Lobby<SignedInActor>): Promise<void> {
  if (!(await isOperator(ports, actor.userId))) throw NoticeError.not_operator();
}

/** @throws notice.not_operator */
export async function getMailReport(lobby: Lobby<SignedInActor>): Promise<MailFindings> {
  await requireOperator(lobby);
  const { mail } = lobby.ports;
  return {
    delivers: mail.delivers,
    troubled: await lobby.transaction({}, (ctx) => mailInTrouble(ctx.tx)),
    kept: (await mail.kept?.list({ limit: mostKept })) ?? [],
    bounces: {
      address: `${lobby.ports.publicUrl}${receiveBounce.path}`,
      token: bounceToken(lobby.ports),
    },
  };
}

/** Tries at once; whether it went stands in the answer. @throws notice.not_operator, notice.no_such_mail */
export async function retryMail(
  lobby: Lobby<SignedInActor>,
  { organizationId, id }: RouteInput<typeof retryRoute>,
): Promise<MailFindings> {
  await requireOperator(lobby);
  if (!isId(organizationId) || !isId(id)) throw NoticeError.no_such_mail();
  const scope = { organizationId, job: 'mail.retry', onBehalfOf: null };
  const row = await lobby.ports.within(scope, (ctx) =>
    reviveMail(ctx.tx, { organizationId, id }, ctx.clock.now()),
  );
  if (!row) throw NoticeError.no_such_mail();
  const { userId } = row;
  // Whoever runs this may know that the address works again.
  if (userId)
    await lobby.ports.within({ ...scope, onBehalfOf: userId }, (ctx) =>
      upsertSetting(ctx.tx, userId, { mailReturnedAt: null, mailReturnReason: null }),
    );
  await sendMail(lobby, { organizationId, id, userId: row.userId });
  return getMailReport(lobby);
}
