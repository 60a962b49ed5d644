import { useQuery } from '@tanstack/react-query';
import { Lock, Trash2 } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { Select } from '../../../../ui/select.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type LabelRule, labelRulesQuery, useRuleChanges } from '../api/label-rules.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';

/** Which labels nobody moves alone. */
export function LabelRulesPage() {
  const { data: rules, error, refetch, isFetching } = useQuery(labelRulesQuery);
  useEffect(() => {
    document.title = `${frameText('protectedLabels')} · PromptVault`;
  }, []);
  if (error && !rules)
    return (
      <ErrorState
        title={t('rulesFailed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!rules) return <SkeletonRows rows={4} />;
  return (
    <SettingsSection title={frameText('protectedLabels')} hint={t('rulesHint')}>
      {rules.length === 0 ? (
        <EmptyState icon={<Lock />} title={t('noRules')} hint={t('noRulesHint')} compact />
      ) : (
        <ul className="mb-4 divide-y divide-line rounded-lg border border-line">
          {rules.map((rule) => (
            <RuleRow key={rule.label} rule={rule} />
          ))}
        </ul>
      )}
      <RuleForm taken={rules.map(({ label }) => label)} />
    </SettingsSection>
  );
}

const counts = [1, 2, 3, 4, 5];

function ApprovalChoice(props: {
  value: number;
  onChange: (approvals: number) => void;
  hideLabel?: boolean;
}) {
  return (
    <Select
      label={t('approvals')}
      hideLabel={props.hideLabel}
      value={String(props.value)}
      options={counts.map((count) => ({ value: String(count), label: t('approvalCount', { count }) }))}
      onChange={(event) => props.onChange(Number(event.target.value))}
    />
  );
}

function RuleRow({ rule }: { rule: LabelRule }) {
  const { label, approvals, checks, revision, changedBy, changedAt } = rule;
  const { set, remove } = useRuleChanges();
  const refuse = (failure: unknown) =>
    toast({ text: failure instanceof Error ? failure.message : String(failure), tone: 'bad' });
  const unprotect = async () => {
    try {
      await remove.mutateAsync({ label, revision });
      toast({
        text: t('ruleRemoved', { label }),
        onUndo: () => void set.mutateAsync({ label, revision: 0, approvals, checks }).catch(refuse),
      });
    } catch (failure) {
      refuse(failure);
    }
  };
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 px-3 py-2">
      <Chip tone={label === 'production' ? 'ok' : 'plain'}>{label}</Chip>
      <span className="w-44">
        <ApprovalChoice
          hideLabel
          value={Math.max(1, approvals)}
          onChange={(next) =>
            void set.mutateAsync({ label, revision, approvals: next, checks }).catch(refuse)
          }
        />
      </span>
      {checks.length > 0 && <span className="text-12 text-ink-3">{checks.join(', ')}</span>}
      <span className="ml-auto text-12 text-ink-3 max-md:hidden">
        {changedBy?.name} <RelativeTime time={changedAt} />
      </span>
      <IconButton
        size="small"
        label={t('removeRule', { label })}
        icon={<Trash2 />}
        onClick={() => void unprotect()}
      />
    </li>
  );
}

function RuleForm({ taken }: { taken: readonly string[] }) {
  const { set } = useRuleChanges();
  const [label, setLabel] = useState(taken.includes('production') ? '' : 'production');
  const [approvals, setApprovals] = useState(1);
  const written = label.trim().toLowerCase();
  const isTaken = taken.includes(written);
  const add = async () => {
    try {
      await set.mutateAsync({ label: written, revision: 0, approvals, checks: [] });
      toast({ text: t('ruleAdded', { label: written }), tone: 'ok' });
      setLabel('');
    } catch {
      // Said above the fields.
    }
  };
  return (
    <form
      className="grid max-w-140 gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        if (written !== '' && !isTaken && !set.isPending) void add();
      }}
    >
      {set.error && <ProblemMessage>{set.error.message}</ProblemMessage>}
      <div className="flex flex-wrap items-start gap-3">
        <TextField
          label={t('ruleLabel')}
          mono
          className="min-w-48 flex-1"
          value={label}
          maxLength={60}
          error={isTaken ? t('ruleTaken') : undefined}
          onChange={(event) => setLabel(event.target.value)}
        />
        <ApprovalChoice value={approvals} onChange={setApprovals} />
      </div>
      <Button
        type="submit"
        kind="primary"
        className="w-fit"
        busy={set.isPending}
        disabled={written === '' || isTaken}
      >
        {t('addRule')}
      </Button>
    </form>
  );
}
