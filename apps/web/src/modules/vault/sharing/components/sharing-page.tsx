import type { ShareLink } from '@promptvault/contract/vault/sharing/shapes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Share2 } from 'lucide-react';
import { useEffect } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { shareLinksQuery } from '../api/share-links.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { GuestsSection } from './guests-section.tsx';
import { LinkRow } from './link-row.tsx';
import { PresentAndPast } from './present-and-past.tsx';

const isOpen = ({ state }: ShareLink) => state === 'open';

/** Everything that people outside see: one's own links, or those of all for who manages sharing. */
export function SharingPage() {
  const managesAll = useMay()('share.manage');
  useEffect(() => {
    document.title = `${frameText('sharing')} · PromptVault`;
  }, []);
  return (
    <>
      <PresentAndPast
        title={t('allTitle')}
        hint={managesAll ? t('allHint') : t('mineHint')}
        query={useInfiniteQuery(shareLinksQuery())}
        isPresent={isOpen}
        row={(link) => <LinkRow key={link.id} link={link} />}
        none={{ icon: <Share2 />, title: t('allNone'), hint: t('allNoneHint') }}
        failed={t('failed')}
        past={(count) => t('past', { count })}
      />
      <GuestsSection managesAll={managesAll} />
    </>
  );
}
