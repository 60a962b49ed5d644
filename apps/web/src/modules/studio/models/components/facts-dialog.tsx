import type { AbilityName } from '@promptvault/contract/studio/models/shapes';
import { useId } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { formatCost, formatNumber } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useValidatedForm, type ValidatedForm } from '../../../../ui/use-validated-form.ts';
import { refusalOf } from '../../../../wire/refusal-of.ts';
import { useFactsChanges } from '../api/facts-changes.ts';
import type { Model } from '../api/models.ts';
import { t } from '../messages.ts';
import { type FactsForm, factsSchema, fromFactsForm, saysNothing, toFactsForm } from '../state/facts-form.ts';
import { abilityNames, dollars } from './model-words.ts';

const refused = refusalOf({ 'model.price_incomplete': 'outputPrice' });

/** What an organization knows better than the catalogue. Empty fields show what is known without it. */
export function FactsDialog({ model, onClose }: { model: Model; onClose: () => void }) {
  const id = useId();
  const { save, clear } = useFactsChanges();
  const forget = async () => {
    await clear.mutateAsync(model);
    onClose();
    if (model.facts) toast({ text: t('factsCleared') });
  };
  const form = useValidatedForm<FactsForm>({
    schema: factsSchema,
    defaults: toFactsForm(model.facts),
    onSubmit: async (form) => {
      const values = fromFactsForm(form);
      if (saysNothing(values)) return forget();
      await save.mutateAsync({ said: model, values });
      onClose();
      toast({ tone: 'ok', text: t('factsSaved') });
    },
    refusalOf: refused,
  });
  return (
    <Dialog
      open
      onClose={onClose}
      steadfast={form.formState.isDirty}
      title={t('factsTitle', { name: model.name })}
      description={t('factsText')}
      actions={
        <>
          {model.facts && (
            <Button
              className="mr-auto"
              busy={clear.isPending}
              // What went wrong is shown above the buttons.
              onClick={() => void forget().catch(() => undefined)}
            >
              {t('factsClear')}
            </Button>
          )}
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={form.busy}>
            {t('factsSave')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={form.submit} noValidate className="grid gap-4">
        <FactFields form={form} model={model} />
        {form.refusal && <ProblemMessage>{form.refusal}</ProblemMessage>}
        {clear.error && <ProblemMessage>{clear.error.message}</ProblemMessage>}
      </form>
    </Dialog>
  );
}

function FactFields({ form, model }: { form: ValidatedForm<FactsForm>; model: Model }) {
  const { price } = model;
  const tokens = (value: number | null) => (value === null ? t('factsUnknown') : formatNumber(value));
  const cost = (micro: number | null | undefined) =>
    typeof micro === 'number' ? formatCost(dollars(micro)) : t('factsUnknown');
  return (
    <>
      <div className="grid gap-4 md:grid-cols-2">
        <TextField
          label={t('factsWindow')}
          inputMode="numeric"
          placeholder={tokens(model.contextWindow)}
          {...form.field('contextWindow')}
        />
        <TextField
          label={t('factsOutput')}
          inputMode="numeric"
          placeholder={tokens(model.maxOutputTokens)}
          {...form.field('maxOutputTokens')}
        />
      </div>
      <div className="grid grid-cols-2 gap-4 md:grid-cols-3">
        {abilityNames.map((name) => (
          <AbilitySelect key={name} name={name} form={form} known={model.abilities[name]} />
        ))}
      </div>
      <div className="grid gap-4 md:grid-cols-3">
        <TextField
          label={t('factsInputPrice')}
          hint={t('factsPriceHint')}
          inputMode="decimal"
          placeholder={cost(price?.inputMicroDollars)}
          {...form.field('inputPrice')}
        />
        <TextField
          label={t('factsOutputPrice')}
          inputMode="decimal"
          placeholder={cost(price?.outputMicroDollars)}
          {...form.field('outputPrice')}
        />
        <TextField
          label={t('factsCachedPrice')}
          inputMode="decimal"
          placeholder={cost(price?.cachedInputMicroDollars)}
          {...form.field('cachedPrice')}
        />
      </div>
      <TextField label={t('factsRetires')} type="date" className="w-44" {...form.field('retiresOn')} />
    </>
  );
}

const labels = {
  vision: () => t('visionLabel'),
  pdf: () => t('pdfLabel'),
  tools: () => t('toolsLabel'),
  schema: () => t('schemaLabel'),
  reasoning: () => t('reasoningLabel'),
};

type AbilitySelectProps = { name: AbilityName; form: ValidatedForm<FactsForm>; known: boolean | null };

function AbilitySelect({ name, form, known }: AbilitySelectProps) {
  const said = known === null ? t('factsUnknown') : t('factsAs', { value: t(known ? 'yes' : 'no') });
  return (
    <Select
      label={labels[name]()}
      options={[
        { value: '', label: said },
        { value: 'yes', label: t('yes') },
        { value: 'no', label: t('no') },
      ]}
      {...form.register(name)}
    />
  );
}
