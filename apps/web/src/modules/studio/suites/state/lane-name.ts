import type { SuiteLane } from '../api/suites.ts';
import { t } from './report-messages.ts';
import { settingsWords } from './settings-words.ts';

type Named = Pick<SuiteLane, 'index' | 'version' | 'model' | 'settings'>;

export const laneName = ({ version, model }: Pick<Named, 'version' | 'model'>) =>
  t('laneName', { version, model });

/** With its settings where a lane beside it has the same version and model. */
export function fullLaneName(lane: Named, all: readonly Named[]): string {
  const hasTwin = all.some(
    ({ index, version, model }) => index !== lane.index && version === lane.version && model === lane.model,
  );
  return hasTwin
    ? `${laneName(lane)} · ${settingsWords(lane.settings) || t('settingsNone')}`
    : laneName(lane);
}
