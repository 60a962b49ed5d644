import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { classes } from './classes.ts';

type ProblemMessageProps = {
  severity?: 'error' | 'warning' | 'info';
  children: ReactNode;
  action?: ReactNode;
  className?: string;
};

const looks = {
  error: { box: 'bg-bad-weak text-bad', icon: <CircleAlert /> },
  warning: { box: 'bg-warn-weak text-warn', icon: <TriangleAlert /> },
  info: { box: 'bg-accent-weak text-accent-ink', icon: <Info /> },
};

/** Says next to a thing why it was refused or what to look at. */
export function ProblemMessage({ severity = 'error', children, action, className }: ProblemMessageProps) {
  const { box, icon } = looks[severity];
  return (
    <div
      role={severity === 'error' ? 'alert' : 'status'}
      className={classes(
        'flex items-start gap-2 rounded-md px-3 py-2 [&>svg]:mt-0.5 [&>svg]:size-4 [&>svg]:shrink-0',
        box,
        className,
      )}
    >
      {icon}
      {action ? (
        // Where there is no room for both beside each other, what can be done stands below.
        <div className="flex min-w-0 flex-1 flex-wrap items-start gap-x-3 gap-y-2">
          <div className="min-w-0 flex-1 basis-44 wrap-anywhere">{children}</div>
          {action}
        </div>
      ) : (
        <div className="min-w-0 flex-1 wrap-anywhere">{children}</div>
      )}
    </div>
  );
}
