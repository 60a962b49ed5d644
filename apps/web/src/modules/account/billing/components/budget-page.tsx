import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import * as z from 'zod';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { classes } from '../../../../ui/classes.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost, formatMoment } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SettingsSection } from '../../../../ui/settings-section.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { type Budget, budgetQuery, changeBudget, type Spending } from '../api/budget.ts';
import { t } from '../messages.ts';
import { fromDollarText, isDollarText, toDollarText } from '../state/dollar-text.ts';

const amount = z.string().refine(isDollarText, { error: () => t('limitInvalid') });
const schema = z.object({ day: amount, month: amount, allowUnpriced: z.boolean() });

export function BudgetPage() {
  const { data: budget, error, refetch, isFetching } = useQuery(budgetQuery);
  const mayManage = useMay()('budget.manage');
  useEffect(() => {
    document.title = `${t('title')} · PromptVault`;
  }, []);
  if (error && !budget)
    return (
      <ErrorState
        title={t('failed')}
        reason={error.message}
        onRetry={() => void refetch()}
        retrying={isFetching}
      />
    );
  if (!budget) return <SkeletonRows rows={4} />;
  return (
    <SettingsSection title={t('title')} hint={t(mayManage ? 'hint' : 'readOnlyHint')}>
      <div className="grid max-w-140 gap-5">
        <SpendingBar label={t('day')} spending={budget.day} />
        <SpendingBar label={t('month')} spending={budget.month} />
        {mayManage && <LimitForm key={budget.revision} budget={budget} />}
        <p className="text-12 text-ink-3">
          {t(budget.allowUnpriced ? 'unpricedAllowed' : 'unpricedRefused')}
        </p>
      </div>
    </SettingsSection>
  );
}

const dollars = (micro: number) => formatCost(micro / 1e6);

/** What was spent and what is held, as parts of the limit. */
function SpendingBar({ label, spending }: { label: string; spending: Spending }) {
  const { spentMicroDollars: spent, reservedMicroDollars: held, limitMicroDollars: limit, endsAt } = spending;
  const used = limit === null || limit === 0 ? 0 : (spent + held) / limit;
  const share = (micro: number) => (limit ? `${Math.min(100, (micro / limit) * 100)}%` : '0%');
  const tone = used >= 0.9 ? 'bg-bad-solid' : used >= 0.8 ? 'bg-warn-solid' : 'bg-ok-solid';
  const words =
    limit === null
      ? t('spentOnly', { spent: dollars(spent) })
      : t('spentOf', { spent: dollars(spent), limit: dollars(limit) });
  return (
    <section aria-label={label}>
      <div className="mb-1.5 flex flex-wrap items-baseline justify-between gap-x-4">
        <h3 className="font-medium">{label}</h3>
        <span className="text-ink-2 tabular">{words}</span>
      </div>
      {limit !== null && (
        // biome-ignore lint/a11y/useSemanticElements: a meter element cannot show two parts
        <div
          role="meter"
          aria-label={`${label}: ${words}`}
          aria-valuemin={0}
          aria-valuemax={Math.max(limit, spent + held)}
          aria-valuenow={spent + held}
          className="flex h-1.5 overflow-hidden rounded-full bg-press"
        >
          <span className={classes('transition-[width]', tone)} style={{ width: share(spent) }} />
          <span className={classes('opacity-40 transition-[width]', tone)} style={{ width: share(held) }} />
        </div>
      )}
      <p className="mt-1 text-12 text-ink-3">
        {held > 0 && `${t('held', { held: dollars(held) })} · `}
        {t('until', { time: formatMoment(new Date(endsAt)) })}
      </p>
    </section>
  );
}

function LimitForm({ budget }: { budget: Budget }) {
  const queries = useQueryClient();
  const form = useValidatedForm({
    schema,
    defaults: {
      day: toDollarText(budget.day.limitMicroDollars),
      month: toDollarText(budget.month.limitMicroDollars),
      allowUnpriced: budget.allowUnpriced,
    },
    onSubmit: async ({ day, month, allowUnpriced }) => {
      const limits = { dayMicroDollars: fromDollarText(day), monthMicroDollars: fromDollarText(month) };
      const choices = { ...limits, allowUnpriced };
      queries.setQueryData(budgetQuery.queryKey, await changeBudget(budget, choices));
      toast({ tone: 'ok', text: t('saved') });
    },
    refusalOf: refusalOf(),
  });
  return (
    <form onSubmit={form.submit} noValidate className="grid gap-4 border-t border-line pt-5">
      <div className="grid gap-4 md:grid-cols-2">
        <TextField label={t('dayLimit')} inputMode="decimal" {...form.field('day')} />
        <TextField label={t('monthLimit')} inputMode="decimal" {...form.field('month')} />
      </div>
      <p className="-mt-2 text-12 text-ink-3">{t('limitHint')}</p>
      <Checkbox
        label={t('allowUnpriced')}
        hint={t('allowUnpricedHint')}
        {...form.register('allowUnpriced')}
      />
      {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
      <div>
        <Button type="submit" kind="primary" busy={form.busy} disabled={!form.formState.isDirty}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}
