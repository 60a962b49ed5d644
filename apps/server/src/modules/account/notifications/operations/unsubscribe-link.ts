import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';

const purpose = 'unsubscribe links';

const sign = (key: string, userId: string) => createHmac('sha256', key).update(userId).digest('base64url');

/** A link that stops a person's mail without signing in. It does not expire: mails are kept for years. */
export function unsubscribeUrl({ secrets, publicUrl }: Ports, userId: string): string {
  const key = secrets.derive(purpose)[0]?.reveal() ?? '';
  return `${publicUrl}/unsubscribe/${userId}.${sign(key, userId)}`;
}

/** The person of a link, or undefined when we did not make it. */
export function personOfLink({ secrets }: Ports, token: string): string | undefined {
  const [userId = '', given = ''] = token.split('.');
  if (!isId(userId)) return undefined;
  const known = secrets.derive(purpose).some((key) => {
    const wanted = Buffer.from(sign(key.reveal(), userId));
    const bytes = Buffer.from(given);
    return wanted.length === bytes.length && timingSafeEqual(wanted, bytes);
  });
  return known ? userId : undefined;
}
