import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Select } from '../../../../ui/select.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { concludeExperiment, type Experiment, experimentsKey, reportQuery } from '../api/experiments.ts';
import { t } from '../messages.ts';

type ConcludeDialogProps = { experiment: Experiment; onClose: () => void };

/** Closes an experiment, and moves its label to the better version if there is one. */
export function ConcludeDialog({ experiment, onClose }: ConcludeDialogProps) {
  const queries = useQueryClient();
  const { label, variants } = experiment;
  const report = useQuery(reportQuery(experiment.id)).data;
  const best = report?.verdicts.find(({ kind }) => kind === 'better')?.variant;
  const [chosen, setChosen] = useState(best ?? '');
  const [note, setNote] = useState('');
  const conclude = useMutation({
    mutationFn: () => concludeExperiment(experiment, { variant: chosen === '' ? null : chosen, note }),
    onSuccess: ({ isMoved, requestId }) => {
      const version = variants.find(({ name }) => name === chosen)?.version ?? 0;
      const text = isMoved
        ? t('concludedMoved', { label, version })
        : requestId === null
          ? t('concludedLeft')
          : t('concludedAsked', { label });
      toast({ text, tone: 'ok' });
      void queries.invalidateQueries({ queryKey: experimentsKey });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('conclude')}
      description={t('concludeHint')}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={conclude.isPending} onClick={() => conclude.mutate()}>
            {t('conclude')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        <Select
          label={t('moveTo', { label })}
          value={chosen}
          options={[
            { value: '', label: t('leave') },
            ...variants.map(({ name, version }) => ({
              value: name,
              label: t('variantOption', { name, version }),
            })),
          ]}
          onChange={(event) => setChosen(event.target.value)}
        />
        <TextArea
          label={t('note')}
          rows={2}
          maxLength={500}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        {conclude.error && <ProblemMessage>{conclude.error.message}</ProblemMessage>}
      </div>
    </Dialog>
  );
}
