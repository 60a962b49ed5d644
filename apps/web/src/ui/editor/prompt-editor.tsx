import { lazy, Suspense } from 'react';
import type { PromptEditorProps } from './editor-types.ts';
import { SectionFrame } from './section-frame.tsx';

const PromptSections = lazy(() =>
  import('./prompt-sections.tsx').then((file) => ({ default: file.PromptSections })),
);

/**
 * A prompt as one continuous page of sections. The text stands there at once; the editor follows when it is loaded.
 */
export function PromptEditor(props: PromptEditorProps) {
  return (
    <Suspense fallback={<PlainSections {...props} />}>
      <PromptSections {...props} />
    </Suspense>
  );
}

function PlainSections({ label, sections, head }: PromptEditorProps) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for form controls
    <div role="group" aria-label={label} aria-busy="true" className="@container/editor pb-12">
      <div className="h-10" />
      {head && <div className="flex flex-wrap gap-1.5 pt-1 pr-4 pb-3 pl-4 @lg/editor:pl-34">{head}</div>}
      {sections.map((section) => (
        <SectionFrame key={section.id} section={section}>
          {section.content ?? (
            <pre className="font-mono text-13 leading-[1.65] whitespace-pre-wrap">{section.text}</pre>
          )}
          {section.after}
        </SectionFrame>
      ))}
    </div>
  );
}
