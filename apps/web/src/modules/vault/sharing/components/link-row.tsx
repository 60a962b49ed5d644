import type { ShareLink } from '@promptvault/contract/vault/sharing/shapes';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { formatDay } from '../../../../ui/format.ts';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { revokeShareLink, shareLinksKey } from '../api/share-links.ts';
import { t } from '../messages.ts';

/** A link: what it leads to, how it is used, and the way to end it. */
export function LinkRow({ link, untitled }: { link: ShareLink; untitled?: boolean }) {
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => revokeShareLink(link),
    onSuccess: async () => {
      toast({ text: t('revokedNow') });
      await queries.invalidateQueries({ queryKey: shareLinksKey });
    },
  });
  const title = link.title ?? t('gone');
  return (
    <li className="flex flex-wrap items-start gap-3 border-b border-line px-3 py-2 last:border-0">
      <div className="min-w-0 flex-1 basis-56">
        <div className="flex flex-wrap items-center gap-1.5">
          {!untitled && <span className="font-medium break-words">{title}</span>}
          <span className="font-mono text-12 text-ink-3">…{link.hint}</span>
          {link.version !== null && <Chip>{t('version', { version: link.version })}</Chip>}
          {link.level === 'comment' && <Chip>{t('mayComment')}</Chip>}
          {link.password && <Chip>{t('locked')}</Chip>}
          {link.indexable && <Chip>{t('listed')}</Chip>}
          {link.state !== 'open' && <Chip>{t(link.state)}</Chip>}
        </div>
        <div className="text-12 text-ink-3">
          {t('by', { name: link.createdBy.name })} ·{' '}
          {link.sentTo && `${t('sentTo', { address: link.sentTo })} · `}
          {link.expiresAt ? t('until', { day: formatDay(new Date(link.expiresAt)) }) : t('noEnd')} ·{' '}
          {t('views', { count: link.views })}
          {link.lastUsedAt && (
            <>
              {' '}
              · {t('lastUsed')} <RelativeTime time={link.lastUsedAt} />
            </>
          )}
        </div>
        {revoke.error && (
          <p role="alert" className="text-12 text-bad">
            {revoke.error.message}
          </p>
        )}
      </div>
      {link.state === 'open' && (
        <Button
          size="small"
          kind="danger"
          busy={revoke.isPending}
          aria-label={t('revokeOf', { hint: link.hint, title })}
          onClick={() => revoke.mutate()}
        >
          {t('revoke')}
        </Button>
      )}
    </li>
  );
}
