import { shellText as t } from '../messages/interface-text.ts';
import { Kbd } from '../ui/kbd.tsx';
import { Sheet } from '../ui/sheet.tsx';
import { useAllCommands } from './use-commands.ts';

type Shortcut = { keys: string; label: string };

/** All keys that act here and now. */
export function ShortcutsSheet({ onClose }: { onClose: () => void }) {
  const ofCommands = useAllCommands().flatMap(({ keys, label }) => (keys ? [{ keys, label: label() }] : []));
  const everywhere: Shortcut[] = [
    { keys: 'mod+k', label: t('shortcutOpenPalette') },
    { keys: '?', label: t('shortcutShowShortcuts') },
    { keys: '[', label: t('shortcutSidebar') },
    { keys: 'escape', label: t('shortcutClose') },
    ...ofCommands,
  ];
  const lists: Shortcut[] = [
    { keys: 'j', label: t('shortcutNext') },
    { keys: 'k', label: t('shortcutPrevious') },
    { keys: 'enter', label: t('shortcutOpen') },
    { keys: 'x', label: t('shortcutSelect') },
  ];
  return (
    <Sheet open title={t('shortcuts')} onClose={onClose}>
      <Group heading={t('shortcutsEverywhere')} shortcuts={everywhere} />
      <Group heading={t('shortcutsLists')} shortcuts={lists} />
    </Sheet>
  );
}

function Group({ heading, shortcuts }: { heading: string; shortcuts: readonly Shortcut[] }) {
  return (
    <section className="mb-6">
      <h3 className="mb-1 text-12 font-medium text-ink-3">{heading}</h3>
      <dl>
        {shortcuts.map(({ keys, label }) => (
          <div
            key={`${keys} ${label}`}
            className="flex min-h-9 items-center justify-between gap-4 border-b border-line"
          >
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
