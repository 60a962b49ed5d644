import type { TreeResultView } from '@promptvault/contract/studio/runs/tree';
import { useMemo, useRef, useState } from 'react';
import { formatCost, formatTokens } from '../../../../ui/format.ts';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { Spinner } from '../../../../ui/spinner.tsx';
import { t } from '../messages.ts';
import { knownCost, layoutTree, treeTotals } from '../state/tree-layout.ts';
import { ThoughtPanel } from './thought-panel.tsx';
import { TreeDrawing } from './tree-drawing.tsx';
import { endedWords } from './tree-words.ts';

export type GrowBranch = {
  grow: (thoughtId: string, levels: number) => void;
  busy: boolean;
  error: Error | null;
};

type TreeViewProps = {
  tree: TreeResultView;
  /** Whether its run goes on. */
  isGrowing: boolean;
  branch: GrowBranch;
};

/** A tree of thoughts as it grows: drawn, and below it the thought that is looked at. */
export function TreeView({ tree, isGrowing, branch }: TreeViewProps) {
  const [lookedAt, setLookedAt] = useState<string>();
  const panel = useRef<HTMLElement>(null);
  const layout = useMemo(() => layoutTree(tree.thoughts), [tree.thoughts]);
  const { calls, tokens, microDollars } = treeTotals(tree);
  const chosen =
    tree.thoughts.find(({ id }) => id === lookedAt) ?? tree.thoughts.find(({ id }) => id === tree.best);
  return (
    <section aria-label={t('tree')} className="rounded-md border border-line text-13">
      <h3 className="flex flex-wrap items-center gap-x-3 gap-y-1 border-b border-line px-3 py-1.5 text-12">
        <span className="font-medium">{t('tree')}</span>
        {isGrowing ? (
          <span className="flex items-center gap-2 text-ink-3">
            <Spinner />
            {t(tree.answer ? 'treeAnswering' : 'treeGrowing')}
          </span>
        ) : (
          tree.ended !== null && <span className="text-ink-3">{endedWords[tree.ended]()}</span>
        )}
        <span className="ml-auto text-ink-3 tabular">
          {t('treeTotals', {
            count: tree.thoughts.length,
            calls,
            tokens: formatTokens(tokens),
            cost: formatCost(knownCost({ microDollars })),
          })}
        </span>
      </h3>
      {layout.rows.length === 0 ? (
        <p className="px-3 py-3 text-ink-3">{t(isGrowing ? 'treeFirst' : 'treeEmpty')}</p>
      ) : (
        <TreeDrawing
          layout={layout}
          chosenId={chosen?.id}
          onChoose={setLookedAt}
          onEnter={() => panel.current?.focus()}
        />
      )}
      {branch.error && (
        <ProblemMessage className="mx-3 mb-3">
          {t('actionFailed', { reason: branch.error.message })}
        </ProblemMessage>
      )}
      {chosen && (
        <ThoughtPanel ref={panel} thought={chosen} tree={tree} branch={isGrowing ? undefined : branch} />
      )}
    </section>
  );
}
