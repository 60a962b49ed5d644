import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import type { SlotProps } from '../../../../shell/slot-props.ts';
import { t } from '../messages.ts';
import { ExperimentList } from './experiment-list.tsx';

/** The drawer's tab of the studio: experiments on the labels of this prompt. */
export function ExperimentsTab({ promptId }: SlotProps['studio.drawer']) {
  const make = useMay()('experiment.write') && (
    <ButtonLink size="small" to="/suites/experiments/new" search={{ prompt: promptId }}>
      {t('create')}
    </ButtonLink>
  );
  return <ExperimentList promptId={promptId} make={make} />;
}
