import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { type Experiment, experimentsKey, reweighExperiment } from '../api/experiments.ts';
import { t } from '../messages.ts';
import { numberOf } from '../state/experiment-draft.ts';

type WeightsDialogProps = { experiment: Experiment; onClose: () => void };

/** Other shares for those who come from now on. */
export function WeightsDialog({ experiment, onClose }: WeightsDialogProps) {
  const queries = useQueryClient();
  const { variants } = experiment;
  const [shares, setShares] = useState(() => variants.map(({ weight }) => String(weight)));
  const [tried, setTried] = useState(false);
  const weights = shares.map((share) => numberOf(share) ?? 0);
  const sum = weights.reduce((all, weight) => all + weight, 0);
  const isWrong = sum !== 100 || weights.some((weight) => !Number.isInteger(weight) || weight < 1);
  const change = useMutation({
    mutationFn: () => reweighExperiment(experiment, weights),
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: experimentsKey });
      onClose();
    },
  });
  const send = () => {
    setTried(true);
    if (!isWrong && !change.isPending) change.mutate();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('weights')}
      description={t('weightsHint')}
      size="small"
      actions={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" busy={change.isPending} onClick={send}>
            {t('change')}
          </Button>
        </>
      }
    >
      <div className="flex flex-col gap-3">
        {variants.map((variant, index) => (
          <TextField
            key={variant.name}
            label={t('variantOption', variant)}
            inputMode="numeric"
            end={<span className="pr-2 text-ink-3">%</span>}
            value={shares[index]}
            onChange={(event) =>
              setShares(shares.map((share, place) => (place === index ? event.target.value : share)))
            }
          />
        ))}
        {tried && isWrong && <ProblemMessage>{t('needShares', { sum })}</ProblemMessage>}
        {change.error && <ProblemMessage>{change.error.message}</ProblemMessage>}
      </div>
    </Dialog>
  );
}
