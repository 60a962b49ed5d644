import type { Assertion } from '@promptvault/document/assertions';
import { Select } from '../../../../ui/select.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useModels } from '../../models/index.ts';
import { t } from '../state/case-messages.ts';

type EmbeddingModel = Extract<Assertion, { kind: 'meaning' }>['model'];

/** What a provider's embedding model is usually called; null where it has none. */
const usual = {
  openai: 'text-embedding-3-small',
  google: 'gemini-embedding-001',
  openai_compatible: 'nomic-embed-text',
  anthropic: null,
} as const;

type EmbeddingFieldsProps = { model: EmbeddingModel; onChange: (model: EmbeddingModel) => void };

/** The connection and the name of a model that makes vectors of texts: such models do not stand among those that answer. */
export function EmbeddingFields({ model, onChange }: EmbeddingFieldsProps) {
  const { connections } = useModels();
  const able = connections.filter(({ provider }) => usual[provider] !== null);
  const at = (connectionId: string) => able.find(({ id }) => id === connectionId);
  const choose = (connectionId: string) => {
    const before = at(model.connectionId);
    const isOwn = model.model !== '' && model.model !== (before && usual[before.provider]);
    const chosen = at(connectionId);
    onChange({ connectionId, model: isOwn ? model.model : ((chosen && usual[chosen.provider]) ?? '') });
  };
  return (
    <div className="flex items-start gap-2 max-sm:flex-col max-sm:items-stretch">
      <Select
        label={t('embeddingConnection')}
        hint={able.length === 0 ? t('noEmbeddings') : undefined}
        className="flex-1"
        value={model.connectionId}
        options={[
          ...(at(model.connectionId) ? [] : [{ value: model.connectionId, label: t('chooseConnection') }]),
          ...able.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(event) => choose(event.target.value)}
      />
      <TextField
        label={t('embeddingModel')}
        mono
        className="flex-1"
        maxLength={200}
        value={model.model}
        onChange={(event) => onChange({ ...model, model: event.target.value })}
      />
    </div>
  );
}
