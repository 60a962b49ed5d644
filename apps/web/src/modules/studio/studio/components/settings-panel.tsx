import {
  type NumberSettingName,
  REASONING_EFFORTS,
  SETTING_BOUNDS,
  type Settings,
} from '@promptvault/document';
import { useState } from 'react';
import { classes } from '../../../../ui/classes.ts';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type Model, notTaking, type SettingName } from '../../models/index.ts';
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

const most = 10_000_000;

/** What the model is told besides the text. An empty field leaves it to the model. */
export function SettingsPanel({ settings, editing, models }: SettingsPanelProps) {
  const change = (next: Partial<Settings>) => editing?.type(changeSettings(next));
  /** What none of them takes is greyed out; what is set all the same can still be taken away. */
  const of = (name: SettingName) => {
    const { models: names, all } = notTaking(models, name);
    return {
      locked: !editing || (all && settings[name] === undefined),
      greyed: all,
      hint: names.length === 0 ? undefined : t('notTaken', { models: names.join(', ') }),
    };
  };
  const penalty = (value: number) =>
    value >= -2 && value <= 2 ? undefined : t('notInRange', { from: -2, to: 2 });
  return (
    <div className="grid max-w-140 grid-cols-2 gap-3 py-1 @xl/editor:grid-cols-4">
      <NumberSetting
        label={t('temperature')}
        value={settings.temperature}
        {...of('temperature')}
        check={(value) => (value >= 0 && value <= 10 ? undefined : t('notInRange', { from: 0, to: 10 }))}
        onChange={(temperature) => change({ temperature })}
      />
      <NumberSetting
        label={t('topP')}
        value={settings.topP}
        {...of('topP')}
        check={(value) => (value >= 0 && value <= 1 ? undefined : t('notInRange', { from: 0, to: 1 }))}
        onChange={(topP) => change({ topP })}
      />
      <NumberSetting
        label={t('maxOutput')}
        value={settings.maxOutputTokens}
        {...of('maxOutputTokens')}
        check={(value) =>
          Number.isInteger(value) && value >= 1 && value <= most
            ? undefined
            : t('notWhole', { from: 1, to: most })
        }
        onChange={(maxOutputTokens) => change({ maxOutputTokens })}
      />
      <NumberSetting
        label={t('seed')}
        value={settings.seed}
        {...of('seed')}
        check={(value) => (Number.isSafeInteger(value) ? undefined : t('notWholeAny'))}
        onChange={(seed) => change({ seed })}
      />
      <NumberSetting
        label={t('topK')}
        value={settings.topK}
        {...of('topK')}
        check={(value) =>
          Number.isInteger(value) && value >= 1 && value <= 10_000
            ? undefined
            : t('notWhole', { from: 1, to: 10_000 })
        }
        onChange={(topK) => change({ topK })}
      />
      <NumberSetting
        label={t('frequencyPenalty')}
        value={settings.frequencyPenalty}
        {...of('frequencyPenalty')}
        check={penalty}
        onChange={(frequencyPenalty) => change({ frequencyPenalty })}
      />
      <NumberSetting
        label={t('presencePenalty')}
        value={settings.presencePenalty}
        {...of('presencePenalty')}
        check={penalty}
        onChange={(presencePenalty) => change({ presencePenalty })}
      />
      <NumberSetting
        label={t('minP')}
        value={settings.minP}
        {...of('minP')}
        check={within('minP')}
        onChange={(minP) => change({ minP })}
      />
      <NumberSetting
        label={t('repetitionPenalty')}
        value={settings.repetitionPenalty}
        {...of('repetitionPenalty')}
        check={within('repetitionPenalty')}
        onChange={(repetitionPenalty) => change({ repetitionPenalty })}
      />
      <NumberSetting
        label={t('reasoningTokens')}
        value={settings.reasoningTokens}
        {...of('reasoningTokens')}
        check={within('reasoningTokens')}
        onChange={(reasoningTokens) => change({ reasoningTokens })}
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
  if (value >= from && value <= to && (!whole || Number.isInteger(value))) return undefined;
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
  check: (value: number) => string | undefined;
  onChange: (value: number | undefined) => void;
};

/** A number that may be left to somebody else: an empty field is undefined. */
export function NumberSetting({ label, value, locked, greyed, hint, check, onChange }: NumberSettingProps) {
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
      placeholder={t('optionNone')}
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
