import { useQuery } from '@tanstack/react-query';
import { Replace } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { Button } from '../../../../ui/button.tsx';
import { ChipToggle } from '../../../../ui/chip.tsx';
import { classes } from '../../../../ui/classes.ts';
import { controlClass } from '../../../../ui/field.tsx';
import { isShortcut } from '../../../../ui/shortcut.ts';
import { TextArea } from '../../../../ui/text-area.tsx';
import { mentionsQuery } from '../api/threads.ts';
import type { NewWords } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';
import { nameAt, type Person, toStored, toTyped } from '../state/mention-text.ts';
import { useKeptWords } from '../state/use-kept-words.ts';

type CommentBoxProps = {
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
  const { name, label, action, stored = '', quote, onSend, onCancel, focus } = props;
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
          >
            <Replace aria-hidden="true" className="size-3.5" />
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

type MentionFieldProps = {
  label: string;
  text: string;
  people: Person[];
  focus: boolean | undefined;
  problem: string | undefined;
  onChange: (next: { text: string; people?: Person[] }) => void;
};

function MentionField({ label, text, people, focus, problem, onChange }: MentionFieldProps) {
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const [caret, setCaret] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const [active, setActive] = useState(0);
  const asked = nameAt(text, caret);
  const isAsking = asked !== undefined && asked.from !== closedAt;
  const { data = [] } = useQuery({ ...mentionsQuery(asked?.q ?? ''), enabled: isAsking });
  const options = isAsking ? data : [];
  const current = options[Math.min(active, options.length - 1)];

  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);

  const choose = (person: Person) => {
    if (!asked) return;
    const written = `@${person.name} `;
    onChange({ text: text.slice(0, asked.from) + written + text.slice(caret), people: [...people, person] });
    const end = asked.from + written.length;
    setCaret(end);
    setActive(0);
    requestAnimationFrame(() => {
      field.current?.focus();
      field.current?.setSelectionRange(end, end);
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!current) return;
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (step !== 0) setActive((active + step + options.length) % options.length);
    else if ((event.key === 'Enter' && !event.metaKey && !event.ctrlKey) || event.key === 'Tab')
      choose(current);
    else if (event.key === 'Escape') setClosedAt(asked?.from);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div className="relative">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        placeholder={label}
        value={text}
        maxLength={10_000}
        aria-haspopup="listbox"
        aria-controls={`${id}-people`}
        aria-autocomplete="list"
        aria-activedescendant={current ? `${id}-${current.id}` : undefined}
        aria-invalid={problem ? true : undefined}
        aria-describedby={problem ? `${id}-problem` : undefined}
        onChange={(event) => {
          setCaret(event.target.selectionStart);
          setClosedAt(undefined);
          onChange({ text: event.target.value });
        }}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        className={classes(
          controlClass,
          'field-sizing-content max-h-[30dvh] min-h-14 w-full resize-none py-1.5',
        )}
      />
      <ul
        id={`${id}-people`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the field holds the focus and names the active option
        role="listbox"
        aria-label={t('people')}
        hidden={options.length === 0}
        className="absolute top-full left-0 z-20 mt-1 max-h-52 w-64 max-w-full overflow-auto rounded-md border border-edge bg-panel p-1"
      >
        {options.map((person) => (
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the field
          // biome-ignore lint/a11y/useFocusableInteractive: the field holds the focus and names the active option
          <li
            key={person.id}
            id={`${id}-${person.id}`}
            // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: as above
            role="option"
            aria-selected={person.id === current?.id}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => choose(person)}
            className="flex h-7 items-center gap-2 rounded-sm px-2 aria-selected:bg-raise pointer-coarse:h-10"
          >
            <Avatar name={person.name} size="small" />
            <span className="truncate">{person.name}</span>
          </li>
        ))}
      </ul>
      {problem && (
        <p id={`${id}-problem`} role="alert" className="mt-1 text-12 text-bad">
          {problem}
        </p>
      )}
    </div>
  );
}
