import { NoticeError } from '@promptvault/contract/account/notifications/errors';
import type { receiveBounce as bounceRoute } from '@promptvault/contract/account/notifications/routes';
import type { BounceOutcome } from '@promptvault/contract/account/notifications/shapes';
import type { RouteInput } from '@promptvault/contract/define-route';
import type { Actor } from '../../../../foundation/context/actor.ts';
import type { Lobby } from '../../../../foundation/http/serve.ts';
import { readBounce } from '../../../../foundation/mail/read-bounce.ts';
import { returnMail } from '../repository/mail.ts';
import { upsertSetting } from '../repository/notices.ts';
import { isBounceToken, mailOfBounce } from './bounce-mark.ts';

/**
 * Takes a mail that came back. Only one that carries the mark of a mail we sent counts: whoever writes to the mailbox
 * stops nobody's mail by it. @throws notice.bad_bounce_token
 */
export async function receiveBounce(
  { ports, headers }: Lobby<Actor>,
  { message }: RouteInput<typeof bounceRoute>,
): Promise<BounceOutcome> {
  const token = /^Bearer ([\w-]+)$/.exec(headers.get('authorization') ?? '')?.[1];
  if (!token || !isBounceToken(ports, token)) throw NoticeError.bad_bounce_token();
  const bounce = readBounce(message);
  const mail = bounce && mailOfBounce(ports, bounce.returned);
  if (!bounce || !mail) return { outcome: 'ignored' };
  const scope = { organizationId: mail.organizationId, job: 'mail.returned', onBehalfOf: null };
  const row = await ports.within(scope, (ctx) => returnMail(ctx.tx, mail, bounce.reason));
  if (!row) return { outcome: 'ignored' };
  const { userId } = row;
  if (userId && bounce.kind === 'undeliverable')
    await ports.within({ ...scope, onBehalfOf: userId }, (ctx) =>
      upsertSetting(ctx.tx, userId, {
        mailReturnedAt: ctx.clock.now(),
        mailReturnReason: bounce.reason,
      }),
    );
  return { outcome: bounce.kind };
}
