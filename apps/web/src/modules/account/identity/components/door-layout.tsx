import { type ReactNode, useEffect } from 'react';
import { Mark } from '../../../../shell/mark.tsx';

type DoorLayoutProps = { title: string; hint?: ReactNode; children: ReactNode; foot?: ReactNode };

/** The frame of every page before the app: one question, nothing else. */
export function DoorLayout({ title, hint, children, foot }: DoorLayoutProps) {
  useEffect(() => {
    document.title = `${title} · PromptVault`;
  }, [title]);
  return (
    <main id="page" className="flex min-h-0 flex-1 flex-col overflow-auto">
      <div className="m-auto w-full max-w-96 px-6 py-10">
        <Mark className="mb-6 size-9" />
        <h1 className="text-20 font-semibold tracking-tight text-balance">{title}</h1>
        {hint && <p className="mt-1.5 text-ink-2 text-pretty">{hint}</p>}
        <div className="mt-6">{children}</div>
        {foot && <p className="mt-6 border-t border-line pt-4 text-ink-2">{foot}</p>}
      </div>
    </main>
  );
}
