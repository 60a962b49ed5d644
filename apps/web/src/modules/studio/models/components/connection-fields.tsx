import { Checkbox } from '../../../../ui/checkbox.tsx';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { TextLink } from '../../../../ui/text-link.tsx';
import type { ValidatedForm } from '../../../../ui/use-validated-form.ts';
import { t } from '../messages.ts';
import {
  type ConnectionForm,
  hasTwoApis,
  keyPages,
  needsKey,
  presetOf,
  presets,
} from '../state/connection-schema.ts';

type ConnectionFieldsProps = {
  form: ValidatedForm<ConnectionForm>;
  /** The ending of the stored key, when there is one. */
  keyEnding?: string | null;
  isNew: boolean;
};

/** Name, address and key, as far as the provider needs them. */
export function ConnectionFields({ form, keyEnding, isNew }: ConnectionFieldsProps) {
  const { provider, baseUrl, removeKey } = form.watch();
  const compatible = provider === 'openai_compatible';
  const preset = presetOf(baseUrl);
  const keyWanted = needsKey(provider, baseUrl) || preset?.needsKey === true;
  const keyPage = keyPages[provider];
  const choosePreset = (id: string, address: string, name: string) => {
    form.setValue('baseUrl', preset?.id === id ? '' : address, { shouldDirty: true, shouldValidate: true });
    if (!form.getFieldState('name').isDirty || presets.some((each) => each.name() === form.getValues('name')))
      form.setValue('name', name);
  };
  return (
    <>
      {compatible && isNew && (
        // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
        <div role="group" aria-label={t('preset')} className="flex flex-wrap gap-1.5">
          {presets.map(({ id, name, baseUrl: address }) => (
            <ChipToggle
              key={id}
              pressed={preset?.id === id}
              onPress={() => choosePreset(id, address, name())}
            >
              {name()}
            </ChipToggle>
          ))}
        </div>
      )}
      <TextField label={t('name')} hint={t('nameHint')} required autoComplete="off" {...form.field('name')} />
      <TextField
        label={t('baseUrl')}
        hint={compatible ? t('baseUrlHint') : t('baseUrlOptionalHint')}
        required={compatible}
        mono
        inputMode="url"
        autoComplete="off"
        spellCheck={false}
        {...form.field('baseUrl')}
      />
      <TextField
        label={t('key')}
        type="password"
        mono
        required={isNew && keyWanted}
        disabled={removeKey}
        autoComplete="new-password"
        spellCheck={false}
        note={keyPage && isNew ? <TextLink href={keyPage}>{t('keyFrom')}</TextLink> : undefined}
        hint={
          keyEnding
            ? t('keyKept', { ending: keyEnding })
            : keyEnding === ''
              ? t('keyStoredHint')
              : keyWanted
                ? t('keyHint')
                : t('keyOptionalHint')
        }
        {...form.field('key')}
      />
      {hasTwoApis(provider) && (
        <Select
          label={t('api')}
          hint={t(compatible ? 'apiCompatibleHint' : 'apiHint')}
          options={[
            { value: 'responses', label: t('apiResponses') },
            { value: 'chat', label: t('apiChat') },
          ]}
          {...form.register('api')}
        />
      )}
      {typeof keyEnding === 'string' && <Checkbox label={t('removeKey')} {...form.register('removeKey')} />}
    </>
  );
}
