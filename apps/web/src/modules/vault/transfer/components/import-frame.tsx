import type { UseMutationResult } from '@tanstack/react-query';
import { cloneElement, type ReactElement, type ReactNode } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ProblemMessage } from '../../../../ui/problem-message.tsx';
import { t } from '../messages.ts';

type ImportHeadProps = {
  icon: ReactElement<{ className?: string; strokeWidth?: number; 'aria-hidden'?: boolean }>;
  name: string;
  onOther: () => void;
  children: ReactNode;
};

/** What is being imported, what was found in it, and the way to something else. */
export function ImportHead({ icon, name, onOther, children }: ImportHeadProps) {
  return (
    <header className="mb-8 flex flex-wrap items-center gap-3">
      {cloneElement(icon, { className: 'size-5 text-ink-3', strokeWidth: 1.5, 'aria-hidden': true })}
      <div className="min-w-0 flex-1">
        <h2 className="truncate text-16 font-semibold">{name}</h2>
        <p aria-live="polite" className="text-ink-2 tabular">
          {children}
        </p>
      </div>
      <Button onClick={onOther}>{t('otherFile')}</Button>
    </header>
  );
}

type ImportBarProps = {
  label: string;
  disabled: boolean;
  running: Pick<UseMutationResult<unknown, Error, void>, 'isPending' | 'error' | 'mutate'>;
};

/** The button, always in sight, and what came of it. */
export function ImportBar({ label, disabled, running }: ImportBarProps) {
  return (
    <div className="sticky bottom-0 -mx-6 flex flex-wrap items-center gap-3 border-t border-line bg-bg px-6 py-3 max-md:-mx-4 max-md:px-4">
      <Button
        kind="primary"
        size="large"
        busy={running.isPending}
        disabled={disabled}
        onClick={() => running.mutate()}
      >
        {label}
      </Button>
      <div aria-live="polite" className="min-w-0 flex-1 text-ink-2">
        {running.isPending && t('importing')}
        {running.error && (
          <ProblemMessage>{t('importFailed', { reason: running.error.message })}</ProblemMessage>
        )}
      </div>
    </div>
  );
}
