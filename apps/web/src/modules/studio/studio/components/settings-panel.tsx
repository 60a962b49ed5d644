import {
  type NumberSettingName,
  REASONING_EFFORTS,
  SAMPLING_SETTINGS,
  SAMPLING_STRATEGIES,
  SETTING_BOUNDS,
  type Settings,
} from '@promptvault/document';
import { useState } from 'react';
import { classes } from '../../../../ui/classes.ts';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type Model, notTaking, SamplingSelect, type SettingName } from '../../models/index.ts';
import { t } from '../messages.ts';
import { readBias, writeBias } from '../state/bias-text.ts';
import { changeSettings } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';

type SettingsPanelProps = {
  settings: Settings;
  editing: DraftEditing | undefined;
  /** Those chosen to run on: what they do not take is said beside the setting. */
  models: readonly Model[];
};

/** What the model is told besides the text. An empty field leaves it to the model. */
export function SettingsPanel({ settings, editing, models }: SettingsPanelProps) {
  const change = (next: Partial<Settings>) => editing?.type(changeSettings(next));
  const { sampling } = settings;
  const sets: Partial<Record<NumberSettingName, number>> = sampling ? SAMPLING_STRATEGIES[sampling] : {};
  /** What none of them takes is greyed out; what is set all the same can still be taken away. */
  const of = (name: SettingName) => {
    const { models: names, all } = notTaking(models, name);
    return {
      locked: !editing || (all && settings[name] === undefined),
      greyed: all,
      hint: names.length === 0 ? undefined : t('notTaken', { models: names.join(', ') }),
    };
  };
  const number = (name: NumberSettingName) => ({
    ...of(name),
    value: settings[name],
    ...(sets[name] !== undefined && { unset: t('byStrategy', { value: String(sets[name]) }) }),
    onChange: (next: number | undefined) => change({ [name]: next }),
  });
  return (
    <div className="grid max-w-140 grid-cols-2 gap-3 py-1 @xl/editor:grid-cols-4">
      <SamplingSelect
        className="col-span-full"
        value={sampling}
        none={t('samplingNone')}
        hint={t(sampling ? 'samplingSet' : 'samplingHint')}
        disabled={!editing}
        onChange={(next) =>
          // It says all of sampling; what was said of that before would say it otherwise.
          editing?.edit(
            changeSettings({
              ...(next && Object.fromEntries(SAMPLING_SETTINGS.map((name) => [name, undefined]))),
              sampling: next,
            }),
          )
        }
      />
      <NumberSetting label={t('temperature')} {...number('temperature')} check={within('temperature')} />
      <NumberSetting label={t('topP')} {...number('topP')} check={within('topP')} />
      <NumberSetting
        label={t('maxOutput')}
        {...number('maxOutputTokens')}
        check={within('maxOutputTokens')}
      />
      <NumberSetting label={t('seed')} {...number('seed')} check={within('seed')} />
      <NumberSetting label={t('topK')} {...number('topK')} check={within('topK')} />
      <NumberSetting
        label={t('frequencyPenalty')}
        {...number('frequencyPenalty')}
        check={within('frequencyPenalty')}
      />
      <NumberSetting
        label={t('presencePenalty')}
        {...number('presencePenalty')}
        check={within('presencePenalty')}
      />
      <NumberSetting label={t('minP')} {...number('minP')} check={within('minP')} />
      <NumberSetting
        label={t('repetitionPenalty')}
        {...number('repetitionPenalty')}
        check={within('repetitionPenalty')}
      />
      <NumberSetting
        label={t('reasoningTokens')}
        {...number('reasoningTokens')}
        check={within('reasoningTokens')}
      />
      <EffortSetting
        effort={settings.reasoningEffort}
        {...of('reasoningEffort')}
        onChange={(reasoningEffort) => change({ reasoningEffort })}
      />
      <StopSetting stop={settings.stop} {...of('stop')} onChange={(stop) => change({ stop })} />
      <BiasSetting
        bias={settings.logitBias}
        {...of('logitBias')}
        onChange={(logitBias) => change({ logitBias })}
      />
    </div>
  );
}

/** Within the bounds of the setting, said where it is not. */
const within = (name: NumberSettingName) => (value: number) => {
  const { from, to, whole } = SETTING_BOUNDS[name];
  if (value >= from && value <= to && (!whole || Number.isSafeInteger(value))) return undefined;
  if (name === 'seed') return t('notWholeAny');
  return whole ? t('notWhole', { from, to }) : t('notInRange', { from, to });
};

interface Taken {
  locked: boolean;
  /** None of the chosen models takes it. */
  greyed: boolean;
  hint: string | undefined;
}

type NumberSettingProps = Taken & {
  label: string;
  value: number | undefined;
  /** What holds while the field is empty; else the model decides. */
  unset?: string;
  check: (value: number) => string | undefined;
  onChange: (value: number | undefined) => void;
};

/** A number that may be left to somebody else: an empty field is undefined. */
export function NumberSetting(props: NumberSettingProps) {
  const { label, value, unset, locked, greyed, hint, check, onChange } = props;
  const [typed, setTyped] = useState<string>();
  const text = typed ?? (value === undefined ? '' : String(value));
  const number = Number(text.replace(',', '.'));
  const error =
    typed === undefined || text.trim() === ''
      ? undefined
      : Number.isFinite(number)
        ? check(number)
        : t('notWholeAny');
  return (
    <TextField
      label={label}
      hint={hint}
      className={greyed ? 'opacity-60' : undefined}
      inputMode="decimal"
      placeholder={unset ?? t('optionNone')}
      value={text}
      readOnly={locked}
      error={error}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        const parsed = Number(next.replace(',', '.'));
        if (next.trim() === '') onChange(undefined);
        else if (Number.isFinite(parsed) && check(parsed) === undefined) onChange(parsed);
      }}
      onBlur={() => {
        if (error === undefined) setTyped(undefined);
      }}
    />
  );
}

type EffortSettingProps = Taken & {
  effort: Settings['reasoningEffort'];
  onChange: (effort: Settings['reasoningEffort']) => void;
};

function EffortSetting({ effort, locked, greyed, hint, onChange }: EffortSettingProps) {
  return (
    <Select
      label={t('reasoningEffort')}
      hint={hint}
      className={greyed ? 'opacity-60' : undefined}
      placeholder={t('effortUnset')}
      value={effort ?? ''}
      disabled={locked}
      onChange={(event) => onChange(REASONING_EFFORTS.find((each) => each === event.target.value))}
      options={REASONING_EFFORTS.map((each) => ({ value: each, label: t(`effort_${each}`) }))}
    />
  );
}

type StopSettingProps = Taken & {
  stop: string[] | undefined;
  onChange: (stop: string[] | undefined) => void;
};

function StopSetting({ stop, locked, greyed, hint, onChange }: StopSettingProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? stop?.join('\n') ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  return (
    <TextArea
      label={t('stop')}
      hint={hint ? `${t('stopHint')} ${hint}` : t('stopHint')}
      mono
      rows={1}
      className={classes('col-span-full [&_textarea]:min-h-8!', greyed && 'opacity-60')}
      value={text}
      readOnly={locked}
      error={lines.length > 16 ? t('tooManyStops') : undefined}
      onChange={(event) => {
        const next = event.target.value.split('\n').filter((line) => line !== '');
        setTyped(event.target.value);
        if (next.length <= 16) onChange(next.length === 0 ? undefined : next);
      }}
      onBlur={() => setTyped(undefined)}
    />
  );
}

type BiasSettingProps = Taken & {
  bias: Settings['logitBias'];
  onChange: (bias: Settings['logitBias']) => void;
};

/** A line for each token: its number in the vocabulary of the model, and what is added to its likelihood. */
function BiasSetting({ bias, locked, greyed, hint, onChange }: BiasSettingProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? writeBias(bias);
  const error = typed === undefined || readBias(typed).ok ? undefined : t('biasWrong');
  return (
    <TextArea
      label={t('logitBias')}
      hint={hint ? `${t('biasHint')} ${hint}` : t('biasHint')}
      mono
      rows={1}
      className={classes('col-span-full [&_textarea]:min-h-8!', greyed && 'opacity-60')}
      value={text}
      readOnly={locked}
      error={error}
      onChange={(event) => {
        setTyped(event.target.value);
        const read = readBias(event.target.value);
        if (read.ok) onChange(read.bias);
      }}
      onBlur={() => {
        if (error === undefined) setTyped(undefined);
      }}
    />
  );
}
