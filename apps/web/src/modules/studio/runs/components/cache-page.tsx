import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { Switch } from '../../../../ui/switch.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { answerCacheQuery, useAnswerCacheChanges } from '../api/answer-cache.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';

const spans = [1, 24, 24 * 7, 24 * 30, 24 * 90];

const spanText = (hours: number) =>
  hours % 24 === 0 ? t('cacheDays', { count: hours / 24 }) : t('cacheHours', { count: hours });

/** Whether identical requests at temperature 0 are answered from an earlier answer, and for how long. */
export function CachePage() {
  const { data: cache, error, refetch, isFetching } = useQuery(answerCacheQuery);
  const mayManage = useMay()('run.cache');
  const { change, clear } = useAnswerCacheChanges();
  useEffect(() => {
    document.title = `${frameText('cache')} · PromptVault`;
  }, []);
  if (error && !cache)
    return (
      <ErrorState
        title={t('cacheFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!cache) return <SkeletonRows rows={4} />;
  // What was asked for is shown at once; a refusal takes it back and says why.
  const shown = { ...cache, ...(change.isPending && change.variables.body) };
  const refused = change.error ?? clear.error;
  const hours = spans.includes(shown.hours) ? spans : [...spans, shown.hours].sort((a, b) => a - b);
  return (
    <SettingsSection title={frameText('cache')} hint={t('cacheHint')}>
      <div className="grid max-w-140 gap-5">
        <Switch
          label={t('cacheEnabled')}
          hint={t('cacheEnabledHint')}
          checked={shown.enabled}
          disabled={!mayManage || change.isPending}
          onChange={(event) => change.mutate({ cache, body: { enabled: event.target.checked } })}
        />
        <Select
          className="w-48"
          label={t('cacheSpan')}
          value={shown.hours}
          disabled={!mayManage || change.isPending}
          options={hours.map((each) => ({ value: String(each), label: spanText(each) }))}
          onChange={(event) => change.mutate({ cache, body: { hours: Number(event.target.value) } })}
        />
        {refused && (
          <ProblemMessage
            action={
              <Button size="small" onClick={() => void refetch()}>
                {t('cacheReload')}
              </Button>
            }
          >
            {refused.message}
          </ProblemMessage>
        )}
        <div className="flex flex-wrap items-center gap-3 border-t border-line pt-5">
          <span className="text-ink-2 tabular" role="status">
            {t('cacheAnswers', { count: cache.answers })}
          </span>
          {mayManage && (
            <Button
              kind="danger"
              busy={clear.isPending}
              disabled={cache.answers === 0}
              onClick={() =>
                clear.mutate(undefined, { onSuccess: () => toast({ text: t('cacheCleared'), tone: 'ok' }) })
              }
            >
              {t('cacheClear')}
            </Button>
          )}
        </div>
      </div>
    </SettingsSection>
  );
}
