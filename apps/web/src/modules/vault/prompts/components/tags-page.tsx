import type { Tag } from '@promptvault/contract/vault/catalog/shapes';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Merge, Pencil, Tags } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { tagRowsQuery } from '../api/tags.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';

const TagDialog = lazy(() => import('./tag-dialog.tsx').then((file) => ({ default: file.TagDialog })));

export type TagChange = { tag: Tag; kind: 'rename' | 'merge' };

/** The organization's tags: each can have another name everywhere, or become one with another. */
export function TagsPage() {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage } = useInfiniteQuery(tagRowsQuery);
  const [change, setChange] = useState<TagChange>();
  const mayChange = useMay()('tag.manage');
  useEffect(() => {
    document.title = `${frameText('tags')} · PromptVault`;
  }, []);
  if (error && !data)
    return (
      <ErrorState
        title={t('tagsFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!data) return <SkeletonRows rows={6} />;
  const tags = data.pages.flatMap(({ items }) => items);
  return (
    <SettingsSection title={frameText('tags')} hint={t('tagsHint')}>
      {tags.length === 0 ? (
        <EmptyState icon={<Tags />} title={t('noTags')} hint={t('noTagsHint')} compact />
      ) : (
        <ul className="divide-y divide-line rounded-lg border border-line bg-panel">
          {tags.map((tag) => (
            <li key={tag.id} className="flex items-center gap-2 px-3 py-1.5">
              <span className="min-w-0 flex-1 truncate">{tag.name}</span>
              {mayChange && (
                <>
                  <IconButton
                    size="small"
                    label={t('renameTag', { name: tag.name })}
                    icon={<Pencil />}
                    onClick={() => setChange({ tag, kind: 'rename' })}
                  />
                  <IconButton
                    size="small"
                    label={t('mergeTag', { name: tag.name })}
                    icon={<Merge />}
                    disabled={tags.length < 2}
                    onClick={() => setChange({ tag, kind: 'merge' })}
                  />
                </>
              )}
            </li>
          ))}
        </ul>
      )}
      {hasNextPage && (
        <Button className="mt-3 w-fit" busy={isFetching} onClick={() => void fetchNextPage()}>
          {t('showMoreTags')}
        </Button>
      )}
      {change && (
        <Suspense fallback={null}>
          <TagDialog change={change} tags={tags} onClose={() => setChange(undefined)} />
        </Suspense>
      )}
    </SettingsSection>
  );
}
