import type { Settings } from '@promptvault/document';
import { useState } from 'react';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import { changeSettings } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';

type SettingsPanelProps = { settings: Settings; editing: DraftEditing | undefined };

const most = 10_000_000;

/** What the model is told besides the text. An empty field leaves it to the model. */
export function SettingsPanel({ settings, editing }: SettingsPanelProps) {
  const change = (next: Partial<Settings>) => editing?.type(changeSettings(next));
  const locked = !editing;
  return (
    <div className="grid max-w-140 grid-cols-2 gap-3 py-1 @xl/editor:grid-cols-4">
      <NumberSetting
        label={t('temperature')}
        value={settings.temperature}
        locked={locked}
        check={(value) => (value >= 0 && value <= 10 ? undefined : t('notInRange', { from: 0, to: 10 }))}
        onChange={(temperature) => change({ temperature })}
      />
      <NumberSetting
        label={t('topP')}
        value={settings.topP}
        locked={locked}
        check={(value) => (value >= 0 && value <= 1 ? undefined : t('notInRange', { from: 0, to: 1 }))}
        onChange={(topP) => change({ topP })}
      />
      <NumberSetting
        label={t('maxOutput')}
        value={settings.maxOutputTokens}
        locked={locked}
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
        locked={locked}
        check={(value) => (Number.isSafeInteger(value) ? undefined : t('notWholeAny'))}
        onChange={(seed) => change({ seed })}
      />
      <StopSetting stop={settings.stop} locked={locked} onChange={(stop) => change({ stop })} />
    </div>
  );
}

type NumberSettingProps = {
  label: string;
  value: number | undefined;
  locked: boolean;
  check: (value: number) => string | undefined;
  onChange: (value: number | undefined) => void;
};

function NumberSetting({ label, value, locked, check, onChange }: NumberSettingProps) {
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

type StopSettingProps = {
  stop: string[] | undefined;
  locked: boolean;
  onChange: (stop: string[] | undefined) => void;
};

function StopSetting({ stop, locked, onChange }: StopSettingProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? stop?.join('\n') ?? '';
  const lines = text.split('\n').filter((line) => line !== '');
  return (
    <TextArea
      label={t('stop')}
      hint={t('stopHint')}
      mono
      rows={1}
      className="col-span-full [&_textarea]:min-h-8!"
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
