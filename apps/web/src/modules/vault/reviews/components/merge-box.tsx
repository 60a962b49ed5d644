import type { PromptDocument } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { GitMerge } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import {
  type MergePreview,
  mergePreviewQuery,
  type Resolution,
  type Review,
  type ReviewChanges,
} from '../api/reviews.ts';
import { t } from '../messages.ts';
import { conflictName } from '../state/review-parts.ts';

type MergeBoxProps = { review: Review; changes: ReviewChanges };
type Obstacle = Review['obstacles'][number];

function sayObstacle(obstacle: Obstacle, { approvals, requiredApprovals, checks }: Review) {
  const named = (statuses: readonly (string | null)[]) =>
    checks
      .filter(({ isRequired, status }) => isRequired && statuses.includes(status))
      .map(({ name }) => name)
      .join(', ');
  switch (obstacle) {
    case 'approvals':
      return t('obstacle_approvals', { have: approvals, need: requiredApprovals });
    case 'checks_failed':
      return t('obstacle_checks_failed', { names: named(['failed']) });
    case 'checks_missing':
      return t('obstacle_checks_missing', { names: named([null, 'pending']) });
    default:
      return t(`obstacle_${obstacle}`);
  }
}

/** What stands in the way of the merge, its conflicts, and the merge. */
export function MergeBox({ review, changes }: MergeBoxProps) {
  const [resolutions, setResolutions] = useState<readonly Resolution[]>([]);
  const { state, obstacles, mergedVersion, endedBy, may } = review;
  const isLive = state === 'draft' || state === 'open';
  const preview = useQuery({ ...mergePreviewQuery(review, resolutions), ...(!isLive && { enabled: false }) });
  const open = preview.data?.conflicts.length ?? 0;
  const name = endedBy?.name ?? t('somebody');
  const problem = changes.merge.error ?? changes.close.error ?? changes.reopen.error ?? changes.update.error;
  return (
    <section aria-label={t('merge')} className="flex flex-col gap-2">
      <h2 className="text-14 font-semibold">{t('merge')}</h2>
      {state === 'merged' && (
        <p>
          {t('mergedBy', { name })}. {t('mergedAs', { version: mergedVersion ?? 0 })}.
        </p>
      )}
      {state === 'closed' && <p>{t('closedBy', { name })}.</p>}
      {isLive &&
        (obstacles.length === 0 ? (
          preview.data &&
          open === 0 &&
          preview.data.draft !== 'blocks' && <p className="text-ok">{t('ready')}</p>
        ) : (
          <ul className="list-disc pl-4 text-ink-2">
            {obstacles.map((obstacle) => (
              <li key={obstacle}>{sayObstacle(obstacle, review)}</li>
            ))}
          </ul>
        ))}
      {isLive && open > 0 && !may.merge && (
        <p className="text-warn">{t('conflictsToSettle', { count: open })}</p>
      )}
      {isLive && preview.error && obstacles.length === 0 && (
        <ProblemMessage>{t('previewFailed', { reason: preview.error.message })}</ProblemMessage>
      )}
      {isLive && may.merge && (
        <Merge
          review={review}
          changes={changes}
          preview={preview}
          resolutions={resolutions}
          onResolve={setResolutions}
        />
      )}
      {may.edit && (
        <div className="flex flex-wrap gap-2">
          {state === 'draft' && (
            <Button busy={changes.update.isPending} onClick={() => changes.update.mutate({ draft: false })}>
              {t('readyToShow')}
            </Button>
          )}
          {isLive && (
            <Button kind="quiet" busy={changes.close.isPending} onClick={() => changes.close.mutate()}>
              {t('close')}
            </Button>
          )}
          {state === 'closed' && (
            <Button busy={changes.reopen.isPending} onClick={() => changes.reopen.mutate()}>
              {t('reopen')}
            </Button>
          )}
        </div>
      )}
      {problem && <ProblemMessage>{problem.message}</ProblemMessage>}
    </section>
  );
}

const shown = (value: unknown) => (typeof value === 'string' ? value : JSON.stringify(value, null, 2));

type Previewed = Pick<MergePreview, 'draft' | 'settled' | 'conflicts'> & { document: unknown };
type MergeProps = MergeBoxProps & {
  preview: { data: Previewed | undefined; isPlaceholderData: boolean };
  resolutions: readonly Resolution[];
  onResolve: (resolutions: readonly Resolution[]) => void;
};

function Merge({ review, changes, preview, resolutions, onResolve }: MergeProps) {
  const { data, isPlaceholderData } = preview;
  const { source, target, sourceVersion, targetVersion } = review;
  // In one order, so that none moves away when it is settled.
  const conflicts = [...(data?.settled ?? []), ...(data?.conflicts ?? [])].sort((a, b) =>
    a.path < b.path ? -1 : 1,
  );
  const open = data?.conflicts.length ?? 0;
  const nameOf = (path: string, place: number) => {
    const name = data ? conflictName(path, data.document as PromptDocument) : path;
    return conflicts.length > 1 ? `${place + 1}. ${name}` : name;
  };
  const choose = (path: string, side: Resolution['choose']) =>
    onResolve([...resolutions.filter((one) => one.path !== path), { path, choose: side }]);
  return (
    <>
      {conflicts.length > 0 && (
        <div className="flex flex-col gap-3">
          {open > 0 && <p className="text-warn">{t('conflicts', { count: open })}</p>}
          {conflicts.map(({ path, ours, theirs }, place) => (
            <div key={path} className="rounded-md border border-line p-2">
              <p className="mb-1 text-12 font-medium text-ink-2">{nameOf(path, place)}</p>
              <SegmentedControl
                label={nameOf(path, place)}
                value={resolutions.find((one) => one.path === path)?.choose ?? ''}
                onChange={(side) => side !== '' && choose(path, side)}
                options={[
                  { value: 'ours', label: t('keep', { target }) },
                  { value: 'theirs', label: t('take', { source }) },
                ]}
              />
              <pre className="mt-2 font-mono text-12 whitespace-pre-wrap wrap-anywhere">
                <del className="block bg-bad-weak px-1.5 no-underline">{shown(ours)}</del>
                <ins className="block bg-ok-weak px-1.5 no-underline">{shown(theirs)}</ins>
              </pre>
            </div>
          ))}
        </div>
      )}
      {data?.draft === 'blocks' && <p className="text-warn">{t('draftBlocks', { target })}</p>}
      <Button
        kind="primary"
        icon={<GitMerge />}
        className="self-start"
        disabled={
          review.obstacles.length > 0 || !data || isPlaceholderData || open > 0 || sourceVersion === null
        }
        busy={changes.merge.isPending}
        onClick={() =>
          sourceVersion !== null &&
          changes.merge.mutate({
            expectedFrom: sourceVersion,
            expectedInto: targetVersion,
            resolutions: [...resolutions],
          })
        }
      >
        {t('mergeInto', { target })}
      </Button>
    </>
  );
}
