import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { type Experiment, experimentsKey, stopExperiment } from '../api/experiments.ts';
import { t } from '../messages.ts';

type StopDialogProps = { experiment: Experiment; onClose: () => void };

/** Stops an experiment for good, with a word on why. */
export function StopDialog({ experiment, onClose }: StopDialogProps) {
  const queries = useQueryClient();
  const [note, setNote] = useState('');
  const stop = useMutation({
    mutationFn: () => stopExperiment(experiment, note),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: experimentsKey });
      onClose();
    },
  });
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('stopTitle')}
      description={t('stopHint')}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="danger" busy={stop.isPending} onClick={() => stop.mutate()}>
            {t('stop')}
          </Button>
        </>
      }
    >
      <TextArea
        label={t('note')}
        rows={2}
        maxLength={500}
        value={note}
        onChange={(event) => setNote(event.target.value)}
      />
      {stop.error && <ProblemMessage className="mt-3">{stop.error.message}</ProblemMessage>}
    </Dialog>
  );
}
