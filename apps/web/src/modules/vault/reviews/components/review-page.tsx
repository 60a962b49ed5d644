import { findQuote, type PromptDocument } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { useSearch } from '@tanstack/react-router';
import { GitPullRequestArrow, MessageSquarePlus } from 'lucide-react';
import { useEffect, useMemo, useRef, useState } from 'react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink, PageLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { classes } from '../../../../ui/classes.ts';
import { CompareView } from '../../../../ui/compare/compare-view.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { MarkdownView } from '../../../../ui/markdown-view.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { Discussion, mentionsToMarkdown } from '../../discussion/index.ts';
import { type Review, reviewQuery, useReviewChanges, versionTextQuery } from '../api/reviews.ts';
import { useReviewLive } from '../api/use-reviews-live.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { reviewParts } from '../state/review-parts.ts';
import { CheckList } from './check-list.tsx';
import { MergeBox } from './merge-box.tsx';
import { ReviewState } from './review-state.tsx';
import { VerdictBox } from './verdict-box.tsx';

/** One review: what changes, what others say, and the way to a merge. */
export function ReviewPage({ reviewId }: { reviewId: string }) {
  const { data: review, error, refetch, isFetching } = useQuery(reviewQuery(reviewId));
  useReviewLive(reviewId);
  const crumbs = [{ label: frameText('title'), to: '/reviews' }];
  if (!review)
    return (
      <Page title={frameText('title')}>
        {error instanceof ApiProblem && error.status === 404 ? (
          <EmptyState
            icon={<GitPullRequestArrow />}
            title={t('gone')}
            hint={t('goneHint')}
            action={<ButtonLink to="/reviews">{t('allReviews')}</ButtonLink>}
          />
        ) : error ? (
          <ErrorState
            title={t('oneFailed')}
            reason={error.message}
            onRetry={() => void refetch()}
            retrying={isFetching}
          />
        ) : (
          <SkeletonRows rows={8} />
        )}
      </Page>
    );
  return (
    <Page title={review.title} crumbs={crumbs} facts={<ReviewState state={review.state} />}>
      <Body review={review} />
    </Page>
  );
}

type Anchor = { on: 'version'; version: number; sectionId: string; from: number; to: number; quote: string };

function Body({ review }: { review: Review }) {
  const changes = useReviewChanges(review);
  const [anchor, setAnchor] = useState<Anchor>();
  const { prompt, source, target, author, description, createdAt } = review;
  return (
    <div className="grid min-h-full lg:grid-cols-[minmax(0,1fr)_320px]">
      <div className="min-w-0">
        <div className="px-4 py-4">
          <p className="text-ink-2">
            <PageLink to="/prompts/$promptId" params={{ promptId: prompt.id }}>
              {prompt.title}
            </PageLink>{' '}
            · {t('branches', { source, target })} · {t('by', { name: author?.name ?? t('somebody') })} ·{' '}
            <RelativeTime time={createdAt} />
          </p>
          {description !== '' && <MarkdownView text={description} className="mt-3 max-w-[75ch]" />}
        </div>
        <Changes review={review} onComment={setAnchor} />
        <Verdicts review={review} />
        <Discussion
          thing={{ kind: 'review', id: review.id }}
          version={review.sourceVersion ?? undefined}
          anchor={anchor}
          onAnchorDone={() => setAnchor(undefined)}
          className="max-w-180 px-4 py-4"
        />
      </div>
      <aside aria-label={t('details')} className="border-line bg-bg p-4 max-lg:border-t lg:border-l">
        <VerdictBox review={review} changes={changes} />
        <CheckList checks={review.checks} version={review.sourceVersion} />
        <MergeBox review={review} changes={changes} />
      </aside>
    </div>
  );
}

function Changes({ review, onComment }: { review: Review; onComment: (anchor: Anchor) => void }) {
  const { prompt, source, target, sourceVersion, targetVersion } = review;
  const before = useQuery(versionTextQuery(prompt.id, targetVersion));
  const after = useQuery(versionTextQuery(prompt.id, sourceVersion));
  const area = useRef<HTMLElement>(null);
  const old = before.data?.document as PromptDocument | undefined;
  const now = after.data?.document as PromptDocument | undefined;
  const parts = useMemo(() => (old && now ? reviewParts(old, now) : []), [old, now]);
  const comment = () => {
    const selection = getSelection();
    const quote = selection?.toString().trim() ?? '';
    const isHere = selection?.anchorNode && area.current?.contains(selection.anchorNode);
    const section = isHere && now?.sections.find(({ text }) => findQuote(text, quote, 0) !== null);
    const range = section ? findQuote(section.text, quote, 0) : null;
    if (!section || !range || sourceVersion === null) return void toast({ text: t('selectNew') });
    onComment({ on: 'version', version: sourceVersion, sectionId: section.id, ...range, quote });
  };
  const failed = before.error ?? after.error;
  return (
    <section ref={area} aria-label={t('changes')} className="border-y border-line bg-panel">
      <header className="flex items-center gap-2 px-4 py-2">
        <h2 className="text-14 font-semibold">{t('changes')}</h2>
        <Button
          size="small"
          kind="quiet"
          className="ml-auto"
          icon={<MessageSquarePlus />}
          onPointerDown={(event) => event.preventDefault()}
          onClick={comment}
        >
          {t('commentSelection')}
        </Button>
      </header>
      {sourceVersion === null || targetVersion === null ? (
        <p className="px-4 pb-4 text-ink-3">{t('noVersion')}</p>
      ) : failed ? (
        <ErrorState
          title={t('oneFailed')}
          reason={failed.message}
          onRetry={() => void Promise.all([before.refetch(), after.refetch()])}
        />
      ) : !old || !now ? (
        <SkeletonRows rows={4} />
      ) : (
        <CompareView
          before={`${target} ${t('version', { number: targetVersion })}`}
          after={`${source} ${t('version', { number: sourceVersion })}`}
          parts={parts}
        />
      )}
    </section>
  );
}

const sayings = { approve: 'approved', request_changes: 'wished', comment: 'said' } as const;

function Verdicts({ review }: { review: Review }) {
  const { target } = useSearch({ strict: false }) as { target?: unknown };
  const here = useRef<HTMLLIElement>(null);
  useEffect(() => here.current?.scrollIntoView({ block: 'center' }), []);
  return (
    <section aria-label={t('verdicts')} className="max-w-180 px-4 pt-4">
      <h2 className="mb-2 text-14 font-semibold">{t('verdicts')}</h2>
      {review.verdicts.length === 0 && <p className="text-ink-3">{t('noVerdicts')}</p>}
      <ul className="flex flex-col gap-3 empty:hidden">
        {review.verdicts.map(({ id, person, verdict, version, body, isDismissed, createdAt }) => (
          <li
            key={id}
            ref={id === target ? here : undefined}
            className={classes(
              'rounded-lg border bg-panel px-3 py-2',
              id === target ? 'border-accent' : 'border-line',
            )}
          >
            <p>
              <b className="font-medium">{person?.name ?? t('somebody')}</b>{' '}
              {t(sayings[verdict], { version })}{' '}
              <RelativeTime time={createdAt} className="text-12 text-ink-3" />
              {isDismissed && <span className="text-12 text-warn"> · {t('tookBack')}</span>}
            </p>
            {body !== '' && <MarkdownView text={mentionsToMarkdown(body)} className="mt-1" />}
          </li>
        ))}
      </ul>
    </section>
  );
}
