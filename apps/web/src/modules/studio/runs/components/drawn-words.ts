import type { VoteResultView } from '@promptvault/contract/studio/runs/shapes';
import { strategyName } from '../../models/index.ts';
import { t } from '../messages.ts';

/** What a sample was drawn with, in a word; undefined where only the model knows. */
export function drawnText({ drawn }: Pick<VoteResultView['samples'][number], 'drawn'>): string | undefined {
  if (!drawn) return undefined;
  const { sampling, temperature } = drawn;
  if (sampling !== null) return strategyName(sampling);
  return temperature === null ? undefined : t('drawnAt', { degree: String(temperature) });
}
