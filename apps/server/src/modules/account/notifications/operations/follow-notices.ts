import type { NoticesChanged } from '@promptvault/contract/account/notifications/events';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import type { Inbox } from '../repository/notices.ts';
import { noticesTopic } from './notify.ts';

/** Tells a tab that its person's notices changed. Many changes at once are told as one. */
export async function* followNotices(
  ports: Ports,
  { userId, organizationId }: Inbox,
  signal: AbortSignal,
): AsyncGenerator<{ id: string; data: NoticesChanged }> {
  let changed = false;
  let wake = () => {};
  const tell = () => {
    changed = true;
    wake();
  };
  const leave = [
    ports.bus.subscribe(noticesTopic, ([organization, ...people]) => {
      if (organization === organizationId && people.includes(userId)) tell();
    }),
    ports.bus.onGap(tell),
  ];
  signal.addEventListener('abort', tell, { once: true });
  try {
    while (!signal.aborted) {
      if (!changed)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
      changed = false;
      if (!signal.aborted) yield { id: '', data: { type: 'notices-changed' } };
    }
  } finally {
    signal.removeEventListener('abort', tell);
    for (const one of leave) one();
  }
}
