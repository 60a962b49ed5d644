import type { ConnectionProvider } from '@promptvault/contract/studio/models/shapes';
import { classes } from '../../../../ui/classes.ts';
import { rove } from '../../../../ui/rove.ts';
import { t } from '../messages.ts';
import { providers } from '../state/connection-schema.ts';

const hints = {
  openai: () => t('openaiHint'),
  anthropic: () => t('anthropicHint'),
  google: () => t('googleHint'),
  openai_compatible: () => t('compatibleHint'),
};

type ProviderChoiceProps = { value: ConnectionProvider; onChange: (provider: ConnectionProvider) => void };

/** Whose models: four cards, one of them chosen. */
export function ProviderChoice({ value, onChange }: ProviderChoiceProps) {
  return (
    <div
      role="radiogroup"
      aria-label={t('provider')}
      onKeyDown={(event) => rove(event, '[role=radio]')?.click()}
      className="grid grid-cols-2 gap-2"
    >
      {providers.map((provider) => (
        // biome-ignore lint/a11y/useSemanticElements: a radio input cannot hold a name and a hint as one target
        <button
          key={provider}
          type="button"
          role="radio"
          aria-checked={provider === value}
          tabIndex={provider === value ? 0 : -1}
          onClick={() => onChange(provider)}
          className={classes(
            'flex flex-col rounded-md border px-3 py-2 text-left transition-colors',
            provider === value
              ? 'border-accent bg-accent-weak text-accent-ink'
              : 'border-edge hover:bg-raise',
          )}
        >
          <span className="block font-medium">{t(provider)}</span>
          <span className={classes('block text-12', provider === value ? 'text-accent-ink' : 'text-ink-3')}>
            {hints[provider]()}
          </span>
        </button>
      ))}
    </div>
  );
}
