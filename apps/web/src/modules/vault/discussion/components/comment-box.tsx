import { Replace } from 'lucide-react';
import { type KeyboardEvent, useState } from 'react';
import { Button } from '../../../../ui/button.tsx';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { isShortcut } from '../../../../ui/shortcut.ts';
import { TextArea } from '../../../../ui/text-area.tsx';
import type { Thing } from '../api/threads.ts';
import type { NewWords } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';
import { toStored, toTyped } from '../state/mention-text.ts';
import { useKeptWords } from '../state/use-kept-words.ts';
import { MentionField } from './mention-field.tsx';

type CommentBoxProps = {
  /** What is spoken about; its groups can be mentioned. */
  thing: Thing;
  /** What is written is kept under it until it is sent. */
  name: string;
  label: string;
  action: string;
  /** A comment that is changed, as it is stored. */
  stored?: string;
  /** The words a suggestion would replace; without them none can be made. */
  quote?: string | undefined;
  onSend: (words: NewWords) => Promise<unknown>;
  onCancel?: (() => void) | undefined;
  focus?: boolean;
};

/** Where a comment is written: Markdown, mentions with completion, and other words for those it is about. */
export function CommentBox(props: CommentBoxProps) {
  const { thing, name, label, action, stored = '', quote, onSend, onCancel, focus } = props;
  const first = toTyped(stored);
  const { words, change, clear } = useKeptWords(name, { ...first, suggestion: undefined });
  const [problem, setProblem] = useState<string>();
  const [sending, setSending] = useState(false);
  const { text, people, suggestion } = words;
  const isEmpty = text.trim() === '' && suggestion === undefined;

  const send = async () => {
    if (isEmpty || sending) return;
    setSending(true);
    setProblem(undefined);
    try {
      const body = text.trim() === '' ? t('suggestion') : toStored(text.trim(), people);
      await onSend({ body, ...(suggestion !== undefined && { suggestion }) });
      clear();
    } catch (error) {
      setProblem(error instanceof Error ? error.message : String(error));
    } finally {
      setSending(false);
    }
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (isShortcut(event.nativeEvent, 'mod+enter')) {
      event.preventDefault();
      event.stopPropagation();
      void send();
    } else if (event.key === 'Escape' && onCancel && isEmpty) {
      event.stopPropagation();
      onCancel();
    }
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: it only hears keys of the fields inside
    <div onKeyDown={onKeyDown} className="flex min-w-0 flex-col gap-2">
      <MentionField
        thing={thing}
        label={label}
        text={text}
        people={people}
        focus={focus}
        problem={problem}
        onChange={(next) => {
          setProblem(undefined);
          change(next);
        }}
      />
      {suggestion !== undefined && (
        <TextArea
          label={t('suggested')}
          mono
          rows={2}
          value={suggestion}
          onChange={(event) => change({ suggestion: event.target.value })}
        />
      )}
      <div className="flex flex-wrap items-center gap-2">
        {quote !== undefined && (
          <ChipToggle
            pressed={suggestion !== undefined}
            onPress={() => change({ suggestion: suggestion === undefined ? quote : undefined })}
            icon={<Replace aria-hidden="true" />}
          >
            {t('suggest')}
          </ChipToggle>
        )}
        <span className="min-w-0 flex-1 truncate text-12 text-ink-3 max-md:hidden">{t('hint')}</span>
        <span className="ml-auto flex gap-2">
          {onCancel && (
            <Button
              size="small"
              kind="quiet"
              onClick={() => {
                clear();
                onCancel();
              }}
            >
              {t('cancel')}
            </Button>
          )}
          <Button
            size="small"
            kind="primary"
            keys="mod+enter"
            disabled={isEmpty}
            busy={sending}
            onClick={() => void send()}
          >
            {action}
          </Button>
        </span>
      </div>
    </div>
  );
}
