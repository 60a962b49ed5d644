import { Plus, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import { type FieldsProps, measures } from '../state/draft-fields.ts';
import type { GuardDraft } from '../state/experiment-draft.ts';

const fresh: GuardDraft = {
  metric: 'failed',
  measure: 'share',
  bound: 'at_most',
  against: 'control',
  limit: '5',
};

/** What must not get worse; whatever crosses its limit stops the experiment. */
export function GuardFields({ draft, change, faults }: FieldsProps) {
  const put = (at: number, part: Partial<GuardDraft>) =>
    change({ guards: draft.guards.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-semibold">{t('guards')}</legend>
      <p className="text-12 text-ink-3">{t('guardsHint')}</p>
      {draft.guards.map((guard, index) => (
        <div
          // biome-ignore lint/suspicious/noArrayIndexKey: a guard rail is its place
          key={index}
          className="relative grid gap-3 rounded-lg border border-line p-3 pr-11 @md:grid-cols-2"
        >
          <TextField
            label={t('metric')}
            mono
            maxLength={40}
            value={guard.metric}
            error={faults[`guards.${index}.metric`]}
            onChange={(event) => put(index, { metric: event.target.value })}
          />
          <Select
            label={t('measure')}
            value={guard.measure}
            options={measures()}
            onChange={(event) => put(index, { measure: event.target.value as GuardDraft['measure'] })}
          />
          <Select
            label={t('bound')}
            hint={guard.measure === 'share' && guard.bound === 'at_least' ? t('atLeastHint') : undefined}
            value={guard.bound}
            options={[
              { value: 'at_most', label: t('atMost') },
              { value: 'at_least', label: t('atLeast') },
            ]}
            onChange={(event) => put(index, { bound: event.target.value as GuardDraft['bound'] })}
          />
          <TextField
            label={t(guard.measure === 'share' ? 'limitShare' : 'limitMean')}
            inputMode="decimal"
            value={guard.limit}
            error={faults[`guards.${index}.limit`]}
            onChange={(event) => put(index, { limit: event.target.value })}
          />
          <Select
            label={t('against')}
            value={guard.against}
            options={[
              { value: 'control', label: t('control') },
              { value: 'value', label: t('value') },
            ]}
            onChange={(event) => put(index, { against: event.target.value as GuardDraft['against'] })}
          />
          <IconButton
            label={t('removeGuard', { name: guard.metric })}
            icon={<X />}
            className="absolute top-2 right-2"
            onClick={() => change({ guards: draft.guards.filter((_, place) => place !== index) })}
          />
        </div>
      ))}
      {draft.guards.length < 8 && (
        <Button
          size="small"
          kind="quiet"
          icon={<Plus />}
          className="-ml-2 w-fit"
          onClick={() => change({ guards: [...draft.guards, fresh] })}
        >
          {t('addGuard')}
        </Button>
      )}
    </fieldset>
  );
}
