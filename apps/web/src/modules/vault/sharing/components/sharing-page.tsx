import { useInfiniteQuery } from '@tanstack/react-query';
import { Share2 } from 'lucide-react';
import { useEffect } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { shareLinksQuery } from '../api/share-links.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { GuestsSection } from './guests-section.tsx';
import { LinkRow } from './link-row.tsx';

/** Everything that people outside see: one's own links, or those of all for who manages sharing. */
export function SharingPage() {
  const query = useInfiniteQuery(shareLinksQuery());
  const managesAll = useMay()('share.manage');
  useEffect(() => {
    document.title = `${frameText('sharing')} · PromptVault`;
  }, []);
  const links = query.data?.pages.flatMap(({ items }) => items);
  const open = links?.filter(({ state }) => state === 'open');
  const past = links?.filter(({ state }) => state !== 'open');
  return (
    <>
      <SettingsSection title={t('allTitle')} hint={managesAll ? t('allHint') : t('mineHint')}>
        {query.error && !links ? (
          <ErrorState
            title={t('failed')}
            reason={query.error.message}
            onRetry={() => void query.refetch()}
            retrying={query.isFetching}
          />
        ) : !open || !past ? (
          <SkeletonRows rows={3} />
        ) : (
          <>
            {open.length === 0 ? (
              <EmptyState
                className="rounded-lg border border-dashed border-edge py-8"
                icon={<Share2 />}
                title={t('allNone')}
                hint={t('allNoneHint')}
              />
            ) : (
              <ul className="rounded-lg border border-line bg-panel">
                {open.map((link) => (
                  <LinkRow key={link.id} link={link} />
                ))}
              </ul>
            )}
            {past.length > 0 && (
              <details className="mt-4">
                <summary className="w-fit rounded-xs text-ink-3 hover:text-ink">
                  {t('past', { count: past.length })}
                </summary>
                <ul className="mt-2 rounded-lg border border-line">
                  {past.map((link) => (
                    <LinkRow key={link.id} link={link} />
                  ))}
                </ul>
              </details>
            )}
          </>
        )}
        {query.hasNextPage && (
          <Button className="mt-3" busy={query.isFetching} onClick={() => void query.fetchNextPage()}>
            {t('more')}
          </Button>
        )}
      </SettingsSection>
      <GuestsSection managesAll={managesAll} />
    </>
  );
}
