import { useQuery } from '@tanstack/react-query';
import { Tag } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Chip, type ChipTone } from '../../../../ui/chip.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { labelsQuery, type Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { useMoveLabel, writeTargets } from '../state/use-move-label.ts';

type VersionLabelsProps = { prompt: Prompt; version: number; names: readonly string[] };

const toneOf = (name: string): ChipTone => (name === 'production' ? 'ok' : 'plain');

/** The labels on a version, and the way to put one there. */
export function VersionLabels({ prompt, version, names }: VersionLabelsProps) {
  return (
    <span className="flex shrink-0 items-center gap-1 max-md:hidden">
      {names.map((name) => (
        <Chip key={name} tone={toneOf(name)}>
          {name}
        </Chip>
      ))}
      {prompt.may.publish && (
        <Popover
          label={t('labelVersion', { number: version })}
          align="end"
          className="w-72"
          trigger={(trigger) => (
            <IconButton
              {...trigger}
              size="small"
              className="opacity-0 group-hover/row:opacity-100 focus-visible:opacity-100 aria-expanded:opacity-100"
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

function LabelChoice({ prompt, version, onClose }: LabelChoiceProps) {
  const { data, error } = useQuery(labelsQuery(prompt.id));
  const { move } = useMoveLabel(prompt.id);
  const [name, setName] = useState('');
  if (error) return <ProblemMessage>{error.message}</ProblemMessage>;
  if (!data) return <SkeletonRows rows={2} />;
  const known = data.items.filter(({ isComputed }) => !isComputed);
  const offered = [
    ...known,
    ...usual
      .filter((each) => !known.some((label) => label.name === each))
      .map((each) => ({ name: each, revision: 0, targets: [] })),
  ];
  const put = (label: (typeof offered)[number]) => {
    onClose();
    move(label, [{ version, weight: 1 }]);
  };
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
                disabled={isHere}
                onClick={() => put(label)}
                className="flex w-full items-center gap-2 rounded-md px-2 py-1 text-left hover:bg-raise disabled:opacity-60"
              >
                <Chip tone={toneOf(label.name)}>{label.name}</Chip>
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
      <form
        className="flex items-end gap-2 border-t border-line pt-2"
        onSubmit={(event) => {
          event.preventDefault();
          if (written !== '')
            put(
              offered.find((label) => label.name === written) ?? { name: written, revision: 0, targets: [] },
            );
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
    </div>
  );
}
