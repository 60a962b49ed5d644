import { useQueries } from '@tanstack/react-query';
import { Command as Palette } from 'cmdk';
import { CornerDownLeft, Search } from 'lucide-react';
import { type ReactNode, useDeferredValue, useState } from 'react';
import { shellText as t } from '../messages/interface-text.ts';
import { useModal } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { builtInCommands } from './built-in-commands.ts';
import { commandSources } from './modules.ts';
import { useNavigation, useSettingsPages } from './navigation.ts';
import { useAllCommands, useRunCommand } from './use-commands.ts';
import type { Command, CommandHit } from './web-module.ts';

const group =
  '[&_[cmdk-group-heading]]:px-3 [&_[cmdk-group-heading]]:pt-3 [&_[cmdk-group-heading]]:pb-1 [&_[cmdk-group-heading]]:text-12 [&_[cmdk-group-heading]]:text-ink-3';

/** Finds pages, actions, and whatever the sources of the modules know. */
export function CommandPalette({ onClose }: { onClose: () => void }) {
  const element = useModal(true);
  const [query, setQuery] = useState('');
  const wanted = useDeferredValue(query.trim());
  const commands = [...useAllCommands(), ...builtInCommands];
  const pages = useNavigation();
  const settings = useSettingsPages();
  const found = useFound(wanted);
  const run = useRunCommand();
  const choose = (command: Command | CommandHit) => {
    onClose();
    run(command);
  };
  return (
    <dialog
      ref={element}
      aria-label={t('find')}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      onMouseDown={(event) => {
        if (event.target === event.currentTarget) onClose();
      }}
      className="layer mx-auto mt-[12vh] mb-auto w-150 max-w-[calc(100vw-1.5rem)] rounded-xl border-0 bg-panel p-0 text-13 text-ink shadow-lift"
    >
      <Palette label={t('commands')} loop className="flex max-h-[min(60dvh,30rem)] flex-col">
        <div className="flex items-center gap-2.5 border-b border-line px-4">
          <Search aria-hidden="true" className="size-4 shrink-0 text-ink-3" />
          <Palette.Input
            value={query}
            onValueChange={setQuery}
            placeholder={t('commandPlaceholder')}
            className="h-12 w-full bg-transparent text-14 outline-none max-md:text-16"
          />
          <Kbd keys="escape" />
        </div>
        <Palette.List className="min-h-0 flex-1 scroll-py-2 overflow-auto px-1.5 pb-2 outline-none">
          <Palette.Empty className="px-3 py-8 text-center text-ink-3">
            {found.pending ? t('commandSearching') : t('commandEmpty')}
          </Palette.Empty>
          {found.groups.map(({ id, heading, hits, problem }) => (
            <Palette.Group key={id} heading={heading} forceMount className={group}>
              {problem && <p className="px-3 py-1.5 text-bad">{t('commandFailed', { reason: problem })}</p>}
              {hits.map((hit) => (
                <Row
                  key={hit.id}
                  value={`${id} ${hit.id}`}
                  always
                  onSelect={() => choose(hit)}
                  icon={hit.icon}
                  hint={hit.hint}
                >
                  {hit.label}
                </Row>
              ))}
            </Palette.Group>
          ))}
          <Palette.Group heading={t('pages')} className={group}>
            {[...pages, ...settings].map(({ to, label, icon }) => (
              <Row
                key={to}
                value={`page ${to}`}
                words={label()}
                icon={icon}
                onSelect={() => choose({ id: to, label: label(), to })}
              >
                {label()}
              </Row>
            ))}
          </Palette.Group>
          <Palette.Group heading={t('actions')} className={group}>
            {commands.map((command) => (
              <Row
                key={command.id}
                value={`action ${command.id}`}
                words={`${command.label()} ${command.words ?? ''}`}
                icon={command.icon}
                keys={command.keys}
                onSelect={() => choose(command)}
              >
                {command.label()}
              </Row>
            ))}
          </Palette.Group>
        </Palette.List>
      </Palette>
    </dialog>
  );
}

type RowProps = {
  value: string;
  words?: string;
  /** Shown whatever is typed: a source has already judged it. */
  always?: boolean;
  icon?: Command['icon'];
  hint?: string;
  keys?: string;
  onSelect: () => void;
  children: ReactNode;
};

function Row({
  value,
  words,
  always,
  icon: Icon = CornerDownLeft,
  hint,
  keys,
  onSelect,
  children,
}: RowProps) {
  return (
    <Palette.Item
      value={value}
      keywords={words === undefined ? undefined : [words]}
      forceMount={always}
      onSelect={onSelect}
      className="flex h-9 cursor-pointer items-center gap-2.5 rounded-md px-3 data-[selected=true]:bg-raise"
    >
      <Icon aria-hidden="true" className="size-4 shrink-0 stroke-[1.75] text-ink-3" />
      <span className="min-w-0 truncate">{children}</span>
      {hint && <span className="min-w-0 flex-1 truncate text-12 text-ink-3">{hint}</span>}
      {keys && <Kbd keys={keys} bare className="ml-auto text-ink-3" />}
    </Palette.Item>
  );
}

function useFound(query: string) {
  const results = useQueries({
    queries: commandSources.map(({ id, search }) => ({
      queryKey: ['command-source', id, query],
      queryFn: ({ signal }: { signal: AbortSignal }) => search(query, signal),
      enabled: query !== '',
      staleTime: 15_000,
      retry: false,
    })),
  });
  return {
    pending: query !== '' && results.some(({ isPending }) => isPending),
    groups: commandSources.flatMap(({ id, heading }, index) => {
      const { data: hits = [], error } = results[index] ?? {};
      if (query === '' || (hits.length === 0 && !error)) return [];
      return [{ id, heading: heading(), hits, problem: error?.message }];
    }),
  };
}
