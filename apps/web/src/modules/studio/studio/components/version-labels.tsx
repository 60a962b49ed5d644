import { useQuery } from '@tanstack/react-query';
import { Lock, Tag } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Chip, type ChipTone } from '../../../../ui/chip.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { labelRulesQuery } from '../../../vault/prompts/index.ts';
import { type Label, useLabelChanges } from '../api/labels.ts';
import { labelsQuery, type Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { useMoveLabel, writeTargets } from '../state/use-move-label.ts';

type VersionLabelsProps = { prompt: Prompt; version: number; names: readonly string[] };

export const toneOfLabel = (name: string): ChipTone => (name === 'production' ? 'ok' : 'plain');

/** The labels on a version, and the way to put one there. */
export function VersionLabels({ prompt, version, names }: VersionLabelsProps) {
  return (
    <span className="flex shrink-0 items-center gap-1 max-md:hidden">
      {names.map((name) => (
        <Chip key={name} tone={toneOfLabel(name)}>
          {name}
        </Chip>
      ))}
      {(prompt.may.publish || prompt.may.write) && (
        <Popover
          label={t('labelVersion', { number: version })}
          align="end"
          className="w-72"
          trigger={(trigger) => (
            <IconButton
              {...trigger}
              size="small"
              className="opacity-0 pointer-coarse:opacity-100 group-hover/row:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100"
              label={t('labelVersion', { number: version })}
              icon={<Tag />}
            />
          )}
        >
          {(close) => <LabelChoice prompt={prompt} version={version} onClose={close} />}
        </Popover>
      )}
    </span>
  );
}

type LabelChoiceProps = { prompt: Prompt; version: number; onClose: () => void };

const usual = ['production', 'staging'];

type Offered = Pick<Label, 'name' | 'revision' | 'targets' | 'protection'>;

/** A label is moved at once; a protected one is asked for. */
function LabelChoice({ prompt, version, onClose }: LabelChoiceProps) {
  const { data, error } = useQuery(labelsQuery(prompt.id));
  const { data: rules } = useQuery(labelRulesQuery);
  const { move } = useMoveLabel(prompt.id);
  const [name, setName] = useState('');
  const [asking, setAsking] = useState<Offered>();
  if (error) return <ProblemMessage>{error.message}</ProblemMessage>;
  if (!data || !rules) return <SkeletonRows rows={2} />;
  const known = data.items.filter(({ isComputed }) => !isComputed);
  const unset = (each: string): Offered => ({
    name: each,
    revision: 0,
    targets: [],
    protection: rules.find(({ label }) => label === each) ?? null,
  });
  const offered: Offered[] = [
    ...known,
    ...usual.filter((each) => !known.some((label) => label.name === each)).map(unset),
  ];
  const needsAsking = ({ protection }: Offered) => protection !== null && protection.approvals > 0;
  const put = (label: Offered) => {
    if (needsAsking(label)) return setAsking(label);
    onClose();
    void move(label, [{ version, weight: 1 }]);
  };
  if (asking) return <AskForm prompt={prompt} label={asking} version={version} onClose={onClose} />;
  const written = name.trim().toLowerCase();
  return (
    <div className="grid gap-2">
      <ul className="grid gap-0.5">
        {offered.map((label) => {
          const isHere = label.targets.length === 1 && label.targets[0]?.version === version;
          return (
            <li key={label.name}>
              <button
                type="button"
                disabled={isHere || (!prompt.may.publish && !needsAsking(label))}
                onClick={() => put(label)}
                className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-raise disabled:opacity-60"
              >
                <Chip tone={toneOfLabel(label.name)}>{label.name}</Chip>
                {needsAsking(label) && (
                  <Lock aria-label={t('needsApproval')} className="size-3.5 shrink-0 text-ink-3" />
                )}
                <span className="ml-auto text-12 text-ink-3 tabular">
                  {isHere
                    ? t('labelHere')
                    : label.targets.length === 0
                      ? t('labelNew')
                      : t('labelNow', { at: writeTargets(label.targets) })}
                </span>
              </button>
            </li>
          );
        })}
      </ul>
      {prompt.may.publish && (
        <form
          className="flex items-end gap-2 border-t border-line pt-2"
          onSubmit={(event) => {
            event.preventDefault();
            if (written !== '') put(offered.find((label) => label.name === written) ?? unset(written));
          }}
        >
          <TextField
            label={t('ownLabel')}
            mono
            className="flex-1"
            value={name}
            maxLength={60}
            onChange={(event) => setName(event.target.value)}
          />
          <Button type="submit" disabled={written === ''}>
            {t('putLabel')}
          </Button>
        </form>
      )}
    </div>
  );
}

type AskFormProps = { prompt: Prompt; label: Offered; version: number; onClose: () => void };

function AskForm({ prompt, label, version, onClose }: AskFormProps) {
  const { ask } = useLabelChanges(prompt.id);
  const [note, setNote] = useState('');
  const send = async () => {
    try {
      await ask.mutateAsync({ ...label, targets: [{ version, weight: 1 }], note: note.trim() });
      toast({ text: t('moveAsked', { name: label.name }), tone: 'ok' });
      onClose();
    } catch {
      // Said above the field.
    }
  };
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        if (!ask.isPending) void send();
      }}
    >
      <p className="text-ink-2">
        {t('labelNeeds', { name: label.name, count: label.protection?.approvals ?? 1 })}
      </p>
      {ask.error && <ProblemMessage>{ask.error.message}</ProblemMessage>}
      <TextArea
        label={t('whyMove')}
        rows={2}
        autoFocus
        maxLength={2000}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      <Button type="submit" kind="primary" busy={ask.isPending} className="ml-auto w-fit">
        {t('askMove', { to: t('showing', { number: version }) })}
      </Button>
    </form>
  );
}
