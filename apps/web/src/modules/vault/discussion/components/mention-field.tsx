import { useQuery } from '@tanstack/react-query';
import { Users } from 'lucide-react';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { controlClass } from '../../../../ui/field.tsx';
import { layerClass, useLayer } from '../../../../ui/use-layer.ts';
import { mentionsQuery, type Thing } from '../api/threads.ts';
import { t } from '../messages.ts';
import { type Mention, nameAt } from '../state/mention-text.ts';

/** A group says how many people it tells. */
type Option = Mention & { count?: number };

type Found = { items: readonly Mention[]; groups: readonly { name: string; count: number }[] };

/** Groups first: they are few. */
const toOptions = ({ items, groups }: Found): Option[] => [
  ...groups.map(({ name, count }) => ({ id: name, name, kind: 'group' as const, count })),
  ...items,
];

type MentionFieldProps = {
  thing: Thing;
  label: string;
  text: string;
  people: readonly Mention[];
  focus?: boolean | undefined;
  problem?: string | undefined;
  rows?: number;
  onChange: (next: { text: string; people?: Mention[] }) => void;
};

/** A manual popover is closed by what opened it alone. */
const nobodyElseCloses = () => {};

/** Words in Markdown, in which people and groups are mentioned with completion. */
export function MentionField(props: MentionFieldProps) {
  const { thing, label, text, people, focus, problem, rows = 2, onChange } = props;
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const list = useRef<HTMLUListElement>(null);
  const [hasFocus, setHasFocus] = useState(false);
  const [caret, setCaret] = useState(0);
  const [closedAt, setClosedAt] = useState<number>();
  const [active, setActive] = useState(0);
  const asked = nameAt(text, caret);
  const isAsking = asked !== undefined && asked.from !== closedAt && hasFocus;
  const { data } = useQuery({ ...mentionsQuery(asked?.q ?? '', thing), enabled: isAsking });
  const options = isAsking && data ? toOptions(data) : [];
  const current = options[Math.min(active, options.length - 1)];

  useLayer({
    anchor: field,
    layer: list,
    open: options.length > 0,
    // Below the field is the keyboard of a phone.
    side: matchMedia('(pointer: coarse)').matches ? 'top' : 'bottom',
    onClose: nobodyElseCloses,
  });
  useEffect(() => {
    if (focus) field.current?.focus();
  }, [focus]);

  const choose = (person: Option) => {
    if (!asked) return;
    const written = `@${person.name} `;
    const { count: _, ...mention } = person;
    onChange({ text: text.slice(0, asked.from) + written + text.slice(caret), people: [...people, mention] });
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
    <div>
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={field}
        id={id}
        rows={rows}
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
        onFocus={() => setHasFocus(true)}
        onBlur={() => setHasFocus(false)}
        onSelect={(event) => setCaret(event.currentTarget.selectionStart)}
        onKeyDown={onKeyDown}
        className={classes(
          controlClass,
          'field-sizing-content max-h-[30dvh] min-h-14 w-full resize-none py-1.5',
        )}
      />
      <ul
        ref={list}
        popover="manual"
        id={`${id}-people`}
        // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: the field holds the focus and names the active option
        role="listbox"
        aria-label={t('people')}
        // The field keeps the focus.
        onMouseDown={(event) => event.preventDefault()}
        className={classes(layerClass, 'max-h-52 w-64 max-w-[calc(100vw-1rem)]')}
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
            onClick={() => choose(person)}
            className="flex h-7 items-center gap-2 rounded-sm px-2 aria-selected:bg-raise pointer-coarse:h-10"
          >
            {person.kind === 'group' ? (
              <span className="grid size-5 shrink-0 place-items-center text-ink-3">
                <Users aria-hidden="true" className="size-4" />
              </span>
            ) : (
              <Avatar name={person.name} size="small" />
            )}
            <span className="truncate">{person.name}</span>
            {person.count !== undefined && (
              <span className="ml-auto shrink-0 text-12 text-ink-3 tabular">
                {t('groupCount', { count: person.count })}
              </span>
            )}
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
