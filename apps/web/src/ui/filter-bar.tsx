import type { ReactNode } from 'react';
import { Button } from './button.tsx';

type FilterBarProps = {
  label: string;
  /** The button at the end that takes all filters away; absent while none is set. */
  clear?: { label: string; onClear: () => void } | undefined;
  children: ReactNode;
};

/** The filters of a list, in its page's bar. */
export const FilterBar = ({ label, clear, children }: FilterBarProps) => (
  // biome-ignore lint/a11y/useSemanticElements: a search element is not yet known to every reader
  <div role="search" aria-label={label} className="flex min-w-0 flex-1 flex-wrap items-center gap-2">
    {children}
    {clear && (
      <Button size="small" kind="quiet" onClick={clear.onClear}>
        {clear.label}
      </Button>
    )}
  </div>
);
