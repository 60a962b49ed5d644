import { CircleAlert, RotateCw } from 'lucide-react';
import type { ReactNode } from 'react';
import { uiText as t } from '../messages/interface-text.ts';
import { Button } from './button.tsx';
import { EmptyState } from './empty-state.tsx';

type ErrorStateProps = {
  title?: string;
  /** Why, in the words of the error. */
  reason: string;
  onRetry?: () => void;
  retrying?: boolean;
  /** For a part of a page rather than all of it. */
  compact?: boolean;
  /** Another way on, beside trying again. */
  also?: ReactNode;
  className?: string;
};

/** What stands where something could not be loaded. */
export function ErrorState({
  title = t('wentWrong'),
  reason,
  onRetry,
  retrying,
  compact,
  also,
  className,
}: ErrorStateProps) {
  return (
    <div role="alert" className={className}>
      <EmptyState
        icon={<CircleAlert className="text-bad" />}
        title={title}
        compact={compact}
        hint={reason}
        action={
          (onRetry || also) && (
            <>
              {onRetry && (
                <Button icon={<RotateCw />} busy={retrying} onClick={onRetry}>
                  {t('retry')}
                </Button>
              )}
              {also}
            </>
          )
        }
      />
    </div>
  );
}
