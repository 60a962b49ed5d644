import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type LabelRule, useRuleChanges } from '../api/label-rules.ts';
import { t } from '../messages.ts';
import { checksOf, checksProblem } from '../state/rule-checks.ts';

type RuleDialogProps = {
  /** Absent: a new one. */
  rule: LabelRule | undefined;
  /** Labels that have a rule. */
  taken: readonly string[];
  onClose: () => void;
};

const mostApprovals = 10;
const counts = Array.from({ length: mostApprovals + 1 }, (_, count) => count);

/** What a move of a label needs: approvals of others, checks that have passed, or both. */
export function RuleDialog({ rule, taken, onClose }: RuleDialogProps) {
  const id = useId();
  const { set } = useRuleChanges();
  const [label, setLabel] = useState(rule?.label ?? (taken.includes('production') ? '' : 'production'));
  const [approvals, setApprovals] = useState(rule?.approvals ?? 1);
  const [checks, setChecks] = useState(rule?.checks.join('\n') ?? '');
  const [isTried, setIsTried] = useState(false);
  const written = label.trim().toLowerCase();
  const labelProblem = rule
    ? undefined
    : taken.includes(written)
      ? t('ruleTaken')
      : isTried && written === ''
        ? t('ruleLabelNeeded')
        : undefined;
  const checkProblem = checksProblem(checks);
  const isEmpty = approvals === 0 && checksOf(checks).length === 0;
  const save = async () => {
    setIsTried(true);
    if (written === '' || labelProblem || checkProblem || isEmpty || set.isPending) return;
    try {
      await set.mutateAsync({
        label: written,
        revision: rule?.revision ?? 0,
        approvals,
        checks: checksOf(checks),
      });
      toast({ text: t(rule ? 'ruleChanged' : 'ruleAdded', { label: written }), tone: 'ok' });
      onClose();
    } catch {
      // Said above the fields.
    }
  };
  return (
    <Dialog
      open
      steadfast
      onClose={onClose}
      size="small"
      title={rule ? t('editRule', { label: rule.label }) : t('addRule')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={set.isPending}>
            {rule ? t('saveRule') : t('protectLabel')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-4"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {set.error && <ProblemMessage>{set.error.message}</ProblemMessage>}
        {!rule && (
          <TextField
            label={t('ruleLabel')}
            mono
            autoComplete="off"
            value={label}
            maxLength={60}
            error={labelProblem}
            onChange={(event) => setLabel(event.target.value)}
          />
        )}
        <Select
          label={t('approvals')}
          hint={t('approvalsHint')}
          value={String(approvals)}
          error={isTried && isEmpty ? t('ruleEmpty') : undefined}
          options={counts.map((count) => ({ value: String(count), label: t('approvalCount', { count }) }))}
          onChange={(event) => setApprovals(Number(event.target.value))}
        />
        <TextArea
          label={t('ruleChecks')}
          hint={t('ruleChecksHint')}
          mono
          rows={3}
          value={checks}
          error={checkProblem}
          onChange={(event) => setChecks(event.target.value)}
        />
      </form>
    </Dialog>
  );
}
