import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from '@tanstack/react-router';
import { Check, CirclePause, Ellipsis, Play } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { Button } from '../../../../ui/button.tsx';
import { ConfirmDialog } from '../../../../ui/confirm-dialog.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Menu } from '../../../../ui/menu.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import {
  approveExperiment,
  deleteExperiment,
  type Experiment,
  experimentsKey,
  pauseExperiment,
  startExperiment,
} from '../api/experiments.ts';
import { t } from '../messages.ts';
import { ConcludeDialog } from './conclude-dialog.tsx';
import { StopDialog } from './stop-dialog.tsx';
import { WeightsDialog } from './weights-dialog.tsx';

const step = {
  start: startExperiment,
  pause: pauseExperiment,
  approve: approveExperiment,
};

/** The steps that need no further question. */
export function useSteps(experiment: Experiment) {
  const queries = useQueryClient();
  const { mutate, isPending, error, variables } = useMutation({
    mutationFn: (name: keyof typeof step) => step[name](experiment),
    onSettled: () => queries.invalidateQueries({ queryKey: experimentsKey }),
  });
  return { take: mutate, busy: isPending ? variables : undefined, problem: error?.message };
}

type ExperimentActionsProps = { experiment: Experiment; steps: ReturnType<typeof useSteps> };
type Asked = 'conclude' | 'stop' | 'weights' | 'delete';

/** What may be done with it now; who may do it is who may move the label. */
export function ExperimentActions({ experiment, steps }: ExperimentActionsProps) {
  const may = useMay();
  const queries = useQueryClient();
  const router = useRouter();
  const [asked, setAsked] = useState<Asked>();
  const close = () => setAsked(undefined);
  const { status, approvals, approvalsNeeded, name } = experiment;
  const isLive = status === 'running' || status === 'paused';
  const mayMove = may('prompt.publish');
  const remove = useMutation({
    mutationFn: () => deleteExperiment(experiment),
    onSuccess: async () => {
      toast({ text: t('deleted') });
      void queries.invalidateQueries({ queryKey: experimentsKey });
      await router.navigate({ to: '/suites/experiments' });
    },
  });
  const waits = status === 'draft' && approvals.length < approvalsNeeded;
  const items = [
    ...(isLive && mayMove
      ? [
          { label: t('weights'), onSelect: () => setAsked('weights') },
          { label: t('stop'), onSelect: () => setAsked('stop') },
        ]
      : []),
    ...(!isLive && may('experiment.write')
      ? [{ label: t('deleteOne'), onSelect: () => setAsked('delete') }]
      : []),
  ];
  return (
    <>
      {items.length > 0 && (
        <Menu
          label={name}
          align="end"
          trigger={({ ...props }) => <IconButton {...props} label={t('more')} icon={<Ellipsis />} />}
          items={items}
        />
      )}
      {waits && may('label.approve') && (
        <Button icon={<Check />} busy={steps.busy === 'approve'} onClick={() => steps.take('approve')}>
          {t('approve')}
        </Button>
      )}
      {status === 'running' && mayMove && (
        <Button icon={<CirclePause />} busy={steps.busy === 'pause'} onClick={() => steps.take('pause')}>
          {t('pause')}
        </Button>
      )}
      {(status === 'draft' || status === 'paused') && mayMove && (
        <Button
          kind={status === 'draft' ? 'primary' : undefined}
          icon={<Play />}
          busy={steps.busy === 'start'}
          onClick={() => steps.take('start')}
        >
          {t(status === 'draft' ? 'start' : 'goOn')}
        </Button>
      )}
      {(isLive || status === 'stopped') && mayMove && (
        <Button kind="primary" onClick={() => setAsked('conclude')}>
          {t('conclude')}
        </Button>
      )}
      {asked === 'conclude' && <ConcludeDialog experiment={experiment} onClose={close} />}
      {asked === 'stop' && <StopDialog experiment={experiment} onClose={close} />}
      {asked === 'weights' && <WeightsDialog experiment={experiment} onClose={close} />}
      {asked === 'delete' && (
        <ConfirmDialog
          open
          title={t('deleteOne')}
          description={t('deleteHint')}
          action={t('deleteOne')}
          name={name}
          busy={remove.isPending}
          onClose={close}
          onConfirm={() => remove.mutate()}
        />
      )}
    </>
  );
}
