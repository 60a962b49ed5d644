import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Chip } from '../../../../ui/chip.tsx';
import { type Column, DataTable } from '../../../../ui/data-table.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCompact, formatCost } from '../../../../ui/format.ts';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { choiceKey, type Model, type ModelConnection, modelsQuery } from '../api/models.ts';
import { t } from '../messages.ts';
import { FactsDialog } from './facts-dialog.tsx';
import { abilityNames, dollars, priceText, windowText } from './model-words.ts';

const columns: readonly Column<Model>[] = [
  {
    key: 'model',
    title: t('columnModel'),
    width: 'minmax(0,2.2fr)',
    phone: 'title',
    cell: (model) => (
      <span title={model.model} className="block py-1">
        <span className="block truncate">{model.name}</span>
        {model.name !== model.model && (
          <span className="block truncate font-mono text-12 text-ink-3">{model.model}</span>
        )}
        <ModelMarks model={model} />
        <span className="block text-12 font-normal text-ink-3 md:hidden">
          {windowText(model)} · {priceText(model)}
        </span>
      </span>
    ),
  },
  {
    key: 'abilities',
    title: t('columnAbilities'),
    width: 'minmax(0,1.4fr)',
    phone: 'hidden',
    cell: ({ abilities }) => (
      <span className="text-12 text-ink-3">
        {abilityNames
          .filter((name) => abilities[name])
          .map((name) => t(name))
          .join(', ')}
      </span>
    ),
  },
  {
    key: 'window',
    title: t('columnWindow'),
    width: '64px',
    numeric: true,
    phone: 'hidden',
    cell: ({ contextWindow }) => formatCompact(contextWindow),
  },
  {
    key: 'input',
    title: t('columnInputPrice'),
    width: '84px',
    numeric: true,
    phone: 'hidden',
    cell: ({ price }) => formatCost(dollars(price?.inputMicroDollars ?? null)),
  },
  {
    key: 'output',
    title: t('columnOutputPrice'),
    width: '84px',
    numeric: true,
    phone: 'hidden',
    cell: ({ price }) => formatCost(dollars(price?.outputMicroDollars ?? null)),
  },
];

/** What can be run over a connection, with windows and prices. */
export function ConnectionModels(props: { connection: ModelConnection; mayManage: boolean }) {
  const { connection, mayManage } = props;
  const [said, setSaid] = useState<Model>();
  const { data, error, refetch, isFetching } = useQuery(modelsQuery);
  if (error)
    return <ErrorState reason={error.message} onRetry={() => void refetch()} retrying={isFetching} />;
  if (!data) return <SkeletonRows rows={3} />;
  const models = data.filter(({ connectionId }) => connectionId === connection.id);
  if (models.length === 0) return <p className="px-4 py-4 text-ink-3">{t('noModels')}</p>;
  return (
    <>
      {models[0]?.source === 'catalogue' && (
        <p className="px-4 pt-2 text-12 text-ink-3">{t('fromCatalogue')}</p>
      )}
      <DataTable
        label={t('modelsOf', { name: connection.name })}
        rows={models}
        keyOf={choiceKey}
        columns={columns}
        onOpen={mayManage ? setSaid : undefined}
        className="max-h-96"
      />
      {mayManage && <p className="px-4 py-2 text-12 text-ink-3">{t('factsHint')}</p>}
      {said && <FactsDialog model={said} onClose={() => setSaid(undefined)} />}
    </>
  );
}

/** What one should know before choosing it. */
function ModelMarks({ model: { outdated, retiresOn, facts } }: { model: Model }) {
  if (!outdated && !retiresOn && !facts) return null;
  return (
    <span className="mt-0.5 flex flex-wrap gap-1">
      {outdated && <Chip tone="warn">{t('outdated')}</Chip>}
      {retiresOn && !outdated && <Chip tone="warn">{t('retiresOn', { day: retiresOn })}</Chip>}
      {facts && <Chip>{t('ownFacts')}</Chip>}
    </span>
  );
}
