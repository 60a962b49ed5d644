import type { Notice } from '@promptvault/contract/account/notifications/shapes';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import { noticesKey, readAll, setMuted, setRead } from './notices.ts';

/** What one does with a notice. The lists are read again after each; a refusal is said. */
export function useNoticeActions() {
  const queries = useQueryClient();
  const router = useRouter();
  const act = async (change: () => Promise<void>): Promise<boolean> => {
    try {
      await change();
      return true;
    } catch (error) {
      toast({ tone: 'bad', text: t('refused', { reason: (error as Error).message }) });
      return false;
    } finally {
      await queries.invalidateQueries({ queryKey: noticesKey });
    }
  };
  return {
    /** Goes to the very place, and counts as reading. */
    open(notice: Notice): void {
      void router.navigate({ href: notice.address });
      if (!notice.read) void act(() => setRead(notice, true));
    },
    setRead: (notice: Notice, read: boolean) => void act(() => setRead(notice, read)),
    readAll: (newest: Notice) => void act(() => readAll(newest.id)),
    async mute(subject: Notice['subject']): Promise<void> {
      if (!(await act(() => setMuted(subject, true)))) return;
      toast({
        text: t('muted', { title: subject.title }),
        onUndo: () => void act(() => setMuted(subject, false)),
      });
    },
    unmute: (subject: Notice['subject']) => void act(() => setMuted(subject, false)),
  };
}
