import { useQuery } from '@tanstack/react-query';
import { Lock, Pencil, Plus, Trash2 } from 'lucide-react';
import { lazy, Suspense, useEffect, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { RelativeTime } from '../../../../ui/relative-time.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type LabelRule, labelRulesQuery, useRuleChanges } from '../api/label-rules.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';

const RuleDialog = lazy(() => import('./rule-dialog.tsx').then((file) => ({ default: file.RuleDialog })));

/** Which labels nobody moves alone. */
export function LabelRulesPage() {
  const { data: rules, error, refetch, isFetching } = useQuery(labelRulesQuery);
  const [edited, setEdited] = useState<LabelRule | 'new'>();
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
            <RuleRow key={rule.label} rule={rule} onEdit={() => setEdited(rule)} />
          ))}
        </ul>
      )}
      <Button icon={<Plus />} className="w-fit" onClick={() => setEdited('new')}>
        {t('addRule')}
      </Button>
      {edited && (
        <Suspense fallback={null}>
          <RuleDialog
            rule={edited === 'new' ? undefined : edited}
            taken={rules.map(({ label }) => label)}
            onClose={() => setEdited(undefined)}
          />
        </Suspense>
      )}
    </SettingsSection>
  );
}

function RuleRow({ rule, onEdit }: { rule: LabelRule; onEdit: () => void }) {
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
      {approvals > 0 && <span>{t('approvalCount', { count: approvals })}</span>}
      {checks.length > 0 && (
        <span className="min-w-0 text-12 wrap-anywhere text-ink-2">
          {t('checksOf', { list: checks.join(', ') })}
        </span>
      )}
      <span className="ml-auto text-12 text-ink-3 max-md:hidden">
        {changedBy?.name} <RelativeTime time={changedAt} />
      </span>
      <span className="flex max-md:ml-auto">
        <IconButton size="small" label={t('editRule', { label })} icon={<Pencil />} onClick={onEdit} />
        <IconButton
          size="small"
          label={t('removeRule', { label })}
          icon={<Trash2 />}
          onClick={() => void unprotect()}
        />
      </span>
    </li>
  );
}
