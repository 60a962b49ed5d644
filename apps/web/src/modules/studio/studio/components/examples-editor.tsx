import type { Example, PromptDocument } from '@promptvault/document';
import { ArrowDown, ArrowUp, Plus, X } from 'lucide-react';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { SegmentedControl } from '../../../../ui/segmented-control.tsx';
import { toast } from '../../../../ui/toast-store.ts';
import { t } from '../messages.ts';
import {
  addExample,
  changeExample,
  moveExample,
  removeExample,
  sendExamplesAs,
} from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import { elementId } from '../state/element-id.ts';

type ExamplesEditorProps = { document: PromptDocument; editing: DraftEditing | undefined };

/** Few-shot examples: pairs of input and output that go along as text, or as messages of their own. */
export function ExamplesEditor({ document, editing }: ExamplesEditorProps) {
  const { examples, examplesAs } = document;
  return (
    <div className="grid gap-3 pt-1">
      {examples.map((example, index) => (
        <ExamplePair
          key={example.id}
          example={example}
          number={index + 1}
          isLast={index === examples.length - 1}
          editing={editing}
        />
      ))}
      {editing && (
        <div className="flex flex-wrap items-center gap-3">
          <Button
            kind="quiet"
            size="small"
            icon={<Plus />}
            className="-ml-2"
            onClick={() => editing.edit(addExample({ id: elementId(), input: '', output: '' }))}
          >
            {t('addExample')}
          </Button>
          {examples.length > 0 && (
            <SegmentedControl
              label={t('examplesAs')}
              value={examplesAs}
              onChange={(next) => editing.edit(sendExamplesAs(next))}
              options={[
                { value: 'text', label: t('examplesAsText') },
                { value: 'messages', label: t('examplesAsMessages') },
              ]}
            />
          )}
        </div>
      )}
    </div>
  );
}

type ExamplePairProps = {
  example: Example;
  number: number;
  isLast: boolean;
  editing: DraftEditing | undefined;
};

function ExamplePair({ example, number, isLast, editing }: ExamplePairProps) {
  const { id, input, output } = example;
  const remove = () => {
    editing?.edit(removeExample(id));
    toast({ text: t('exampleRemoved', { number }), onUndo: editing?.undo });
  };
  return (
    <fieldset className="group/example grid grid-cols-[1.25rem_minmax(0,1fr)] gap-x-1.5">
      <legend className="sr-only">{t('exampleNumber', { number })}</legend>
      <span aria-hidden="true" className="pt-0.5 font-mono text-13 text-ink-3 tabular">
        {number}
      </span>
      <div className="grid min-w-0 gap-1">
        <div className="flex items-start gap-1">
          <ExampleText
            label={t('exampleInput')}
            value={input}
            onChange={editing && ((text) => editing.type(changeExample(id, { input: text })))}
          />
          {editing && (
            <span className="flex shrink-0 opacity-0 transition-opacity group-focus-within/example:opacity-100 group-hover/example:opacity-100 pointer-coarse:opacity-100">
              <IconButton
                size="small"
                label={t('moveExampleUp', { number })}
                icon={<ArrowUp />}
                disabled={number === 1}
                onClick={() => editing.edit(moveExample(id, -1))}
              />
              <IconButton
                size="small"
                label={t('moveExampleDown', { number })}
                icon={<ArrowDown />}
                disabled={isLast}
                onClick={() => editing.edit(moveExample(id, 1))}
              />
              <IconButton size="small" label={t('removeExample', { number })} icon={<X />} onClick={remove} />
            </span>
          )}
        </div>
        <div className="flex items-start gap-1">
          <span aria-hidden="true" className="pt-0.5 text-ink-3">
            →
          </span>
          <ExampleText
            label={t('exampleOutput')}
            value={output}
            onChange={editing && ((text) => editing.type(changeExample(id, { output: text })))}
          />
        </div>
      </div>
    </fieldset>
  );
}

type ExampleTextProps = { label: string; value: string; onChange: ((text: string) => void) | undefined };

/** A text on the page, not a box in it; it grows with what it holds. */
function ExampleText({ label, value, onChange }: ExampleTextProps) {
  return (
    <textarea
      aria-label={label}
      placeholder={label}
      rows={1}
      value={value}
      readOnly={!onChange}
      onChange={(event) => onChange?.(event.target.value)}
      className="field-sizing-content min-h-6 min-w-0 flex-1 resize-none rounded-sm bg-transparent px-1 font-mono text-13 leading-[1.65] text-ink placeholder:text-ink-3 hover:bg-raise/60 max-md:text-16"
    />
  );
}
