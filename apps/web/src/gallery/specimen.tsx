import type { ReactNode } from 'react';

/** One component under its name. */
export function Specimen({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section aria-label={title} className="border-b border-line px-6 py-5 max-md:px-4">
      <h2 className="mb-3 text-12 font-medium text-ink-3">{title}</h2>
      <div className="flex flex-wrap items-start gap-3">{children}</div>
    </section>
  );
}
