import { Plus, Search, X } from 'lucide-react';
import { useState } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Skeleton } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import type { PrivateConnection } from '../state/private-keys.ts';
import { t } from '../state/private-messages.ts';
import type { PrivateChoice } from '../state/private-mode.ts';
import { placeProblem } from '../state/private-words.ts';
import { useCountsTold, usePrivateConnections } from '../state/use-private.ts';
import { PrivateConnectionDialog } from './private-connection-dialog.tsx';

type Props = { chosen: readonly PrivateChoice[]; onChange: (chosen: readonly PrivateChoice[]) => void };

const isSame = (a: PrivateChoice, b: PrivateChoice) =>
  a.connectionId === b.connectionId && a.model === b.model;

/** The models a prompt is run on privately: those chosen of this browser's connections, and a search for more. */
export function PrivateModels({ chosen, onChange }: Props) {
  const { connections, isPending, error } = usePrivateConnections();
  const [adding, setAdding] = useState(false);
  useCountsTold();
  if (error)
    return (
      <ProblemMessage>
        {t('connectionsFailed')}. {t('connectionsFailedHint')}
      </ProblemMessage>
    );
  if (isPending) return <Skeleton className="my-2 w-2/3" />;
  return (
    <div className="grid grid-cols-[minmax(0,1fr)] gap-1">
      {chosen.length === 0 && (
        <p className="py-1 text-ink-3">
          {connections.length === 0 ? t('noConnectionsHint') : t('noneChosen')}
        </p>
      )}
      <ul aria-label={t('heading')}>
        {chosen.map((choice) => (
          <Chosen
            key={`${choice.connectionId} ${choice.model}`}
            choice={choice}
            connection={connections.find(({ id }) => id === choice.connectionId)}
            onRemove={() => onChange(chosen.filter((one) => !isSame(one, choice)))}
          />
        ))}
      </ul>
      <div className="flex flex-wrap items-center gap-1">
        {connections.length > 0 && (
          <Popover
            label={t('chooseModels')}
            className="w-88 max-w-[calc(100vw-2rem)] p-0!"
            trigger={(props) => (
              <Button {...props} size="small" kind="quiet" icon={<Plus />} className="-ml-2">
                {t('addModel')}
              </Button>
            )}
          >
            <Choices connections={connections} chosen={chosen} onChange={onChange} />
          </Popover>
        )}
        <Button
          size="small"
          kind="quiet"
          icon={<Plus />}
          className={connections.length === 0 ? '-ml-2' : undefined}
          onClick={() => setAdding(true)}
        >
          {t('addConnection')}
        </Button>
      </div>
      {adding && <PrivateConnectionDialog onClose={() => setAdding(false)} />}
    </div>
  );
}

type ChosenProps = {
  choice: PrivateChoice;
  connection: PrivateConnection | undefined;
  onRemove: () => void;
};

function Chosen({ choice, connection, onRemove }: ChosenProps) {
  const trouble = connection ? placeProblem(connection, location) : t('connectionGone');
  return (
    <li className="flex items-start gap-2 py-0.5">
      <div className="min-w-0 flex-1 py-1">
        <span className="block truncate font-mono text-12">{choice.model}</span>
        <p className={trouble ? 'text-12 text-warn' : 'truncate text-12 text-ink-3'}>
          {trouble ?? connection?.name}
        </p>
      </div>
      <IconButton
        size="small"
        label={t('removeModel', { name: choice.model })}
        icon={<X />}
        onClick={onRemove}
      />
    </li>
  );
}

/** A long list is looked through by typing. */
const mostShown = 100;

type ChoicesProps = Props & { connections: readonly PrivateConnection[] };

/** All models by connection; what is typed narrows, and names one that its connection does not list. */
function Choices({ connections, chosen, onChange }: ChoicesProps) {
  const [query, setQuery] = useState('');
  const wanted = query.trim();
  const toggle = (choice: PrivateChoice) =>
    onChange(
      chosen.some((one) => isSame(one, choice))
        ? chosen.filter((one) => !isSame(one, choice))
        : [...chosen, choice],
    );
  return (
    <div className="flex max-h-[min(60dvh,26rem)] flex-col">
      <div className="border-b border-line p-2">
        <TextField
          label={t('searchModels')}
          hideLabel
          icon={<Search />}
          placeholder={t('searchModels')}
          value={query}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => setQuery(event.target.value)}
        />
      </div>
      <div className="min-h-0 flex-1 overflow-auto px-3 py-2">
        {connections.map(({ id, name, models }) => {
          const hits = models.filter((model) => model.toLowerCase().includes(wanted.toLowerCase()));
          const own = { connectionId: id, model: wanted };
          return (
            <fieldset key={id} className="mb-2 grid grid-cols-[minmax(0,1fr)]">
              <legend className="mb-1 text-12 text-ink-3">{name}</legend>
              {hits.slice(0, mostShown).map((model) => (
                <Checkbox
                  key={model}
                  className="py-0.5 font-mono text-12"
                  label={model}
                  checked={chosen.some((one) => isSame(one, { connectionId: id, model }))}
                  onChange={() => toggle({ connectionId: id, model })}
                />
              ))}
              {wanted !== '' && !models.includes(wanted) && (
                <Button
                  size="small"
                  kind="quiet"
                  icon={<Plus />}
                  className="-ml-1 w-fit max-w-full"
                  onClick={() => toggle(own)}
                >
                  {t('useNamed', { model: wanted })}
                </Button>
              )}
            </fieldset>
          );
        })}
      </div>
      <div className="border-t border-line px-3 py-2 text-right text-12">
        <PageLink to="/settings/private-runs">{t('manage')}</PageLink>
      </div>
    </div>
  );
}
