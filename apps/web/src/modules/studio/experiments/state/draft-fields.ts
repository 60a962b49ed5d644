import { t } from '../messages.ts';
import type { ExperimentDraft } from './experiment-draft.ts';

/** What each part of the form is given. */
export type FieldsProps = {
  draft: ExperimentDraft;
  change: (part: Partial<ExperimentDraft>) => void;
  faults: Record<string, string>;
};

export const measures = () => [
  { value: 'share', label: t('share') },
  { value: 'mean', label: t('mean') },
];
