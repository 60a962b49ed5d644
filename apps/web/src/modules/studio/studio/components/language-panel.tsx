import type { PromptDocument } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '../../../../ui/text-field.tsx';
import { promptPathsQuery } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';
import { changeDelimiters, changeParent } from '../state/document-edits.ts';
import type { DraftEditing } from '../state/draft-editing.ts';

type LanguagePanelProps = { document: PromptDocument; editing: DraftEditing | undefined };

/** The signs around tags, and the prompt whose sections this one takes over. */
export function LanguagePanel({ document, editing }: LanguagePanelProps) {
  return (
    <div className="grid max-w-140 grid-cols-1 gap-3 py-1 @md/editor:grid-cols-2">
      <DelimitersField document={document} editing={editing} />
      <ParentField document={document} editing={editing} />
    </div>
  );
}

/** Two signs with a space between them; neither may hold a space or `=`. */
const delimitersPattern = /^([^\s=]{1,10}) +([^\s=]{1,10})$/;

function DelimitersField({ document, editing }: LanguagePanelProps) {
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

function ParentField({ document, editing }: LanguagePanelProps) {
  const paths = useQuery(promptPathsQuery(''));
  return (
    <>
      <TextField
        label={t('parent')}
        hint={t('parentHint')}
        placeholder={t('parentNone')}
        className="[&_input]:font-mono"
        spellCheck={false}
        list="studio-parents"
        maxLength={500}
        value={document.extends ?? ''}
        readOnly={!editing}
        onChange={(event) => editing?.type(changeParent(event.target.value.trim() || null))}
      />
      <datalist id="studio-parents">
        {paths.data?.map(({ path, title }) => (
          <option key={path} value={`${path}@production`}>
            {title}
          </option>
        ))}
      </datalist>
    </>
  );
}
