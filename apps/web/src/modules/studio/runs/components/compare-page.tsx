import { useRouter } from '@tanstack/react-router';
import { ArrowLeftRight, GitCompare } from 'lucide-react';
import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { CompareView } from '../../../../ui/compare/compare-view.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { t } from '../messages.ts';
import type { CompareSearch } from '../state/compare-search.ts';
import { frameText } from '../state/frame-text.ts';
import { isOver, type Run, type RunDetail } from '../state/run-answer.ts';
import { type FollowedRun, useRun } from '../state/use-run.ts';
import { AnswerColumn } from './answer-column.tsx';
import { CompareNumbers } from './compare-numbers.tsx';

type ComparePageProps = { search: CompareSearch; onSearch: (search: CompareSearch) => void };

const crumbs = [{ label: frameText('title'), to: '/runs' }];

/** Two runs side by side: answers, word for word, and number against number. */
export function ComparePage({ search, onSearch }: ComparePageProps) {
  const { left, right, view } = search;
  return (
    <Page
      title={t('compareTitle')}
      crumbs={crumbs}
      layout="fill"
      actions={
        left &&
        right && (
          <>
            <SegmentedControl
              label={t('diffView')}
              value={view ?? 'answers'}
              onChange={(next) => onSearch({ left, right, ...(next === 'difference' && { view: next }) })}
              options={[
                { value: 'answers', label: t('bothAnswers') },
                { value: 'difference', label: t('difference') },
              ]}
            />
            <Button
              icon={<ArrowLeftRight />}
              className="max-md:hidden"
              onClick={() => onSearch({ ...search, left: right, right: left })}
            >
              {t('swap')}
            </Button>
          </>
        )
      }
    >
      {left && right ? (
        <Compared left={left} right={right} difference={view === 'difference'} onSearch={onSearch} />
      ) : (
        <EmptyState
          icon={<GitCompare />}
          title={t('pickTwo')}
          hint={t('pickTwoHint')}
          action={
            <ButtonLink kind="primary" to="/runs">
              {t('openList')}
            </ButtonLink>
          }
        />
      )}
    </Page>
  );
}

type ComparedProps = {
  left: string;
  right: string;
  difference: boolean;
  onSearch: ComparePageProps['onSearch'];
};

function Compared({ left, right, difference, onSearch }: ComparedProps) {
  const before = useRun(left);
  const after = useRun(right);
  const failed = [before, after].find(({ error, run }) => error && !run);
  if (failed?.error)
    return <ErrorState title={t('compareFailed')} reason={failed.error.message} onRetry={failed.retry} />;
  if (!before.run || !before.answer || !after.run || !after.answer) return <SkeletonRows rows={10} />;
  return (
    <Sides
      left={{ run: before.run, answer: before.answer }}
      right={{ run: after.run, answer: after.answer }}
      difference={difference}
      onRetried={(side, { id }) => onSearch({ left, right, [side]: id })}
    />
  );
}

type SidesProps = {
  left: FollowedRun;
  right: FollowedRun;
  difference: boolean;
  onRetried: (side: 'left' | 'right', run: Run) => void;
};

function Sides({ left, right, difference, onRetried }: SidesProps) {
  const router = useRouter();
  const open = (runId: string) => void router.navigate({ to: '/runs/$runId', params: { runId } });
  const names = sideNames(left.run, right.run);
  const over = isOver(left.answer.status) && isOver(right.answer.status);
  return (
    <div className="flex min-h-0 flex-1 flex-col overflow-auto">
      <CompareNumbers left={left.answer} right={right.answer} names={names} />
      <p className="border-y border-line bg-bg px-4 py-1.5 text-12 text-ink-3">
        {t(left.run.sentHash === right.run.sentHash ? 'sameSent' : 'otherSent')}
      </p>
      {difference && <h2 className="sr-only">{t('difference')}</h2>}
      {difference ? (
        !over ? (
          <p role="status" className="px-4 py-8 text-center text-ink-3">
            {t('waitForBoth')}
          </p>
        ) : left.answer.text === right.answer.text ? (
          <EmptyState icon={<GitCompare />} title={t('identical')} />
        ) : (
          <CompareView
            before={names.left}
            after={names.right}
            parts={[{ id: 'answer', label: t('answer'), before: left.answer.text, after: right.answer.text }]}
          />
        )
      ) : (
        <div className="grid min-h-80 flex-1 divide-line md:grid-cols-2 md:divide-x max-md:divide-y">
          <AnswerColumn
            {...left}
            onOpen={() => open(left.run.id)}
            onRetried={(run) => onRetried('left', run)}
          />
          <AnswerColumn
            {...right}
            onOpen={() => open(right.run.id)}
            onRetried={(run) => onRetried('right', run)}
          />
        </div>
      )}
    </div>
  );
}

type Named = Pick<RunDetail, 'model' | 'connectionName' | 'versionNumber'>;

/** What tells two runs apart: the model, else the version, else the side. */
function sideNames(left: Named, right: Named): { left: string; right: string } {
  if (left.model !== right.model) return { left: left.model, right: right.model };
  if (left.versionNumber !== right.versionNumber) {
    const version = ({ model, versionNumber }: Named) =>
      `${model} · ${versionNumber === null ? t('draft') : `v${versionNumber}`}`;
    return { left: version(left), right: version(right) };
  }
  return { left: `${left.model} · ${t('left')}`, right: `${right.model} · ${t('right')}` };
}
