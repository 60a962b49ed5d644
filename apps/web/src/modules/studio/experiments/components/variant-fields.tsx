import { Plus, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import type { FieldsProps } from '../state/draft-fields.ts';
import {
  type ExperimentDraft,
  mostVariants,
  type VariantDraft,
  withoutVariant,
  withVariant,
} from '../state/experiment-draft.ts';

type VariantFieldsProps = FieldsProps & {
  versions: readonly number[];
  onDraft: (draft: ExperimentDraft) => void;
};

/** Which versions are tried, and on how many. The first is what the label points at, and so not chosen here. */
export function VariantFields({ draft, change, faults, versions, onDraft }: VariantFieldsProps) {
  const put = (at: number, part: Partial<VariantDraft>) =>
    change({ variants: draft.variants.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <fieldset className="flex min-w-0 flex-col gap-2">
      <legend className="mb-1 font-semibold">{t('variants')}</legend>
      <p className="text-12 text-ink-3">{t('variantsHint')}</p>
      {draft.variants.map((variant, index) => {
        const number = index + 1;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a variant is its place
          <div key={index} className="flex items-center gap-2">
            <TextField
              label={t('variantName', { number })}
              hideLabel
              className="w-20 shrink-0 md:w-28"
              maxLength={40}
              value={variant.name}
              onChange={(event) => put(index, { name: event.target.value })}
            />
            <Select
              label={t('variantVersion', { number })}
              hideLabel
              className="min-w-0 flex-1"
              disabled={index === 0}
              value={String(variant.version)}
              options={[...new Set([...versions, variant.version])].map((version) => ({
                value: String(version),
                label: t('version', { version }),
              }))}
              onChange={(event) => put(index, { version: Number(event.target.value) })}
            />
            <TextField
              label={t('variantShare', { number })}
              hideLabel
              inputMode="numeric"
              className="w-20 shrink-0"
              end={<span className="pr-2 text-ink-3">%</span>}
              value={variant.share}
              aria-invalid={faults.variants !== undefined || undefined}
              onChange={(event) => put(index, { share: event.target.value })}
            />
            <IconButton
              label={t('removeVariant', { name: variant.name })}
              icon={<X />}
              className={index === 0 || draft.variants.length === 2 ? 'invisible' : undefined}
              onClick={() => onDraft(withoutVariant(draft, index))}
            />
          </div>
        );
      })}
      {faults.variants && (
        <p role="alert" className="text-12 text-bad">
          {faults.variants}
        </p>
      )}
      {draft.variants.length < Math.min(mostVariants, versions.length) && (
        <Button
          size="small"
          kind="quiet"
          icon={<Plus />}
          className="-ml-2 w-fit"
          onClick={() => onDraft(withVariant(draft, versions))}
        >
          {t('addVariant')}
        </Button>
      )}
    </fieldset>
  );
}
