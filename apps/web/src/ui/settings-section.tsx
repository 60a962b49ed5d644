import type { ReactNode } from 'react';

type SettingsSectionProps = {
  title: string;
  hint?: ReactNode;
  /** Buttons at the end of the title's line. */
  actions?: ReactNode;
  children: ReactNode;
};

/** One subject of a settings page: what it is, then what can be changed about it. */
export function SettingsSection({ title, hint, actions, children }: SettingsSectionProps) {
  return (
    <section aria-label={title} className="mb-10 border-b border-line pb-10 last:mb-0 last:border-0">
      <div className="mb-4 flex flex-wrap items-start justify-between gap-3">
        <div className="min-w-0 max-w-prose">
          <h2 className="text-16 font-semibold">{title}</h2>
          {hint && <p className="mt-0.5 text-ink-2 text-pretty">{hint}</p>}
        </div>
        {actions}
      </div>
      {children}
    </section>
  );
}
