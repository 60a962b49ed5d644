import type { PromptDocument } from '@promptvault/document';
import { useState } from 'react';
import { TextField } from '../../../../ui/text-field.tsx';
import { t } from '../messages.ts';
import { changeDelimiters } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';
import type { Studio } from '../state/use-studio.ts';
import { ParentField } from './parent-field.tsx';

type LanguagePanelProps = {
  studio: Studio;
  /** As it is at this key. */
  document: PromptDocument;
  onOpenPrompt: (promptId: string, block: string | undefined) => void;
};

/** The signs around tags, and the prompt whose sections this one takes over. */
export function LanguagePanel({ studio, document, onOpenPrompt }: LanguagePanelProps) {
  return (
    <div className="grid max-w-140 grid-cols-1 gap-3 py-1 @md/editor:grid-cols-2">
      <DelimitersField document={document} editing={studio.editing} />
      <ParentField studio={studio} document={document} onOpenPrompt={onOpenPrompt} />
    </div>
  );
}

/** Two signs with a space between them; neither may hold a space or `=`. */
const delimitersPattern = /^([^\s=]{1,10}) +([^\s=]{1,10})$/;

type DelimitersFieldProps = { document: PromptDocument; editing: DraftEditing | undefined };

function DelimitersField({ document, editing }: DelimitersFieldProps) {
  const [typed, setTyped] = useState<string>();
  const text = typed ?? document.delimiters?.join(' ') ?? '';
  const isFit = (next: string) => next.trim() === '' || delimitersPattern.test(next.trim());
  return (
    <TextField
      label={t('delimiters')}
      hint={t('delimitersHint', { usual: '{{ }}' })}
      placeholder="{{ }}"
      className="[&_input]:font-mono"
      spellCheck={false}
      value={text}
      readOnly={!editing}
      error={isFit(text) ? undefined : t('delimitersRule')}
      onChange={(event) => {
        const next = event.target.value;
        setTyped(next);
        if (!isFit(next)) return;
        const [, open, close] = delimitersPattern.exec(next.trim()) ?? [];
        const usual = open === undefined || close === undefined || (open === '{{' && close === '}}');
        editing?.type(changeDelimiters(usual ? null : [open, close]));
      }}
      onBlur={() => {
        if (isFit(text)) setTyped(undefined);
      }}
    />
  );
}
