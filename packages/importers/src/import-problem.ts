/** Something to tell the person who imports. `line` is 1-based in the file, absent for the file as a whole. */
export type ImportProblem = {
  severity: 'error' | 'warning';
  code:
    | 'csv.empty_file'
    | 'csv.too_large'
    | 'csv.too_many_rows'
    | 'csv.too_many_problems'
    | 'csv.open_quote'
    | 'csv.stray_quote'
    | 'csv.wrong_field_count'
    | 'csv.no_content_column'
    | 'csv.no_such_column'
    | 'csv.empty_content'
    | 'csv.content_too_long'
    | 'csv.title_cut'
    | 'csv.unstorable_text';
  line?: number;
  message: string;
};

const MOST_PROBLEMS = 200;

/** Collects problems up to a bound, after which one last entry says that there are more. */
export function problemList(): { problems: ImportProblem[]; report: (problem: ImportProblem) => void } {
  const problems: ImportProblem[] = [];
  const report = (problem: ImportProblem): void => {
    if (problems.length < MOST_PROBLEMS) problems.push(problem);
    else if (problems.length === MOST_PROBLEMS) {
      const message = `There are more than ${MOST_PROBLEMS} problems; the others are not listed.`;
      problems.push({ severity: 'warning', code: 'csv.too_many_problems', message });
    }
  };
  return { problems, report };
}
