import type { AbilityName } from '@promptvault/contract/studio/models/shapes';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { t } from '../messages.ts';
import { abilityNames } from './model-words.ts';

const needLabels = {
  vision: () => t('visionLabel'),
  pdf: () => t('pdfLabel'),
  tools: () => t('toolsLabel'),
  schema: () => t('schemaLabel'),
  reasoning: () => t('reasoningLabel'),
};

type TaskChipsProps = {
  needs: readonly AbilityName[];
  onNeeds: (needs: readonly AbilityName[]) => void;
  suggesting: boolean;
  onSuggesting: (suggesting: boolean) => void;
};

/** What the task needs: then the models that can do it are suggested, the cheapest first. */
export function TaskChips({ needs, onNeeds, suggesting, onSuggesting }: TaskChipsProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={t('taskNeeds')} className="flex flex-wrap gap-1 border-b border-line p-2">
      <ChipToggle pressed={suggesting} onPress={() => onSuggesting(!suggesting)}>
        {t('suggest')}
      </ChipToggle>
      {abilityNames.map((name) => (
        <ChipToggle
          key={name}
          pressed={needs.includes(name)}
          onPress={() =>
            onNeeds(needs.includes(name) ? needs.filter((need) => need !== name) : [...needs, name])
          }
        >
          {needLabels[name]()}
        </ChipToggle>
      ))}
    </div>
  );
}
