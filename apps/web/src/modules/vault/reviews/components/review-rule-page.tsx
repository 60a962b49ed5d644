import { useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useEffect, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type ReviewRule, reviewRuleQuery, useSetReviewRule } from '../api/review-rule.ts';
import { t } from '../messages.ts';
import { checkNameProblem } from '../state/check-name.ts';
import { frameText } from '../state/frame-text.ts';

/** What every review needs before its branch may be merged. */
export function ReviewRulePage() {
  const { data: rule, error, refetch, isFetching } = useQuery(reviewRuleQuery);
  useEffect(() => {
    document.title = `${frameText('rule')} · PromptVault`;
  }, []);
  if (error && !rule)
    return (
      <ErrorState
        title={t('ruleFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!rule) return <SkeletonRows rows={4} />;
  return (
    <SettingsSection title={frameText('rule')} hint={t('ruleHint')}>
      <RuleForm key={rule.revision} rule={rule} />
    </SettingsSection>
  );
}

const counts = [0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10];

const sayCount = (count: number) => (count === 0 ? t('ruleNoApprovals') : t('ruleApprovalCount', { count }));

function RuleForm({ rule }: { rule: ReviewRule }) {
  const [draft, setDraft] = useState(rule);
  const save = useSetReviewRule();
  const change = (part: Partial<ReviewRule>) => setDraft({ ...draft, ...part });
  const isChanged = JSON.stringify(draft) !== JSON.stringify(rule);
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (isChanged && !save.isPending)
      save.mutate(draft, { onSuccess: () => toast({ text: t('ruleSaved'), tone: 'ok' }) });
  };
  return (
    <div className="grid max-w-140 gap-5">
      <Select
        label={t('ruleApprovals')}
        value={String(draft.requiredApprovals)}
        options={counts.map((count) => ({ value: String(count), label: sayCount(count) }))}
        onChange={(event) => change({ requiredApprovals: Number(event.target.value) })}
      />
      <Checkbox
        label={t('ruleOwn')}
        hint={t('ruleOwnHint')}
        checked={draft.ownApprovalCounts}
        onChange={(event) => change({ ownApprovalCounts: event.target.checked })}
      />
      <Checkbox
        label={t('ruleDismiss')}
        hint={t('ruleDismissHint')}
        checked={draft.dismissOnCommit}
        onChange={(event) => change({ dismissOnCommit: event.target.checked })}
      />
      <RequiredChecks
        names={draft.requiredChecks}
        onChange={(requiredChecks) => change({ requiredChecks: [...requiredChecks] })}
      />
      <form onSubmit={send} className="grid gap-3 border-t border-line pt-5">
        {save.error && <ProblemMessage>{save.error.message}</ProblemMessage>}
        <Button type="submit" kind="primary" className="w-fit" busy={save.isPending} disabled={!isChanged}>
          {t('ruleSave')}
        </Button>
      </form>
    </div>
  );
}

type RequiredChecksProps = { names: readonly string[]; onChange: (names: readonly string[]) => void };

function RequiredChecks({ names, onChange }: RequiredChecksProps) {
  const [written, setWritten] = useState('');
  const name = written.trim();
  const problem = name === '' ? undefined : checkNameProblem(name, names);
  const add = (event: FormEvent) => {
    event.preventDefault();
    if (name === '' || problem) return;
    onChange([...names, name]);
    setWritten('');
  };
  return (
    <fieldset className="min-w-0">
      <legend className="font-medium">{t('ruleChecks')}</legend>
      <p className="mt-0.5 mb-2 text-12 text-ink-3 text-pretty">{t('ruleChecksHint')}</p>
      {names.length === 0 ? (
        <p className="mb-3 text-ink-3">{t('ruleNoChecks')}</p>
      ) : (
        <ul className="mb-3 divide-y divide-line rounded-lg border border-line">
          {names.map((one) => (
            <li key={one} className="flex items-center gap-2 py-1 pr-1 pl-3">
              <span className="min-w-0 flex-1 font-mono text-12 wrap-anywhere">{one}</span>
              <IconButton
                size="small"
                label={t('ruleRemoveCheck', { name: one })}
                icon={<X />}
                onClick={() => onChange(names.filter((each) => each !== one))}
              />
            </li>
          ))}
        </ul>
      )}
      <form onSubmit={add} className="flex items-end gap-2">
        <TextField
          label={t('ruleCheckName')}
          mono
          className="min-w-0 flex-1"
          value={written}
          maxLength={100}
          error={problem}
          onChange={(event) => setWritten(event.target.value)}
        />
        <Button type="submit" disabled={name === '' || problem !== undefined || names.length >= 20}>
          {t('ruleAddCheck')}
        </Button>
      </form>
    </fieldset>
  );
}
