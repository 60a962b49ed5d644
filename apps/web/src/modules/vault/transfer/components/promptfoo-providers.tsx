import { Select } from '../../../../ui/select.tsx';
import { type Model, useModels } from '../../../studio/models/index.ts';
import type { PromptfooPreview, ProviderModels } from '../api/promptfoo.ts';
import { t } from '../messages.ts';

type PromptfooProvidersProps = {
  providers: PromptfooPreview['providers'];
  models: ProviderModels;
  onChange: (models: ProviderModels) => void;
};

const keyOf = ({ connectionId, model }: Pick<Model, 'connectionId' | 'model'>) =>
  `${connectionId ?? ''} ${model}`;

/** Which model here answers for each provider that the configuration names. */
export function PromptfooProviders({ providers, models, onChange }: PromptfooProvidersProps) {
  const known = useModels();
  const choices = known.models.filter(({ chainId }) => chainId === undefined);
  const nameOf = ({ connectionId, model }: Pick<Model, 'connectionId' | 'model'>) => {
    const connection = known.connections.find(({ id }) => id === connectionId);
    return connection ? `${model} · ${connection.name}` : model;
  };
  return (
    <div className="grid gap-4 md:grid-cols-2">
      {providers.map(({ id, label, model }) => {
        const chosen = models[id];
        return (
          <Select
            key={id}
            label={label}
            note={label === id ? undefined : id}
            hint={!chosen && !model ? t('standsIn') : undefined}
            value={chosen ? keyOf(chosen) : ''}
            onChange={({ target }) => {
              const { [id]: _, ...others } = models;
              const next = choices.find((one) => keyOf(one) === target.value);
              onChange(
                next ? { ...others, [id]: { connectionId: next.connectionId, model: next.model } } : others,
              );
            }}
            options={[
              { value: '', label: model ? t('asFound', { name: nameOf(model) }) : t('standIn') },
              ...choices.map((one) => ({ value: keyOf(one), label: nameOf(one) })),
            ]}
          />
        );
      })}
    </div>
  );
}
