import { CircleAlert, CircleCheck, Info, TriangleAlert } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { EmptyState } from '../../../../ui/empty-state.tsx';
import { List } from '../../../../ui/list.tsx';
import { SkeletonRows } from '../../../../ui/skeleton.tsx';
import { t } from '../messages.ts';
import { sectionName } from '../state/section-names.ts';
import type { FixesFor } from '../state/use-problem-fixes.ts';
import type { Studio } from '../state/use-studio.ts';

type Problem = Studio['problems'][number];
type ProblemListProps = { studio: Studio; fixesFor: FixesFor; onOpen: (problem: Problem) => void };

const looks = {
  error: <CircleAlert aria-hidden="true" className="text-bad" />,
  warning: <TriangleAlert aria-hidden="true" className="text-warn" />,
  info: <Info aria-hidden="true" className="text-ink-3" />,
};
const ranks = { error: 0, warning: 1, info: 2 };

/** All that is wrong or worth a look, the worst first; each leads to its place. */
export function ProblemList({ studio, fixesFor, onOpen }: ProblemListProps) {
  const { problems, document, isAwaited } = studio;
  if (isAwaited) return <SkeletonRows rows={3} />;
  if (problems.length === 0)
    return <EmptyState icon={<CircleCheck />} title={t('noProblems')} hint={t('noProblemsHint')} compact />;
  const rows = [...problems].sort((a, b) => ranks[a.severity] - ranks[b.severity]);
  return (
    <List
      label={t('problems')}
      rows={rows}
      keyOf={(problem) =>
        JSON.stringify([problem.code, problem.subject, problem.sectionId, problem.from.offset])
      }
      rowHeight={32}
      onOpen={onOpen}
      renderRow={(problem) => {
        const section = document.sections.find(({ id }) => id === problem.sectionId);
        return (
          <div className="flex items-center gap-2.5 px-4 py-1.5 [&_svg]:size-4 [&_svg]:shrink-0">
            {looks[problem.severity]}
            <span className="min-w-0 flex-1 truncate" title={problem.message}>
              {problem.message}
            </span>
            {fixesFor(problem).map(({ label, apply }) => (
              <Button key={label} size="small" className="-my-1" onClick={apply}>
                {label}
              </Button>
            ))}
            {section && (
              <span className="shrink-0 text-12 text-ink-3 tabular">
                {t('problemAt', {
                  section: sectionName(section, document.sections),
                  line: problem.from.line,
                })}
              </span>
            )}
          </div>
        );
      }}
    />
  );
}
