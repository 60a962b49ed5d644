import { Page } from '../../../../shell/page.tsx';
import { ButtonLink } from '../../../../shell/page-link.tsx';
import { useMay } from '../../../../shell/session.ts';
import { t } from '../messages.ts';
import { frameText } from '../state/frame-text.ts';
import { ExperimentList } from './experiment-list.tsx';

/** All experiments on prompts one sees. */
export function ExperimentsPage() {
  const make = useMay()('experiment.write') && (
    <ButtonLink kind="primary" to="/suites/experiments/new">
      {t('create')}
    </ButtonLink>
  );
  return (
    <Page
      title={frameText('title')}
      crumbs={[{ label: frameText('suites'), to: '/suites' }]}
      layout="fill"
      actions={make}
    >
      <ExperimentList make={make} />
    </Page>
  );
}
