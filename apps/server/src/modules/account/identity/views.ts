import type { Entrance, Me, Session } from '@promptvault/contract/account/identity/shapes';
import type { getEntrance } from './operations/get-entrance.ts';
import type { MeFacts } from './operations/get-me.ts';
import type { SessionRow } from './repository.ts';

export const toMe = ({ profile, operator }: MeFacts): Me => ({
  id: profile.userId,
  name: profile.name,
  email: profile.email,
  theme: profile.theme,
  operator,
  createdAt: profile.createdAt.toISOString(),
  revision: profile.revision,
});

export const toEntrance = ({
  claimed,
  policy,
  setUpCode,
}: Awaited<ReturnType<typeof getEntrance>>): Entrance => ({
  claimed,
  signUp: policy.kind,
  setUpCodeNeeded: setUpCode !== null,
});

export const toSessions = ({
  rows,
  current,
}: {
  rows: SessionRow[];
  current: string;
}): { items: Session[] } => ({
  items: rows.map((row) => ({
    id: row.id,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    address: row.ipAddress,
    device: row.userAgent,
    current: row.id === current,
  })),
});
