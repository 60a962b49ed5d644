import type { PromptDocument } from '@promptvault/document';
import { useQuery } from '@tanstack/react-query';
import { CornerUpRight } from 'lucide-react';
import {
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useId,
  useRef,
  useState,
} from 'react';
import { Chip } from '../../../../ui/chip.tsx';
import { classes } from '../../../../ui/classes.ts';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { isShortcut } from '../../../../ui/shortcut.ts';
import { TextField } from '../../../../ui/text-field.tsx';
import { layerClass, useLayer } from '../../../../ui/use-layer.ts';
import { t } from '../messages.ts';
import { changeParent } from '../state/document-edits.ts';
import { type ParentOption, parentOptions } from '../state/parent-options.ts';
import { hintOfReference } from '../state/place-hints.ts';
import { sectionName } from '../state/section-names.ts';
import { useReferenceSearch } from '../state/use-reference-search.ts';
import type { Studio } from '../state/use-studio.ts';

type ParentFieldProps = {
  studio: Studio;
  document: PromptDocument;
  onOpenPrompt: (promptId: string, block: string | undefined) => void;
};

const hintAfterMs = 350;

/** The prompt whose sections this one takes over: completed, explained and followed as a reference in the text is. */
export function ParentField({ studio, document, onOpenPrompt }: ParentFieldProps) {
  const { editing, prompt, references } = studio;
  const search = useReferenceSearch();
  const id = useId();
  const anchor = useRef<HTMLDivElement>(null);
  const [shows, setShows] = useState<'options' | 'hint'>();
  const [active, setActive] = useState(0);
  const written = document.extends ?? '';
  const found = references.found.get(written);
  const { data: options = [] } = useQuery({
    queryKey: ['prompts', 'parents', written],
    queryFn: () => parentOptions(written, search, prompt.path),
    enabled: shows === 'options',
    staleTime: 30_000,
  });
  const isListed = shows === 'options' && options.length > 0;
  const at = Math.min(active, options.length - 1);
  const hint = useHoverHint(
    () => written !== '' && setShows('hint'),
    () => shows === 'hint' && setShows(undefined),
  );

  const write = (text: string) => editing?.type(changeParent(text.trim() || null));
  const choose = (option: ParentOption) => {
    write(option.value);
    setActive(0);
    setShows(option.again ? 'options' : undefined);
  };
  const follow = () => found && onOpenPrompt(found.promptId, undefined);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'F12' && !event.shiftKey) follow();
    else if (isShortcut(event.nativeEvent, 'mod+.')) setShows('hint');
    else if (event.key === 'Escape' && shows) setShows(undefined);
    else if (event.key === 'ArrowDown' && isListed) setActive((at + 1) % options.length);
    else if (event.key === 'ArrowUp' && isListed) setActive((at - 1 + options.length) % options.length);
    else if (event.key === 'ArrowDown' && editing) setShows('options');
    else if (event.key === 'Enter' && isListed) choose(options[at] as ParentOption);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <div ref={anchor} className="@md/editor:col-span-2" {...hint.props}>
      <TextField
        label={t('parent')}
        hint={t('parentHint')}
        placeholder={t('parentNone')}
        mono
        spellCheck={false}
        autoComplete="off"
        maxLength={500}
        value={written}
        readOnly={!editing}
        role="combobox"
        aria-expanded={isListed}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={isListed ? `${id}-${at}` : undefined}
        aria-keyshortcuts="F12"
        onChange={(event) => {
          write(event.target.value);
          setActive(0);
          setShows('options');
        }}
        onKeyDown={onKeyDown}
        onBlur={() => setShows(undefined)}
        onClick={(event) => {
          if (event.metaKey || event.ctrlKey) follow();
          else if (editing) setShows('options');
        }}
        end={
          found && (
            <IconButton
              size="small"
              label={t('goToParent', { path: found.path })}
              icon={<CornerUpRight />}
              onClick={follow}
            />
          )
        }
      />
      <Layer anchor={anchor} open={isListed} onClose={() => setShows(undefined)}>
        <div
          id={`${id}-list`}
          role="listbox"
          aria-label={t('parentOptions')}
          className="max-h-64 overflow-auto p-1"
        >
          {options.map((option, index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keyboard acts on the field
            <div
              key={option.value}
              id={`${id}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === at}
              onPointerMove={() => setActive(index)}
              // The field keeps the focus.
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => choose(option)}
              className={classes(
                'flex items-baseline gap-3 rounded-md px-2 py-1',
                index === at && 'bg-raise',
              )}
            >
              <span className="font-mono text-12">{option.label}</span>
              <span className="ml-auto min-w-0 truncate text-12 text-ink-3">{option.detail}</span>
            </div>
          ))}
        </div>
      </Layer>
      <Layer anchor={anchor} open={shows === 'hint' && written !== ''} onClose={() => setShows(undefined)}>
        <div role="status">
          <ParentHint
            reference={written}
            hint={hintOfReference(written, found)}
            parent={references.partial(written)?.document ?? undefined}
          />
        </div>
      </Layer>
    </div>
  );
}

/** Pointing at it for a moment shows it; pointing away hides it. */
function useHoverHint(show: () => void, hide: () => void) {
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => () => clearTimeout(waiting.current), []);
  return {
    props: {
      onPointerEnter: (event: { pointerType: string }) => {
        clearTimeout(waiting.current);
        if (event.pointerType !== 'touch') waiting.current = setTimeout(show, hintAfterMs);
      },
      onPointerLeave: () => {
        clearTimeout(waiting.current);
        waiting.current = setTimeout(hide, hintAfterMs);
      },
    },
  };
}

type LayerProps = {
  anchor: RefObject<HTMLDivElement | null>;
  open: boolean;
  onClose: () => void;
  children: ReactNode;
};

function Layer({ anchor, open, onClose, children }: LayerProps) {
  const layer = useRef<HTMLDivElement>(null);
  useLayer({ anchor, layer, open, onClose });
  return (
    // The field has the focus while it is open, so it must not be closed by a click into the field.
    <div ref={layer} popover="manual" className={classes(layerClass, 'w-100 max-w-[calc(100vw-1rem)]')}>
      {open && children}
    </div>
  );
}

type ParentHintProps = {
  reference: string;
  hint: ReturnType<typeof hintOfReference>;
  parent: PromptDocument | undefined;
};

/** Which version it is now, by what, and what its sections say. */
function ParentHint({ hint, parent }: ParentHintProps) {
  return (
    <div className="grid gap-1.5 px-2.5 py-2">
      <p className="flex flex-wrap items-center gap-1.5">
        <span className="font-mono text-12 font-medium wrap-anywhere">{hint.title}</span>
        {hint.facts?.map(({ text, tone }) => (
          <Chip key={text} tone={tone ?? 'plain'}>
            {text}
          </Chip>
        ))}
      </p>
      {hint.note && <p className="text-ink-2">{hint.note}</p>}
      {parent && (
        <dl tabIndex={0} className="grid max-h-60 gap-1.5 overflow-auto">
          {parent.sections.map((section) => (
            <div key={section.id}>
              <dt className="text-12 text-ink-3">{sectionName(section, parent.sections)}</dt>
              <dd className="border-l-2 border-line pl-2 font-mono text-12 leading-[1.55] wrap-anywhere whitespace-pre-wrap">
                {section.text.slice(0, 4_000)}
              </dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}
