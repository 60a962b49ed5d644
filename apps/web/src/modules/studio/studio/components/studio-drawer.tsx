import { useQuery } from '@tanstack/react-query';
import { type ComponentType, Suspense } from 'react';
import { useMay } from '../../../../shell/session.ts';
import { useSlotFills } from '../../../../shell/slot.tsx';
import type { SlotProps } from '../../../../shell/slot-props.ts';
import { Drawer } from '../../../../ui/panels/drawer.tsx';
import { usePendingThread } from '../../../vault/discussion/index.ts';
import { labelRequestsQuery, useLabelsLive } from '../api/labels.ts';
import { t } from '../messages.ts';
import type { StudioSearch } from '../state/studio-search.ts';
import type { FixesFor } from '../state/use-problem-fixes.ts';
import type { Studio } from '../state/use-studio.ts';
import { LabelsPanel } from './labels-panel.tsx';
import { OutlinePanel } from './outline-panel.tsx';
import { ProblemList } from './problem-list.tsx';
import { PromptRuns } from './prompt-runs.tsx';
import { VersionList } from './version-list.tsx';

const ownTabs = ['runs', 'versions', 'labels', 'outline', 'problems'];
const withoutRuns = ownTabs.slice(1);

type StudioDrawerProps = {
  studio: Studio;
  search: StudioSearch;
  onSearch: (change: StudioSearch) => void;
  fixesFor: FixesFor;
  onBranch: (name: string) => void;
  onProblem: (problem: Studio['problems'][number]) => void;
  onPlace: (sectionId: string, offset: number) => void;
  onRestore: ((version: number) => void) | undefined;
};

/** Below the columns: what this prompt did before, and what is wrong with it now. */
export function StudioDrawer(props: StudioDrawerProps) {
  const { studio, search, onSearch, fixesFor, onBranch, onProblem, onPlace, onRestore } = props;
  const { prompt, problems, errors } = studio;
  const waiting = useQuery({ ...labelRequestsQuery(prompt.id), enabled: useMay()('organization.read') });
  useLabelsLive(prompt.id);
  const fills = useSlotFills('studio.drawer');
  const pending = usePendingThread(prompt.id);
  const asked = search.tab ?? 'versions';
  const filled = fills.find(({ id }) => id === asked);
  const own = (studio.mayRun ? ownTabs : withoutRuns).includes(asked) ? asked : 'versions';
  const tab = filled?.id ?? own;
  return (
    <Drawer
      label={t('drawer')}
      name="studio"
      value={tab}
      reveal={pending ? `new ${pending.anchor?.quote}` : search.target}
      onChange={(next) => onSearch({ tab: next, target: undefined })}
      tabs={[
        ...(studio.mayRun ? [{ value: 'runs', label: t('runs') }] : []),
        { value: 'versions', label: t('versions'), note: studio.head },
        { value: 'labels', label: t('labels'), note: waiting.data?.length || undefined },
        { value: 'outline', label: t('outline') },
        {
          value: 'problems',
          label: t('problems'),
          note:
            problems.length > 0 ? (
              <span className={errors > 0 ? 'text-bad' : ''}>{problems.length}</span>
            ) : undefined,
        },
        ...fills.map(({ id, label }) => ({ value: id, label: label?.() ?? id })),
      ]}
    >
      {tab === 'runs' && (
        <PromptRuns
          promptId={prompt.id}
          shown={search.comparison}
          onOpen={(comparison) =>
            onSearch({ comparison, view: 'answers', version: undefined, against: undefined })
          }
        />
      )}
      {tab === 'versions' && (
        <VersionList
          prompt={prompt}
          branch={studio.branch}
          mayBranch={studio.mayBranch}
          base={studio.baseNumber}
          shown={search.version}
          onView={(version) => onSearch({ version, against: undefined })}
          onCompare={(version, against) => onSearch({ version, against })}
          onBranch={onBranch}
          onRestore={onRestore}
        />
      )}
      {tab === 'labels' && (
        <LabelsPanel prompt={prompt} onView={(version) => onSearch({ version, against: undefined })} />
      )}
      {tab === 'outline' && (
        <OutlinePanel
          studio={studio}
          name={search.target}
          onName={(target) => onSearch({ tab: 'outline', target })}
          onOpen={onPlace}
        />
      )}
      {tab === 'problems' && <ProblemList studio={studio} fixesFor={fixesFor} onOpen={onProblem} />}
      {filled && (
        <Suspense fallback={null}>
          <Filled
            component={filled.component}
            promptId={prompt.id}
            branch={studio.branch}
            target={search.target}
          />
        </Suspense>
      )}
    </Drawer>
  );
}

type FilledProps = SlotProps['studio.drawer'] & { component: ComponentType<SlotProps['studio.drawer']> };

const Filled = ({ component: Fill, ...props }: FilledProps) => <Fill {...props} />;
