import type { AbilityName } from '@promptvault/contract/studio/models/shapes';
import { Plus, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { choiceKey, type Model, type ModelChoice, type ModelConnection, useModels } from '../api/models.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { ModelSearch } from './model-search.tsx';
import { inputCost, priceText, windowText } from './model-words.ts';

type ModelPickerProps = {
  chosen: readonly ModelChoice[];
  onChange: (chosen: readonly ModelChoice[]) => void;
  /** Tokens of the prompt: shows what its input costs and where it does not fit. */
  inputTokens?: number;
  /** What the prompt needs of a model, for suggestions. */
  promptNeeds?: readonly AbilityName[];
  most?: number;
  /** Said where none is chosen. */
  hint?: string;
};

/** The models a prompt is run on: those chosen, each with its window and price, and a search for more. */
export function ModelPicker({
  chosen,
  onChange,
  inputTokens,
  promptNeeds,
  most = 8,
  hint = t('noneChosenHint'),
}: ModelPickerProps) {
  const { models, connections, find, isPending, error, retry } = useModels();
  if (error)
    return (
      <ErrorState title={t('modelsFailed')} reason={error.message} onRetry={retry} className="[&>div]:py-4" />
    );
  if (isPending)
    return (
      <div className="grid gap-3 py-2">
        <Skeleton className="w-2/3" />
        <Skeleton className="w-1/2" />
      </div>
    );
  const remove = (choice: ModelChoice) =>
    onChange(chosen.filter((each) => choiceKey(each) !== choiceKey(choice)));
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {chosen.length === 0 && (
        <p className="py-1 text-ink-3">{[t('noneChosen'), ...(hint ? [hint] : [])].join('. ')}</p>
      )}
      <ul aria-label={frameText('title')}>
        {chosen.map((choice) => (
          <ChosenModel
            key={choiceKey(choice)}
            choice={choice}
            model={find(choice)}
            connection={connections.find(({ id }) => id === choice.connectionId)}
            inputTokens={inputTokens}
            onRemove={() => remove(choice)}
          />
        ))}
      </ul>
      <Popover
        label={t('addModelTo')}
        className="w-88 max-w-[calc(100vw-2rem)] p-0!"
        trigger={(props) => (
          <Button {...props} size="small" kind="quiet" icon={<Plus />} className="-ml-2 w-fit">
            {t('addModel')}
          </Button>
        )}
      >
        <ModelSearch
          models={models}
          connections={connections}
          chosen={chosen}
          onChange={onChange}
          most={most}
          inputTokens={inputTokens}
          promptNeeds={promptNeeds}
        />
      </Popover>
    </div>
  );
}

type ChosenModelProps = {
  choice: ModelChoice;
  model: Model | undefined;
  connection: ModelConnection | undefined;
  inputTokens: number | undefined;
  onRemove: () => void;
};

function ChosenModel({ choice, model, connection, inputTokens, onRemove }: ChosenModelProps) {
  const name = model?.name ?? choice.model;
  const cost = model && inputTokens !== undefined ? inputCost(model, inputTokens) : null;
  const tooSmall =
    model?.contextWindow != null && inputTokens !== undefined && inputTokens > model.contextWindow;
  const trouble = troubleOf({ model, connection, tooSmallFor: tooSmall ? inputTokens : undefined });
  return (
    <li className="group/model flex items-start gap-2 py-0.5">
      <div className="min-w-0 flex-1 py-1">
        <div className="flex items-baseline gap-2">
          <span className="truncate font-mono text-12">
            {model?.ai === false ? model.model : choice.model}
          </span>
          {model?.ai === false && <span className="shrink-0 text-12 text-warn">{t('notAnAi')}</span>}
          <span className="ml-auto shrink-0 text-12 text-ink-2 tabular">
            {cost !== null && model?.ai
              ? t('inputEstimate', { cost: formatCost(cost) })
              : model && priceText(model)}
          </span>
        </div>
        {trouble ? (
          <p className="text-12 text-warn">{trouble}</p>
        ) : (
          model && (
            <p className="truncate text-12 text-ink-3">
              {model.ai
                ? `${model.chainId ? t('chain') : model.connectionName} · ${windowText(model)}`
                : t('echoHint')}
            </p>
          )
        )}
      </div>
      <IconButton size="small" label={t('removeModel', { name })} icon={<X />} onClick={onRemove} />
    </li>
  );
}

type Trouble = Pick<ChosenModelProps, 'model' | 'connection'> & { tooSmallFor: number | undefined };

/** Why a chosen model cannot be run, or will probably fail. */
function troubleOf({ model, connection, tooSmallFor }: Trouble): string | undefined {
  if (connection?.test?.ok === false) return t('noAnswer', { reason: connection.test.message ?? '' });
  if (!model) return connection ? t('goneFrom', { connection: connection.name }) : t('gone');
  return tooSmallFor === undefined ? undefined : t('tooSmall', { tokens: tooSmallFor });
}
