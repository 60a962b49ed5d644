import type { ReactNode } from 'react';
import { classes } from './classes.ts';
import { rove } from './rove.ts';

export type Tab<Value extends string = string> = { value: Value; label: string; note?: ReactNode };

type TabsProps<Value extends string> = {
  label: string;
  /** Prefix of the ids that tie tabs to their panel; the same as on TabPanel. */
  id: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  end?: ReactNode;
  /** No panel is shown now, as in a folded drawer. */
  folded?: boolean;
  className?: string;
};

export function Tabs<Value extends string>({
  label,
  id,
  tabs,
  value,
  onChange,
  end,
  folded,
  className,
}: TabsProps<Value>) {
  return (
    <div className={classes('flex items-center border-b border-line px-4', className)}>
      <div
        role="tablist"
        aria-label={label}
        onKeyDown={(event) => rove(event, '[role=tab]')?.click()}
        className="-mb-px flex min-w-0 flex-1 gap-5 overflow-x-auto [scrollbar-width:none]"
      >
        {tabs.map((tab) => (
          <button
            key={tab.value}
            type="button"
            role="tab"
            id={`${id}-${tab.value}`}
            aria-selected={tab.value === value}
            aria-controls={tab.value === value && !folded ? `${id}-panel` : undefined}
            tabIndex={tab.value === value ? 0 : -1}
            onClick={() => onChange(tab.value)}
            className={classes(
              'flex h-9 shrink-0 items-center gap-1.5 border-b-2 border-transparent text-ink-3 transition-colors hover:text-ink focus-visible:-outline-offset-2',
              'aria-selected:border-accent aria-selected:font-medium aria-selected:text-ink pointer-coarse:h-11',
            )}
          >
            {tab.label}
            {tab.note !== undefined && (
              <span className="text-12 font-normal text-ink-3 tabular">{tab.note}</span>
            )}
          </button>
        ))}
      </div>
      {end}
    </div>
  );
}

type TabPanelProps = { id: string; value: string; children: ReactNode; className?: string };

export function TabPanel({ id, value, children, className }: TabPanelProps) {
  return (
    <div role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${value}`} className={className}>
      {children}
    </div>
  );
}
