import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import type { ImportProblem } from '../api/imports.ts';
import { t } from '../messages.ts';

const weight = { error: 0, warning: 1, info: 2 };

/** What the reader of the file noticed, the worst first. */
export function ImportProblems({ problems }: { problems: readonly ImportProblem[] }) {
  if (problems.length === 0) return null;
  // The same finding twice in a row of the file is one thing to know.
  const known = new Map(problems.map((problem) => [`${problem.line} ${problem.message}`, problem]));
  const sorted = [...known].sort(([, a], [, b]) => weight[a.severity] - weight[b.severity]);
  const worst = sorted[0]?.[1].severity ?? 'info';
  return (
    <ProblemMessage severity={worst} className="mb-10">
      <details>
        <summary className="rounded-xs font-medium">{t('problems', { count: sorted.length })}</summary>
        <ul className="mt-2 grid max-h-60 gap-1 overflow-auto">
          {sorted.map(([key, { line, message }]) => (
            <li key={key}>{line === null ? message : t('atLine', { line, message })}</li>
          ))}
        </ul>
      </details>
    </ProblemMessage>
  );
}
