/** A group of settings of the model as a form holds it, and back. */
import {
  type NumberSettingName,
  REASONING_EFFORTS,
  SAMPLING_STRATEGY_NAMES,
  SETTING_BOUNDS,
  type Settings,
} from '@promptvault/document';
import { t } from '../messages.ts';

export type NumberField = NumberSettingName;
export const numberFields = Object.keys(SETTING_BOUNDS) as NumberField[];
export type SettingField = NumberField | 'reasoningEffort' | 'sampling' | 'stop';
const mostStops = 16;

export const settingsDraftOf = (settings: Settings): Record<SettingField, string> => ({
  ...(Object.fromEntries(
    numberFields.map((field) => [field, settings[field] === undefined ? '' : String(settings[field])]),
  ) as Record<NumberField, string>),
  reasoningEffort: settings.reasoningEffort ?? '',
  sampling: settings.sampling ?? '',
  stop: settings.stop?.join('\n') ?? '',
});

const read = (text: string) => Number(text.trim().replace(',', '.'));
const stopsOf = (text: string) => text.split('\n').filter((line) => line !== '');

/** What is wrong, by field; an empty field leaves it to the prompt. */
export function settingFaults(draft: Record<SettingField, string>): Partial<Record<SettingField, string>> {
  const faults: Partial<Record<SettingField, string>> = {};
  for (const field of numberFields) {
    const { from, to, whole } = SETTING_BOUNDS[field];
    if (draft[field].trim() === '') continue;
    const value = read(draft[field]);
    if (!(value >= from && value <= to) || (whole && !Number.isSafeInteger(value)))
      faults[field] = field === 'seed' ? t('notWhole') : t('notNumber', { from, to });
  }
  if (stopsOf(draft.stop).length > mostStops) faults.stop = t('tooManyStops', { most: mostStops });
  return faults;
}

/** What is sent; only of a draft without faults. */
export function settingsOf(draft: Record<SettingField, string>): Settings {
  const stop = stopsOf(draft.stop);
  const reasoningEffort = REASONING_EFFORTS.find((each) => each === draft.reasoningEffort);
  const sampling = SAMPLING_STRATEGY_NAMES.find((each) => each === draft.sampling);
  return {
    ...(sampling && { sampling }),
    ...Object.fromEntries(
      numberFields.filter((field) => draft[field].trim() !== '').map((field) => [field, read(draft[field])]),
    ),
    ...(reasoningEffort && { reasoningEffort }),
    ...(stop.length > 0 && { stop }),
  };
}
