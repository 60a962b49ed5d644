import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { Fragment, type ReactNode, useEffect } from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { classes } from '../ui/classes.ts';
import { IconButton } from '../ui/icon-button.tsx';
import { Splitter } from '../ui/panels/splitter.tsx';
import { useRemembered } from '../ui/panels/use-remembered.ts';
import { Sheet } from '../ui/sheet.tsx';
import { Slot } from './slot.tsx';
import { useNarrow } from './use-narrow.ts';

export type Crumb = { label: string; to?: string };

export type SidePanel = { title: string; content: ReactNode; onClose: () => void };

type PageProps = {
  /** The last crumb and the title of the window. */
  title: string;
  /** What stands in the title's place while it is written. */
  heading?: ReactNode;
  /** The way here, without the page itself. */
  crumbs?: readonly Crumb[];
  /** Facts beside the title: branch, version, status. */
  facts?: ReactNode;
  /** Who else is here. */
  presence?: ReactNode;
  /** Buttons at the end, the primary one last. */
  actions?: ReactNode;
  /** A line below the top bar: the budget, filters. */
  bar?: ReactNode;
  /** The panel on the right, when open; the page keeps it in its address. */
  panel?: SidePanel;
  /** `fill` gives the page the whole room and no scrolling of its own; `flow` scrolls; `prose` also sets a width. */
  layout?: 'fill' | 'flow' | 'prose';
  children: ReactNode;
};

/** Every page inside the frame: top bar, content, and an optional panel on the right. */
export function Page(props: PageProps) {
  const {
    title,
    heading,
    crumbs = [],
    facts,
    presence,
    actions,
    bar,
    panel,
    layout = 'flow',
    children,
  } = props;
  useEffect(() => {
    document.title = `${title} · PromptVault`;
  }, [title]);
  return (
    <div className="flex min-h-0 min-w-0 flex-1">
      <div className="flex min-h-0 min-w-0 flex-1 flex-col">
        <header className="flex min-h-12 shrink-0 flex-wrap items-center gap-x-3 gap-y-1 border-b border-line bg-bg px-4 py-2 max-md:px-3">
          <nav aria-label={t('breadcrumb')} className="flex min-w-0 items-center gap-1.5 text-ink-3">
            {crumbs.map(({ label, to }) => (
              <Fragment key={label}>
                {to ? (
                  <Link to={to} className="max-w-40 truncate rounded-xs hover:text-ink max-md:hidden">
                    {label}
                  </Link>
                ) : (
                  <span className="max-w-40 truncate max-md:hidden">{label}</span>
                )}
                <span aria-hidden="true" className="text-ink-3/60 max-md:hidden">
                  /
                </span>
              </Fragment>
            ))}
            <h1 className="truncate font-semibold text-ink max-md:text-16">{heading ?? title}</h1>
          </nav>
          {facts && <div className="flex min-w-0 items-center gap-1.5">{facts}</div>}
          <div className="ml-auto flex shrink-0 items-center gap-2">
            {presence}
            <Slot name="shell.status" props={{}} />
            {actions}
          </div>
        </header>
        <main id="page" tabIndex={-1} className="flex min-h-0 min-w-0 flex-1 flex-col outline-none">
          {bar && (
            <div className="flex min-h-8 shrink-0 items-center gap-4 border-b border-line px-4 py-1.5 max-md:px-3">
              {bar}
            </div>
          )}
          <div
            className={classes(
              // What is placed absolutely inside scrolls with it, and does not make the window longer.
              'relative min-h-0 min-w-0 flex-1',
              layout === 'fill' ? 'flex flex-col overflow-hidden' : 'overflow-auto',
            )}
          >
            {layout === 'prose' ? (
              <div className="mx-auto w-full max-w-180 px-6 py-8 max-md:px-4 max-md:py-5">{children}</div>
            ) : (
              children
            )}
          </div>
        </main>
      </div>
      {panel && <RightPanel {...panel} />}
    </div>
  );
}

const least = 280;
const first = 360;

function RightPanel({ title, content, onClose }: SidePanel) {
  const [width, setWidth] = useRemembered('side-panel', first);
  const narrow = useNarrow();
  if (narrow)
    return (
      <Sheet open title={title} onClose={onClose} side="bottom">
        {content}
      </Sheet>
    );
  return (
    <>
      <Splitter
        name={t('sidePanel')}
        upright
        value={width}
        min={least}
        onMove={(delta) => setWidth(Math.max(least, Math.min(window.innerWidth * 0.5, width - delta)))}
        onReset={() => setWidth(first)}
      />
      <aside aria-label={title} style={{ width }} className="flex min-h-0 shrink-0 flex-col bg-panel">
        <header className="flex h-12 shrink-0 items-center gap-2 border-b border-line pr-2 pl-4">
          <h2 className="flex-1 truncate font-semibold">{title}</h2>
          <IconButton label={t('closePanel')} icon={<X />} onClick={onClose} />
        </header>
        <div className="min-h-0 flex-1 overflow-auto">{content}</div>
      </aside>
    </>
  );
}
