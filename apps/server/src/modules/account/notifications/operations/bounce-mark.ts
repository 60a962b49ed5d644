/** What a mail carries so that its return can be told from a forged one, and what proves whoever posts the return. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { isId } from '../../../../foundation/ids/id-maker.ts';

export const bounceHeader = 'PromptVault-Mail';
const markPurpose = 'marks of mails';
const tokenPurpose = 'posting returned mail';

interface Mark {
  organizationId: string;
  id: string;
}

const sign = (key: string, { organizationId, id }: Mark) =>
  createHmac('sha256', key).update(`${organizationId} ${id}`).digest('base64url');

const equal = (one: string, other: string) => {
  const [wanted, given] = [Buffer.from(one), Buffer.from(other)];
  return wanted.length === given.length && timingSafeEqual(wanted, given);
};

export function bounceMark({ secrets }: Ports, mail: Mark): string {
  return `${mail.organizationId}.${mail.id}.${sign(secrets.derive(markPurpose)[0]?.reveal() ?? '', mail)}`;
}

/** Which of our mails a returned text is; undefined for one we did not send. */
export function mailOfBounce({ secrets }: Ports, returned: string): Mark | undefined {
  const found = new RegExp(`^${bounceHeader}:\\s*([\\w-]{36})\\.([\\w-]{36})\\.([\\w-]{43})\\s*$`, 'im').exec(
    returned,
  );
  const [, organizationId = '', id = '', given = ''] = found ?? [];
  if (!isId(organizationId) || !isId(id)) return undefined;
  const mail = { organizationId, id };
  return secrets.derive(markPurpose).some((key) => equal(sign(key.reveal(), mail), given)) ? mail : undefined;
}

/** For the operator's mail server: lets it post returned mail, and nothing else. */
export const bounceToken = ({ secrets }: Ports): string => secrets.derive(tokenPurpose)[0]?.reveal() ?? '';

export const isBounceToken = ({ secrets }: Ports, token: string): boolean =>
  secrets.derive(tokenPurpose).some((key) => equal(key.reveal(), token));
