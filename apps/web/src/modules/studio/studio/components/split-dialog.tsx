import { useInfiniteQuery } from '@tanstack/react-query';
import { Plus, Trash2 } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { graphQuery } from '../api/branches.ts';
import { type Label, useLabelChanges } from '../api/labels.ts';
import { t } from '../messages.ts';
import {
  evenShares,
  mostTargets,
  type Share,
  sharesOf,
  splitProblems,
  targetsOf,
} from '../state/split-shares.ts';
import { writeTargets } from '../state/use-move-label.ts';

type SplitDialogProps = { promptId: string; label: Label; onClose: () => void };

/** Where a label points, in shares. A protected one is asked for. */
export function SplitDialog({ promptId, label, onClose }: SplitDialogProps) {
  const id = useId();
  const { set, ask } = useLabelChanges(promptId);
  const graph = useInfiniteQuery(graphQuery(promptId));
  const [shares, setShares] = useState<Share[]>(() => sharesOf(label.targets));
  const [note, setNote] = useState('');
  const [isTried, setIsTried] = useState(false);
  const approvals = label.protection?.approvals ?? 0;
  const isAsked = approvals > 0;
  const problems = splitProblems(shares);
  const known = graph.data?.pages.flatMap(({ items }) => items.map(({ number }) => number)) ?? [];
  const numbers = [...new Set([...known, ...shares.map(({ version }) => version)])].sort((a, b) => b - a);
  const unused = numbers.find((number) => !shares.some(({ version }) => version === number));
  const change = (at: number, part: Partial<Share>) =>
    setShares((before) => before.map((share, index) => (index === at ? { ...share, ...part } : share)));
  const failure = set.error ?? ask.error;

  const save = async () => {
    setIsTried(true);
    const targets = targetsOf(shares);
    if (!targets || set.isPending || ask.isPending) return;
    const { name, revision } = label;
    try {
      if (isAsked) {
        await ask.mutateAsync({ name, revision, targets, note: note.trim() });
        toast({ text: t('moveAsked', { name }), tone: 'ok' });
      } else {
        const moved = await set.mutateAsync({ name, revision, targets });
        toast({
          text: t('labelMoved', { name, to: writeTargets(targets) }),
          tone: 'ok',
          onUndo: () =>
            void set
              .mutateAsync({ name, revision: moved.revision, targets: label.targets })
              .catch((error: Error) => toast({ text: error.message, tone: 'bad' })),
        });
      }
      onClose();
    } catch {
      // Said above the fields.
    }
  };
  return (
    <Dialog
      open
      steadfast
      onClose={onClose}
      title={t('splitLabel', { name: label.name })}
      description={t('splitHint')}
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button type="submit" form={id} kind="primary" busy={set.isPending || ask.isPending}>
            {isAsked ? t('askForSplit') : t('saveSplit')}
          </Button>
        </>
      }
    >
      <form
        id={id}
        noValidate
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        {isAsked && <p className="text-ink-2">{t('labelNeeds', { name: label.name, count: approvals })}</p>}
        {failure && <ProblemMessage>{failure.message}</ProblemMessage>}
        <ul className="grid gap-2">
          {shares.map((share, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row keeps its place while its version is chosen
            <li key={index} className="flex items-start gap-2">
              <Select
                label={t('splitVersion', { number: index + 1 })}
                hideLabel
                className="w-28"
                value={String(share.version)}
                options={numbers.map((number) => ({
                  value: String(number),
                  label: t('showing', { number }),
                }))}
                error={problems.versions[index]}
                onChange={(event) => change(index, { version: Number(event.target.value) })}
              />
              <TextField
                label={t('splitShare', { number: share.version })}
                hideLabel
                inputMode="numeric"
                className="min-w-0 flex-1"
                end={<span className="pr-1 text-ink-3">%</span>}
                value={share.percent}
                maxLength={4}
                error={isTried || share.percent.trim() !== '' ? problems.percents[index] : undefined}
                onChange={(event) => change(index, { percent: event.target.value })}
              />
              {shares.length > 1 && (
                <IconButton
                  label={t('splitWithout', { number: share.version })}
                  icon={<Trash2 />}
                  onClick={() => setShares((before) => before.filter((_, at) => at !== index))}
                />
              )}
            </li>
          ))}
        </ul>
        {problems.sum && (
          <p role="status" className="text-12 text-bad">
            {problems.sum}
          </p>
        )}
        <div className="flex flex-wrap gap-2">
          <Button
            size="small"
            icon={<Plus />}
            disabled={unused === undefined || shares.length >= mostTargets}
            onClick={() =>
              unused !== undefined && setShares((before) => [...before, { version: unused, percent: '' }])
            }
          >
            {t('addTarget')}
          </Button>
          <Button size="small" kind="quiet" onClick={() => setShares(evenShares)}>
            {t('shareEqually')}
          </Button>
        </div>
        {isAsked && (
          <TextArea
            label={t('whyMove')}
            rows={2}
            maxLength={2000}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </form>
    </Dialog>
  );
}
