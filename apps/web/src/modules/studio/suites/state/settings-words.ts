import type { Settings } from '@promptvault/document';
import { strategyName } from '../../models/index.ts';
import { t } from '../messages.ts';
import { numberFields } from './settings-draft.ts';

/** What a group of settings says, in the words of its form; empty where it leaves all to the prompt. */
export function settingsWords(settings: Settings): string {
  const { sampling, reasoningEffort, stop } = settings;
  const said = [
    sampling && strategyName(sampling),
    ...numberFields.map((field) => settings[field] !== undefined && `${t(field)}: ${settings[field]}`),
    reasoningEffort && `${t('reasoningEffort')}: ${t(`effort_${reasoningEffort}`)}`,
    stop && stop.length > 0 && `${t('stopSequences')}: ${stop.map((one) => JSON.stringify(one)).join(', ')}`,
  ];
  return said.filter((words) => typeof words === 'string' && words !== '').join(' · ');
}
