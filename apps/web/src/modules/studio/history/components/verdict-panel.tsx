import { useRouter } from '@tanstack/react-router';
import { useState } from 'react';
import { Slot } from '../../../../shell/slot.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Checkbox } from '../../../../ui/checkbox.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { type JudgementDetail, useJudgementChanges } from '../api/judgements.ts';
import { t } from '../messages.ts';
import type { Compared } from './compare-table.tsx';

type VerdictPanelProps = { all: readonly Compared[]; base: string; judgement: JudgementDetail | undefined };

const verdictOf = (winners: number): JudgementDetail['verdict'] =>
  winners === 0 ? 'open' : winners === 1 ? 'winner' : 'tie';

/** What one thinks of the runs: notes, the best or a tie, and whether everybody is shown it. */
export function VerdictPanel({ all, base, judgement }: VerdictPanelProps) {
  const router = useRouter();
  const { create, update, remove } = useJudgementChanges();
  const [title, setTitle] = useState(judgement?.title ?? all[0]?.run.promptTitle ?? t('compareTitle'));
  const [notes, setNotes] = useState(judgement?.notes ?? '');
  const [winners, setWinners] = useState<readonly string[]>(judgement?.winnerIds ?? []);
  const [runNotes, setRunNotes] = useState<Record<string, string>>(judgement?.runNotes ?? {});
  const [shared, setShared] = useState(judgement?.shared ?? false);
  const fixed = judgement !== undefined && !judgement.mine;
  const busy = create.isPending || update.isPending || remove.isPending;
  const error = create.error ?? update.error ?? remove.error;
  const save = () => {
    if (title.trim() === '' || busy) return;
    const said = {
      title: title.trim(),
      notes,
      winnerIds: [...winners],
      verdict: verdictOf(winners.length),
      runNotes: Object.fromEntries(Object.entries(runNotes).filter(([, note]) => note.trim() !== '')),
      shared,
      baseRunId: base,
    };
    const told = () => toast({ tone: 'ok', text: t('verdictSaved') });
    if (judgement) return update.mutate({ judgement, change: said }, { onSuccess: told });
    create.mutate(
      { ...said, runIds: all.map(({ run }) => run.id) },
      {
        onSuccess: ({ id }) => {
          told();
          void router.navigate({ to: '/runs/compare', search: { judgement: id }, replace: true });
        },
      },
    );
  };
  return (
    <section aria-label={t('verdict')} className="grid gap-3 border-t border-line bg-bg px-4 py-4">
      <h2 className="flex items-center gap-2 font-semibold">
        {t('verdict')}
        {judgement && (
          <span className="text-12 font-normal text-ink-3">
            {t('verdictBy', { name: judgement.author?.name ?? '' })}
          </span>
        )}
        {judgement?.mine && (
          <span className="ml-auto">
            <Slot name="judgement.actions" props={{ judgementId: judgement.id }} />
          </span>
        )}
      </h2>
      {error && <ProblemMessage>{t('marksFailed', { reason: error.message })}</ProblemMessage>}
      <form
        className="grid gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={t('comparisonTitle')}
          className="max-w-120"
          maxLength={120}
          disabled={fixed}
          value={title}
          error={title.trim() === '' ? t('nameNeeded') : undefined}
          onChange={(event) => setTitle(event.target.value)}
        />
        <fieldset className="grid gap-2" disabled={fixed}>
          <legend className="mb-1 text-12 text-ink-3">{t('verdictHint')}</legend>
          {all.map(({ run, name }) => (
            <div key={run.id} className="flex flex-wrap items-center gap-x-4 gap-y-1">
              <Checkbox
                className="w-64 max-md:w-full"
                label={name}
                checked={winners.includes(run.id)}
                onChange={({ target }) =>
                  setWinners(
                    target.checked ? [...winners, run.id] : winners.filter((each) => each !== run.id),
                  )
                }
              />
              <TextField
                label={t('noteOn', { name })}
                hideLabel
                placeholder={t('note')}
                className="min-w-48 flex-1"
                maxLength={2000}
                value={runNotes[run.id] ?? ''}
                onChange={(event) => setRunNotes({ ...runNotes, [run.id]: event.target.value })}
              />
            </div>
          ))}
        </fieldset>
        <p role="status" className="font-medium">
          {winners.length === 0 ? t('noVerdict') : winners.length === 1 ? t('oneBest') : t('tie')}
        </p>
        <TextArea
          label={t('notes')}
          maxLength={20_000}
          disabled={fixed}
          value={notes}
          onChange={(event) => setNotes(event.target.value)}
        />
        {!fixed && (
          <>
            <Checkbox
              label={t('shareInside')}
              hint={t('shareInsideHint')}
              checked={shared}
              onChange={({ target }) => setShared(target.checked)}
            />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" kind="primary" busy={create.isPending || update.isPending}>
                {t(judgement ? 'saveVerdict' : 'keepVerdict')}
              </Button>
              {judgement && (
                <Button
                  kind="danger"
                  busy={remove.isPending}
                  onClick={() =>
                    remove.mutate(judgement, {
                      onSuccess: () => {
                        toast({ text: t('deleted', { name: judgement.title }) });
                        void router.navigate({ to: '/runs/compare', search: {}, replace: true });
                      },
                    })
                  }
                >
                  {t('deleteVerdict')}
                </Button>
              )}
            </div>
          </>
        )}
      </form>
    </section>
  );
}
