import type { RunRetentionView } from '@promptvault/contract/studio/history/shapes';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatMoment, formatNumber } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { outdatedQuery, retentionQuery, useChangeRetention } from '../api/retention.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';

const spans = [7, 30, 90, 180, 365, 730];
const forGood = 'for-good';

/** How long the organization keeps runs; before it is changed, what that would erase. */
export function RetentionPage() {
  const { data: retention, error, refetch, isFetching } = useQuery(retentionQuery);
  useEffect(() => {
    document.title = `${frameText('retention')} · PromptVault`;
  }, []);
  if (error && !retention)
    return (
      <ErrorState
        title={t('retentionFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!retention) return <SkeletonRows rows={4} />;
  return <RetentionForm key={retention.revision} retention={retention} onReload={() => void refetch()} />;
}

type RetentionFormProps = { retention: RunRetentionView; onReload: () => void };

function RetentionForm({ retention, onReload }: RetentionFormProps) {
  const mayManage = useMay()('run.retain');
  const [days, setDays] = useState(retention.days);
  const [asking, setAsking] = useState(false);
  const change = useChangeRetention();
  const {
    data: outdated,
    error,
    refetch,
  } = useQuery({
    ...outdatedQuery(days ?? 1),
    enabled: mayManage && days !== null,
  });
  const changed = days !== retention.days;
  const save = () =>
    change.mutate(
      { retention, days },
      {
        onSuccess: () => toast({ text: t('retentionSaved'), tone: 'ok' }),
        onSettled: () => setAsking(false),
      },
    );
  // A rule that erases nothing now, or less than before, is saved at once.
  const erases = days !== null && (outdated === undefined || outdated.runs > 0);
  const counted = outdated === undefined ? '' : `${formatNumber(outdated.runs)}${outdated.more ? '+' : ''}`;
  const listed = days === null || spans.includes(days) ? spans : [...spans, days].sort((a, b) => a - b);
  return (
    <SettingsSection title={frameText('retention')} hint={t('retentionHint')}>
      <div className="grid max-w-140 gap-5">
        <Select
          className="w-56"
          label={t('retentionSpan')}
          value={days ?? forGood}
          disabled={!mayManage || change.isPending}
          options={[
            { value: forGood, label: t('retentionForGood') },
            ...listed.map((each) => ({
              value: String(each),
              label: t('retentionDays', { count: each }),
            })),
          ]}
          onChange={({ target: { value } }) => setDays(value === forGood ? null : Number(value))}
        />
        {mayManage && (
          <div role="status" className="min-h-10 text-ink-2 tabular">
            {days === null ? (
              <p>{t('retentionNothing')}</p>
            ) : error ? (
              <ProblemMessage
                action={
                  <Button size="small" onClick={() => void refetch()}>
                    {t('retentionReload')}
                  </Button>
                }
              >
                {error.message}
              </ProblemMessage>
            ) : outdated === undefined ? (
              <p className="text-ink-3">{t('retentionCounting')}</p>
            ) : (
              <>
                <p className={outdated.runs > 0 ? 'text-bad' : undefined}>
                  {outdated.runs === 0
                    ? t('retentionNone')
                    : t('retentionErases', {
                        count: outdated.runs,
                        written: counted,
                        time: formatMoment(new Date(outdated.before)),
                      })}
                </p>
                {outdated.kept > 0 && <p>{t('retentionKept', { count: outdated.kept })}</p>}
              </>
            )}
          </div>
        )}
        {change.error && (
          <ProblemMessage
            action={
              <Button size="small" onClick={onReload}>
                {t('retentionReload')}
              </Button>
            }
          >
            {change.error.message}
          </ProblemMessage>
        )}
        {mayManage && (
          <div>
            <Button
              kind={changed && erases ? 'danger' : 'primary'}
              disabled={!changed || (days !== null && outdated === undefined)}
              busy={change.isPending}
              onClick={() => (erases ? setAsking(true) : save())}
            >
              {t('retentionSave')}
            </Button>
          </div>
        )}
      </div>
      {asking && days !== null && (
        <ConfirmDialog
          open
          onClose={() => setAsking(false)}
          onConfirm={save}
          title={t('retentionConfirm', { count: outdated?.runs ?? 0, written: counted })}
          description={t('retentionConfirmHint')}
          action={t('retentionConfirmAction')}
          name={t('retentionDays', { count: days })}
          busy={change.isPending}
        />
      )}
    </SettingsSection>
  );
}
