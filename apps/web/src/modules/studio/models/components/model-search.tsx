// biome-ignore-all lint/a11y/useFocusableInteractive: the search field keeps the focus and names the active option
import type { AbilityName } from '@promptvault/contract/studio/models/shapes';
import { Search } from 'lucide-react';
import { type KeyboardEvent, useId, useState } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { classes } from '../../../../ui/classes.ts';
import { ErrorState } from '../../../../ui/error-state.tsx';
import { formatCost } from '../../../../ui/format.ts';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { choiceKey, choiceOf, type Model, type ModelChoice, type ModelConnection } from '../api/models.ts';
import { type ModelSuggestions, useModelSuggestions } from '../api/suggest-models.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { cutModels, groupModels, type ModelGroup, matchModels } from '../state/match-models.ts';
import { reasonCounts, suggestedAmong } from '../state/suggested-models.ts';
import { priceText, windowText } from './model-words.ts';
import { TaskChips } from './task-chips.tsx';

type ModelSearchProps = {
  models: readonly Model[];
  connections: readonly ModelConnection[];
  chosen: readonly ModelChoice[];
  onChange: (chosen: readonly ModelChoice[]) => void;
  most: number;
  /** Tokens of the prompt: what is too small for it is not suggested, and its length weighs the prices. */
  inputTokens?: number;
  /** What the prompt needs of a model: asked for when a model is to be suggested. */
  promptNeeds?: readonly AbilityName[];
};

/** All models by connection; typing narrows, arrows move, Enter chooses or lets go. */
export function ModelSearch(props: ModelSearchProps) {
  const { models, connections, chosen, onChange, most, inputTokens, promptNeeds = [] } = props;
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const id = useId();
  const [needs, setNeeds] = useState<readonly AbilityName[]>([]);
  const [asked, setAsked] = useState(false);
  const suggesting = asked || needs.length > 0;
  const suggestions = useModelSuggestions(suggesting ? { needs, inputTokens } : undefined);
  const matching = matchModels(models, query);
  const suggested = suggesting && suggestions.data ? suggestedAmong(matching, suggestions.data) : [];
  const costs = new Map(suggested.map(({ model, cost }) => [choiceKey(model), cost]));
  const { hits, more } = cutModels(suggesting ? suggested.map(({ model }) => model) : matching);
  const groups = suggesting ? inOneGroup(hits) : groupModels(hits);
  const ordered = groups.flatMap((group) => group.models);
  const chosenKeys = new Set(chosen.map(choiceKey));
  const full = chosen.length >= most;
  const toggle = (model: Model) => {
    const key = choiceKey(model);
    if (chosenKeys.has(key)) onChange(chosen.filter((each) => choiceKey(each) !== key));
    else if (!full) onChange([...chosen, choiceOf(model)]);
  };
  const go = (next: number) => {
    const index = Math.max(0, Math.min(ordered.length - 1, next));
    setAt(index);
    document.getElementById(`${id}-${index}`)?.scrollIntoView({ block: 'nearest' });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const model = ordered[at];
    if (event.key === 'ArrowDown') go(at + 1);
    else if (event.key === 'ArrowUp') go(at - 1);
    else if (event.key === 'Enter' && model) toggle(model);
    else return;
    event.preventDefault();
  };
  return (
    <div className="flex max-h-[min(60dvh,26rem)] flex-col">
      <div className="border-b border-line p-2">
        <TextField
          label={t('searchModels')}
          hideLabel
          icon={<Search />}
          placeholder={t('searchModels')}
          value={query}
          onChange={(event) => {
            setQuery(event.target.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
          role="combobox"
          aria-expanded
          aria-controls={`${id}-list`}
          aria-activedescendant={ordered[at] ? `${id}-${at}` : undefined}
          autoComplete="off"
        />
      </div>
      <TaskChips
        needs={needs}
        onNeeds={(next) => {
          setNeeds(next);
          setAt(0);
        }}
        suggesting={asked}
        onSuggesting={(next) => {
          setAsked(next);
          setNeeds(next ? [...new Set([...needs, ...promptNeeds])] : []);
          setAt(0);
        }}
      />
      <div
        id={`${id}-list`}
        role="listbox"
        aria-label={frameText('title')}
        aria-multiselectable
        className="min-h-0 flex-1 overflow-auto p-1"
      >
        {groups.map((group) => (
          // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped by role
          <div key={group.key} role="group" aria-label={groupName(group)}>
            <div aria-hidden="true" className="px-2 pt-2 pb-1 text-12 text-ink-3">
              {groupName(group)}
            </div>
            <ConnectionTrouble connection={connections.find((each) => each.id === group.connectionId)} />
            {group.models.map((model) => {
              const index = ordered.indexOf(model);
              const isChosen = chosenKeys.has(choiceKey(model));
              return (
                <ModelOption
                  key={choiceKey(model)}
                  id={`${id}-${index}`}
                  model={model}
                  cost={suggesting ? (costs.get(choiceKey(model)) ?? null) : undefined}
                  chosen={isChosen}
                  active={index === at}
                  disabled={full && !isChosen}
                  onPoint={() => setAt(index)}
                  onToggle={() => toggle(model)}
                />
              );
            })}
          </div>
        ))}
      </div>
      {suggesting && suggestions.isPending && <SkeletonRows rows={3} />}
      {suggesting && suggestions.error && (
        <ErrorState
          compact
          reason={suggestions.error.message}
          onRetry={() => void suggestions.refetch()}
          retrying={suggestions.isFetching}
        />
      )}
      {hits.length === 0 && (!suggesting || suggestions.isSuccess) && (
        <p className="px-3 pb-3 text-ink-3">
          {suggesting && query === '' ? t('noneSuggested') : t('noMatch', { query })}
        </p>
      )}
      {suggesting && suggestions.data && <LeftOut suggestions={suggestions.data} />}
      {connections.length === 0 && query === '' && (
        <p className="px-3 pb-2 text-12 text-ink-3">{t('noneOffered')}</p>
      )}
      <div className="flex items-center justify-between gap-3 border-t border-line px-3 py-2 text-12 text-ink-3">
        <span role="status">
          {full ? t('atMost', { most }) : more > 0 ? t('moreModels', { count: more }) : ''}
        </span>
        <PageLink to="/settings/models">
          {connections.length === 0 ? t('connectProvider') : t('manageConnections')}
        </PageLink>
      </div>
    </div>
  );
}

/** Across all connections, in the order of the suggestion. */
const inOneGroup = (models: Model[]): ModelGroup[] =>
  models.length === 0 ? [] : [{ key: 'suggested', connectionId: null, name: '', models }];

const reasonsShown = 3;

/** How many models are not suggested, and what most of them lack. */
function LeftOut({ suggestions }: { suggestions: ModelSuggestions }) {
  const { models, reasons } = reasonCounts(suggestions);
  if (models === 0) return null;
  const named = reasons.slice(0, reasonsShown).map(({ reason, count }) => `${count} ${t(reason)}`);
  const text = t('leftOut', { count: models, reasons: named.join(', ') });
  return <p className="border-t border-line px-3 py-2 text-12 text-ink-3">{text}</p>;
}

const groupName = ({ key, connectionId, name }: ModelGroup) =>
  key === 'suggested'
    ? t('suggested')
    : key === 'chains'
      ? t('chains')
      : connectionId === null
        ? t('builtIn')
        : name;

function ConnectionTrouble({ connection }: { connection: ModelConnection | undefined }) {
  if (connection?.test?.ok !== false) return null;
  return (
    <p className="px-2 pb-1 text-12 text-warn">{t('noAnswer', { reason: connection.test.message ?? '' })}</p>
  );
}

type ModelOptionProps = {
  id: string;
  model: Model;
  /** What a call costs, in dollars, where the model is suggested; null: nobody knows. */
  cost: number | null | undefined;
  chosen: boolean;
  active: boolean;
  disabled: boolean;
  onPoint: () => void;
  onToggle: () => void;
};

function ModelOption(props: ModelOptionProps) {
  const { id, model, cost, chosen, active, disabled, onPoint, onToggle } = props;
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the search field
    <div
      id={id}
      role="option"
      aria-selected={chosen}
      aria-disabled={disabled || undefined}
      onPointerMove={onPoint}
      onClick={onToggle}
      className={classes(
        'flex items-center gap-2 rounded-md px-2 py-1 aria-disabled:opacity-50',
        active && 'bg-raise',
      )}
    >
      <svg
        aria-hidden="true"
        viewBox="0 0 16 16"
        className={classes('size-4 shrink-0 text-accent-ink', !chosen && 'invisible')}
      >
        <path d="m3.5 8.5 3 3 6-7" fill="none" stroke="currentColor" strokeWidth="1.75" />
      </svg>
      <div className="min-w-0 flex-1">
        <div className="flex items-baseline gap-2">
          <span className="truncate">{model.ai ? model.name : t('echoName')}</span>
          {!model.ai && <span className="shrink-0 text-12 text-warn">{t('notAnAi')}</span>}
          {model.outdated && <span className="shrink-0 text-12 text-warn">{t('outdated')}</span>}
        </div>
        <p className="truncate text-12 text-ink-3">
          {cost !== undefined
            ? `${costText(cost)} · ${windowText(model)} · ${model.connectionName}`
            : model.ai
              ? `${windowText(model)} · ${priceText(model)}`
              : t('echoHint')}
        </p>
      </div>
    </div>
  );
}

const costText = (cost: number | null) =>
  cost === null ? t('priceUnknown') : cost === 0 ? t('free') : t('callEstimate', { cost: formatCost(cost) });
