import { useEffect, useRef, useState } from 'react';
import { toast } from '../../../../ui/toast-store.ts';
import { usePromptChanges } from '../api/prompt-changes.ts';
import type { Prompt } from '../api/prompt-queries.ts';
import { t } from '../messages.ts';

type TitleFieldProps = {
  prompt: Prompt;
  /** The title is given or left as it is; `onward` when the writing goes on in the text. */
  onDone: (onward: boolean) => void;
};

/** Where the title of a new prompt is written: in its place, and chosen whole so that typing replaces it. */
export function TitleField({ prompt, onDone }: TitleFieldProps) {
  const { details } = usePromptChanges(prompt.id);
  const [title, setTitle] = useState(prompt.title);
  const field = useRef<HTMLInputElement>(null);
  const isOver = useRef(false);
  useEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);

  /** Leaving the field is heard too once it goes away: the first word counts. */
  const end = async (given: string, onward: boolean) => {
    if (isOver.current) return;
    isOver.current = true;
    const name = given.trim();
    try {
      if (name !== '' && name !== prompt.title)
        await details.mutateAsync({ revision: prompt.revision, title: name });
    } catch (error) {
      isOver.current = false;
      return toast({ text: error instanceof Error ? error.message : String(error), tone: 'bad' });
    }
    onDone(onward);
  };

  return (
    <input
      ref={field}
      aria-label={t('detailTitle')}
      value={title}
      maxLength={200}
      autoComplete="off"
      className="field-sizing-content max-w-full min-w-40 rounded-xs bg-transparent"
      onChange={(event) => setTitle(event.target.value)}
      onBlur={() => void end(title, false)}
      onKeyDown={(event) => {
        if (event.nativeEvent.isComposing) return;
        if (event.key === 'Enter') void end(title, true);
        if (event.key === 'Escape') void end('', true);
      }}
    />
  );
}
