import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { type FormEvent, useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { useChainChanges } from '../api/chain-changes.ts';
import { choiceKey, type ModelChain, type ModelChoice, useModels } from '../api/models.ts';
import { t } from '../messages.ts';
import { ModelSearch } from './model-search.tsx';

const most = 5;

/** A chain's name and the order of its models. */
export function ChainDialog({ chain, onClose }: { chain: ModelChain | undefined; onClose: () => void }) {
  const id = useId();
  const { save } = useChainChanges();
  const [name, setName] = useState(chain?.name ?? '');
  const [steps, setSteps] = useState<readonly ModelChoice[]>(chain?.steps ?? []);
  const [tried, setTried] = useState(false);
  const tooFew = steps.length < 2;
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (name.trim() === '' || tooFew) return;
    const values = {
      name: name.trim(),
      steps: steps.map(({ connectionId, model }) => ({ connectionId, model })),
    };
    save.mutateAsync({ chain, values }).then(
      () => {
        onClose();
        toast({ tone: 'ok', text: t('chainSaved', { name: values.name }) });
      },
      // The refusal is shown above the buttons.
      () => undefined,
    );
  };
  return (
    <Dialog
      open
      onClose={onClose}
      steadfast={name !== (chain?.name ?? '') || steps !== (chain?.steps ?? steps)}
      title={chain ? t('editChain', { name: chain.name }) : t('addChain')}
      description={t('chainText')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={save.isPending}>
            {t('factsSave')}
          </Button>
        </>
      }
    >
      <form id={id} onSubmit={onSubmit} noValidate className="grid gap-4">
        <TextField
          label={t('name')}
          required
          autoComplete="off"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
          error={tried && name.trim() === '' ? t('nameNeeded') : undefined}
        />
        <Steps steps={steps} onChange={setSteps} />
        {tried && tooFew && <ProblemMessage>{t('chainTooShort')}</ProblemMessage>}
        {save.error && <ProblemMessage>{save.error.message}</ProblemMessage>}
      </form>
    </Dialog>
  );
}

type StepsProps = { steps: readonly ModelChoice[]; onChange: (steps: readonly ModelChoice[]) => void };

function Steps({ steps, onChange }: StepsProps) {
  const { models, connections } = useModels();
  const personal = new Set(connections.filter((each) => each.personal).map((each) => each.id));
  const offered = models.filter(
    ({ chainId, connectionId }) => chainId === undefined && !personal.has(connectionId ?? ''),
  );
  const nameOf = (connectionId: string | null) =>
    connectionId === null
      ? t('builtIn')
      : (connections.find((each) => each.id === connectionId)?.name ?? t('stepGone'));
  const move = (from: number, to: number) => {
    const next = [...steps];
    next.splice(to, 0, ...next.splice(from, 1));
    onChange(next);
  };
  return (
    <div>
      <ol aria-label={t('chainOrder')} className="grid gap-1">
        {steps.map((step, index) => (
          <li
            key={choiceKey(step)}
            className="flex items-center gap-2 rounded-md border border-line py-1 pr-1 pl-3"
          >
            <span className="w-4 text-12 text-ink-3 tabular">{index + 1}</span>
            <span className="min-w-0 flex-1 truncate">
              <span className="font-mono text-12">{step.model}</span>{' '}
              <span className="text-12 text-ink-3">{nameOf(step.connectionId)}</span>
            </span>
            <IconButton
              size="small"
              label={t('moveUp', { name: step.model })}
              icon={<ArrowUp />}
              disabled={index === 0}
              onClick={() => move(index, index - 1)}
            />
            <IconButton
              size="small"
              label={t('moveDown', { name: step.model })}
              icon={<ArrowDown />}
              disabled={index === steps.length - 1}
              onClick={() => move(index, index + 1)}
            />
            <IconButton
              size="small"
              label={t('removeModel', { name: step.model })}
              icon={<X />}
              onClick={() => onChange(steps.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ol>
      <Popover
        label={t('addModelTo')}
        className="w-88 max-w-[calc(100vw-2rem)] p-0!"
        trigger={(props) => (
          <Button {...props} size="small" kind="quiet" icon={<Plus />} className="mt-1 -ml-2 w-fit">
            {t('addModel')}
          </Button>
        )}
      >
        <ModelSearch
          models={offered}
          connections={connections}
          chosen={steps}
          onChange={onChange}
          most={most}
        />
      </Popover>
    </div>
  );
}
