type Counts = { total: number; passed: number; failed: number; errors: number };

const width = (part: number, total: number) => ({ width: `${(100 * part) / Math.max(1, total)}%` });

/** How much passed, failed or could not be decided, as a bar; the numbers beside it say the same. */
export const PassedBar = ({ total, passed, failed, errors }: Counts) => (
  <span aria-hidden="true" className="flex h-1.5 w-full min-w-16 overflow-hidden rounded-full bg-raise">
    <span className="bg-ok-solid" style={width(passed, total)} />
    <span className="bg-bad-solid" style={width(failed, total)} />
    <span className="bg-warn-solid" style={width(errors, total)} />
  </span>
);
