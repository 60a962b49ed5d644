import { ChevronDown, ChevronUp } from 'lucide-react';
import { type ReactNode, useEffect, useEffectEvent, useId } from 'react';
import { uiText as t } from '../../messages/interface-text.ts';
import { IconButton } from '../icon-button.tsx';
import { type Tab, TabPanel, Tabs } from '../tabs.tsx';
import { Splitter } from './splitter.tsx';
import { useRemembered } from './use-remembered.ts';

type DrawerProps<Value extends string> = {
  label: string;
  name: string;
  tabs: readonly Tab<Value>[];
  value: Value;
  onChange: (value: Value) => void;
  children: ReactNode;
  /** A place within the open tab: the drawer unfolds for each new one, with room to read. */
  reveal?: string | undefined;
  end?: ReactNode;
};

const least = 96;
const readable = 280;

/** Tabs along the lower edge of a page: pulled up, folded to its tabs, remembered. */
export function Drawer<Value extends string>({
  label,
  name,
  tabs,
  value,
  onChange,
  children,
  reveal,
  end,
}: DrawerProps<Value>) {
  const id = useId();
  const [{ height, open }, remember] = useRemembered(`drawer.${name}`, {
    height: 184,
    open: window.innerHeight > 640 && window.innerWidth >= 768,
  });
  const unfold = useEffectEvent(() => remember({ open: true, height: Math.max(height, readable) }));
  useEffect(() => {
    if (reveal !== undefined) unfold();
  }, [reveal]);
  const resize = (delta: number) =>
    remember({ open: true, height: Math.max(least, Math.min(window.innerHeight * 0.7, height - delta)) });
  return (
    <section aria-label={label} className="flex shrink-0 flex-col bg-panel">
      <Splitter
        name={label}
        upright={false}
        value={height}
        min={least}
        onMove={resize}
        onReset={() => remember({ open: true, height: 184 })}
      />
      <Tabs
        label={label}
        id={id}
        folded={!open}
        tabs={tabs}
        value={value}
        onChange={(next) => {
          remember({ height, open: true });
          onChange(next);
        }}
        end={
          <div className="flex items-center gap-1 pl-3">
            {end}
            <IconButton
              size="small"
              label={open ? t('collapse') : t('expand')}
              icon={open ? <ChevronDown /> : <ChevronUp />}
              onClick={() => remember({ height, open: !open })}
            />
          </div>
        }
      />
      {open && (
        <div style={{ height }} className="overflow-auto">
          <TabPanel id={id} value={value}>
            {children}
          </TabPanel>
        </div>
      )}
    </section>
  );
}
