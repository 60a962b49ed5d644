import type { ReactNode } from 'react';
import { classes } from '../classes.ts';
import type { EditorSection } from './editor-types.ts';

type SectionFrameProps = { section: EditorSection; current?: boolean; children: ReactNode };

/** A section on the page: its name and tokens in the margin, a line, its text. Narrow, the margin lies above. */
export function SectionFrame({ section, current, children }: SectionFrameProps) {
  const { label, note, actions } = section;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls, and a landmark for each section is too many
    <div
      role="group"
      aria-label={label}
      className="group/section grid gap-x-0 pr-4 pb-4 pl-4 @lg/editor:grid-cols-[120px_minmax(0,1fr)]"
    >
      <div className="relative flex items-baseline gap-2 pb-1 text-12 @lg/editor:block @lg/editor:pt-0.5 @lg/editor:pr-3">
        <div
          className={classes(
            'truncate transition-colors',
            current ? 'font-medium text-ink' : 'text-ink-2 group-focus-within/section:text-ink',
          )}
        >
          {label}
        </div>
        {note && <div className="text-ink-3 tabular">{note}</div>}
        {actions && (
          <div className="flex opacity-0 transition-opacity group-focus-within/section:opacity-100 group-hover/section:opacity-100 pointer-coarse:opacity-100 @max-lg/editor:-my-2 @max-lg/editor:ml-auto @max-lg/editor:self-center @lg/editor:absolute @lg/editor:top-0 @lg/editor:right-2 @lg/editor:rounded-md @lg/editor:bg-panel">
            {actions}
          </div>
        )}
      </div>
      <div
        className={classes(
          'min-w-0 border-l-2 pl-3.5 transition-colors group-focus-within/section:border-accent',
          current ? 'border-accent' : 'border-line group-hover/section:border-edge',
        )}
      >
        {children}
      </div>
    </div>
  );
}
