import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { FlaskConical, Lock, RotateCcw, Split as SplitIcon, Tag, Trash2 } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { List } from '../../../../ui/list.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { type Label, type LabelMove, labelMovesQuery } from '../api/labels.ts';
import { labelsQuery, type Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { useMoveLabel, writeTargets } from '../state/use-move-label.ts';
import { LabelRequests } from './label-requests.tsx';
import { toneOfLabel } from './version-labels.tsx';

const SplitDialog = lazy(() => import('./split-dialog.tsx').then((file) => ({ default: file.SplitDialog })));

type LabelsPanelProps = { prompt: Prompt; onView: (version: number) => void };

/** Where each label points, where it pointed before, and what waits for an approval. */
export function LabelsPanel({ prompt, onView }: LabelsPanelProps) {
  const { data, error, refetch } = useQuery(labelsQuery(prompt.id));
  const [chosen, setChosen] = useState<string>();
  const [split, setSplit] = useState<string>();
  if (error)
    return (
      <ErrorState title={t('labelsFailed')} reason={error.message} onRetry={() => void refetch()} compact />
    );
  if (!data) return <SkeletonRows rows={3} />;
  const labels = data.items;
  const own = labels.filter(({ isComputed }) => !isComputed);
  const splitting = own.find(({ name }) => name === split);
  const shown = own.find(({ name }) => name === chosen) ?? own[0];
  return (
    <div className="@container/labels">
      <LabelRequests promptId={prompt.id} />
      {splitting && (
        <Suspense fallback={null}>
          <SplitDialog promptId={prompt.id} label={splitting} onClose={() => setSplit(undefined)} />
        </Suspense>
      )}
      {labels.length === 0 ? (
        <EmptyState icon={<Tag />} title={t('noLabels')} hint={t('noLabelsHint')} compact />
      ) : (
        <div className="grid @3xl/labels:grid-cols-2 @3xl/labels:divide-x @3xl/labels:divide-line">
          <List
            label={t('labels')}
            rows={labels}
            keyOf={({ name }) => name}
            rowHeight={40}
            isSelected={({ name }) => name === shown?.name}
            onOpen={({ name, isComputed }) => !isComputed && setChosen(name)}
            renderRow={(label) => (
              <LabelRow prompt={prompt} label={label} onView={onView} onSplit={() => setSplit(label.name)} />
            )}
          />
          {shown && <LabelHistory key={shown.name} prompt={prompt} label={shown} />}
        </div>
      )}
    </div>
  );
}

/** A protected label goes back by whoever may approve its moves, alone. */
function useMayRollBack(): (prompt: Prompt, label: Label) => boolean {
  const may = useMay();
  return (prompt, { protection }) =>
    prompt.may.publish && ((protection?.approvals ?? 0) === 0 || may('label.approve'));
}

type LabelRowProps = { prompt: Prompt; label: Label; onView: (version: number) => void; onSplit: () => void };

function LabelRow({ prompt, label, onView, onSplit }: LabelRowProps) {
  const { name, targets, isComputed, protection, experimentId, movedBy, movedAt } = label;
  const { rollBack, take } = useMoveLabel(prompt.id);
  const mayRollBack = useMayRollBack()(prompt, label);
  const [first] = targets;
  // Whoever may not move it may ask for a move, where moves are asked for.
  const mayAsk = prompt.may.write && protection !== null && protection.approvals > 0;
  return (
    <div className="flex h-10 items-center gap-2.5 pr-2 pl-4">
      <Chip tone={toneOfLabel(name)}>{name}</Chip>
      {protection && (
        <span title={writeProtection(protection)} className="text-ink-3">
          <Lock aria-label={writeProtection(protection)} className="size-3.5" />
        </span>
      )}
      {experimentId && (
        <PageLink
          to="/suites/experiments/$experimentId"
          params={{ experimentId }}
          title={t('labelTried')}
          aria-label={t('labelTried')}
          className="text-accent-ink"
        >
          <FlaskConical aria-hidden="true" className="size-3.5" />
        </PageLink>
      )}
      {first && targets.length === 1 ? (
        <Button kind="quiet" size="small" onClick={() => onView(first.version)}>
          {writeTargets(targets)}
        </Button>
      ) : (
        <Split targets={targets} />
      )}
      <span className="ml-auto truncate text-12 text-ink-3 max-md:hidden">
        {isComputed ? t('labelComputed') : movedBy?.name}
      </span>
      {movedAt && <RelativeTime time={movedAt} className="shrink-0 text-12 text-ink-3 max-md:hidden" />}
      {(prompt.may.publish || mayAsk) && !isComputed && (
        <IconButton size="small" label={t('splitLabel', { name })} icon={<SplitIcon />} onClick={onSplit} />
      )}
      {prompt.may.publish && !isComputed && (
        <>
          {mayRollBack && (
            <IconButton
              size="small"
              label={t('rollBack', { name })}
              icon={<RotateCcw />}
              onClick={() => void rollBack(label)}
            />
          )}
          {!protection && (
            <IconButton
              size="small"
              label={t('removeLabel', { name })}
              icon={<Trash2 />}
              onClick={() => void take(label)}
            />
          )}
        </>
      )}
    </div>
  );
}

function writeProtection({ approvals, checks }: NonNullable<Label['protection']>): string {
  const list = checks.join(', ');
  if (checks.length === 0) return t('protectedBy', { count: approvals });
  return approvals === 0
    ? t('protectedByChecks', { list })
    : t('protectedByBoth', { count: approvals, list });
}

const shades = ['bg-s1', 'bg-s2', 'bg-s3', 'bg-s4', 'bg-s5'];

/** Several targets as shares of one bar, with the numbers beside it. */
function Split({ targets }: { targets: Label['targets'] }) {
  return (
    <span className="flex min-w-0 items-center gap-2 text-12 text-ink-2 tabular">
      <span aria-hidden="true" className="flex h-1.5 w-24 shrink-0 gap-px overflow-hidden rounded-full">
        {targets.map(({ version, weight }, index) => (
          <span key={version} className={shades[index % shades.length]} style={{ flexGrow: weight }} />
        ))}
      </span>
      <span className="truncate">{writeTargets(targets)}</span>
    </span>
  );
}

/** The moves of one label; any of them can be gone back to. */
function LabelHistory({ prompt, label }: { prompt: Prompt; label: Label }) {
  const { data, error, isPending, hasNextPage, fetchNextPage } = useInfiniteQuery(
    labelMovesQuery(prompt.id, label.name),
  );
  const { rollBack } = useMoveLabel(prompt.id);
  const mayRollBack = useMayRollBack()(prompt, label);
  if (error) return <ErrorState title={t('labelsFailed')} reason={error.message} compact />;
  if (isPending) return <SkeletonRows rows={2} />;
  const moves = data.pages.flatMap(({ items }) => items);
  return (
    <List
      label={t('movesOf', { name: label.name })}
      rows={moves}
      keyOf={({ id }) => id}
      rowHeight={40}
      onEndNear={() => hasNextPage && void fetchNextPage()}
      renderRow={(move) => (
        <MoveRow
          move={move}
          onBack={
            mayRollBack && move !== moves[0] && move.after.length > 0
              ? () => void rollBack(label, move.id)
              : undefined
          }
        />
      )}
    />
  );
}

function MoveRow({ move, onBack }: { move: LabelMove; onBack: (() => void) | undefined }) {
  const { before, after, movedBy, movedAt, requestId } = move;
  const write = (targets: Label['targets']) => (targets.length === 0 ? t('nowhere') : writeTargets(targets));
  return (
    <div className="flex h-10 items-center gap-2.5 pr-2 pl-4">
      <span className="min-w-0 truncate tabular">
        {write(before)} <span className="text-ink-3">→</span> {write(after)}
      </span>
      {requestId && <Chip tone="ok">{t('approved')}</Chip>}
      <span className="ml-auto truncate text-12 text-ink-3 max-md:hidden">
        {movedBy?.name ?? t('deletedPerson')}
      </span>
      <RelativeTime time={movedAt} className="shrink-0 text-12 text-ink-3" />
      {onBack && (
        <Button size="small" onClick={onBack}>
          {t('backToThis', { to: write(after) })}
        </Button>
      )}
    </div>
  );
}
