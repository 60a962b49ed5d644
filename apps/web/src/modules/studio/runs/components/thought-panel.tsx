import type { TreeResultView } from '@promptvault/contract/studio/runs/tree';
import { pathTo, thoughtMessages, verdictMessages } from '@promptvault/document/techniques';
import { Sprout } from 'lucide-react';
import { type ReactNode, type Ref, useState } from 'react';
import { PageLink } from '../../../../shell/page-link.tsx';
import { Button } from '../../../../ui/button.tsx';
import { formatCost, formatTokens } from '../../../../ui/format.ts';
import { Select } from '../../../../ui/select.tsx';
import { t } from '../messages.ts';
import { knownCost, type Thought } from '../state/tree-layout.ts';
import { useRun } from '../state/use-run.ts';
import type { GrowBranch } from './tree-view.tsx';
import { scoreText, standingText, unscoredText } from './tree-words.ts';

type ThoughtPanelProps = {
  ref: Ref<HTMLElement>;
  thought: Thought;
  tree: TreeResultView;
  /** Absent while the tree grows. */
  branch: GrowBranch | undefined;
};

/** One thought: what it says, how it was judged and why, what it was asked, what it took; and growing on from it. */
export function ThoughtPanel({ ref, thought, tree, branch }: ThoughtPanelProps) {
  const { score, why, tokens, runId, verdictRunId } = thought;
  const { scale } = tree.plan;
  const unscored = unscoredText(thought);
  return (
    <section
      ref={ref}
      tabIndex={-1}
      aria-label={t('thoughtChosenOne')}
      className="grid gap-2.5 border-t border-line px-3 py-3 focus-visible:-outline-offset-2"
    >
      <h4 className="flex flex-wrap items-baseline gap-x-3 gap-y-1 text-12">
        <span className="font-medium text-13">{t('thoughtStep', { step: thought.depth })}</span>
        <span className="text-ink-2">{standingText(thought)}</span>
        <span className="ml-auto text-ink-3 tabular">
          {t('thoughtTook', {
            count: tokens,
            tokens: formatTokens(tokens),
            cost: formatCost(knownCost(thought)),
          })}
        </span>
      </h4>
      <ThoughtText thought={thought} />
      {(score !== null || unscored !== undefined) && (
        <p className="text-12 wrap-anywhere">
          <span className={score === null ? 'font-medium text-warn' : 'font-medium tabular'}>
            {score === null
              ? unscored
              : t('thoughtScore', { score: scoreText(thought), from: scale.from, to: scale.to })}
          </span>
          {why !== null && <span className="text-ink-2"> {why}</span>}
        </p>
      )}
      <div className="flex flex-wrap gap-x-4 gap-y-1 text-12">
        {runId !== null && (
          <PageLink to="/runs/$runId" params={{ runId }}>
            {t('thoughtRun')}
          </PageLink>
        )}
        {verdictRunId !== null && (
          <PageLink to="/runs/$runId" params={{ runId: verdictRunId }}>
            {t('verdictRun')}
          </PageLink>
        )}
      </div>
      <Asked thought={thought} tree={tree} />
      {branch && thought.text !== null && (
        <Grow key={`grow ${thought.id}`} thought={thought} branch={branch} />
      )}
    </section>
  );
}

/** As it is written while that goes on. */
function ThoughtText({ thought }: { thought: Thought }) {
  if (thought.text !== null || thought.runId === null || thought.status !== 'writing')
    return <Words>{thought.text ?? thought.problem}</Words>;
  return <LiveText runId={thought.runId} />;
}

function LiveText({ runId }: { runId: string }) {
  const { answer } = useRun(runId);
  return <Words>{answer?.text || t('thoughtWriting')}</Words>;
}

const Words = ({ children }: { children: ReactNode }) => (
  <p className="max-w-[75ch] whitespace-pre-wrap wrap-anywhere">{children}</p>
);

/** What the model and the judge were told besides the prompt, which stands with the run. */
function Asked({ thought, tree }: { thought: Thought; tree: TreeResultView }) {
  const { plan, goal, thoughts } = tree;
  const path = pathTo(thoughts, thought.parentId).map(({ text }) => text ?? '');
  const depth = thought.round === 0 ? plan.depth : Math.max(plan.depth, goal.depth);
  const task = [{ role: 'user' as const, content: t('treeTask') }];
  const asked = thoughtMessages(task, path, { ...plan, depth });
  const judged = thought.verdictRunId === null ? [] : verdictMessages(task, path, thought.text ?? '', plan);
  return (
    <details className="text-12">
      <summary className="text-ink-3 hover:text-ink">{t('thoughtAsked')}</summary>
      <div className="mt-2 grid gap-3">
        <Told label={t('thoughtPrompt')} texts={asked.map(({ content }) => content)} />
        {judged.length > 0 && (
          <Told label={t('verdictPrompt')} texts={judged.map(({ content }) => content)} />
        )}
      </div>
    </details>
  );
}

function Told({ label, texts }: { label: string; texts: readonly string[] }) {
  return (
    <div className="grid gap-1">
      <span className="text-ink-3">{label}</span>
      <pre className="max-h-64 overflow-auto rounded-md border border-line bg-bg px-3 py-2 font-mono whitespace-pre-wrap wrap-anywhere">
        {texts.join('\n\n')}
      </pre>
    </div>
  );
}

const mostLevels = 8;

function Grow({ thought, branch }: { thought: Thought; branch: GrowBranch }) {
  const [levels, setLevels] = useState(1);
  return (
    <div className="flex flex-wrap items-end gap-3 border-t border-line pt-2.5">
      <Select
        label={t('growLevels')}
        value={levels}
        options={Array.from({ length: mostLevels }, (_, at) => ({
          value: String(at + 1),
          label: t('growSteps', { count: at + 1 }),
        }))}
        onChange={(event) => setLevels(Number(event.target.value))}
      />
      <Button icon={<Sprout />} busy={branch.busy} onClick={() => branch.grow(thought.id, levels)}>
        {t('growBranch')}
      </Button>
      <p className="min-w-0 flex-1 basis-60 text-12 text-ink-3">{t('growHint')}</p>
    </div>
  );
}
