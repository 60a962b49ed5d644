import { createLocator, type Position } from './position.ts';

export type Severity = 'error' | 'warning' | 'info';

/** Something to tell the author about the text between `from` and `to` (exclusive). `code` is stable. */
export type Problem = {
  severity: Severity;
  code: string;
  message: string;
  /** The variable name or reference the problem is about. */
  subject?: string;
  from: Position;
  to: Position;
};

/** Problems reported for one text; the rest is counted in one last problem. */
export const PROBLEM_LIMIT = 100;

export type ProblemList = {
  add(problem: {
    severity: Severity;
    code: string;
    message: string;
    subject?: string;
    from: number;
    to: number;
  }): void;
  list(): Problem[];
};

/** Collects problems of one source by offset and stops growing at `PROBLEM_LIMIT`. */
export function createProblemList(source: string): ProblemList {
  const locate = createLocator(source);
  const problems: Problem[] = [];
  let left = 0;
  return {
    add: ({ from, to, ...rest }) => {
      if (problems.length < PROBLEM_LIMIT) problems.push({ ...rest, from: locate(from), to: locate(to) });
      else left += 1;
    },
    list: () => {
      if (left === 0) return problems;
      const last = problems.at(-1) as Problem;
      const message = `${left} more problems are not listed.`;
      const { from, to } = last;
      return [...problems, { severity: 'info', code: 'template.more_problems', message, from, to }];
    },
  };
}
