/**
 * What a module brings to the interface, as one value in its module.tsx. The frame finds these files by folder;
 * nothing lists them. Everything here is loaded with the first page, so pages and panels come by `lazy`.
 */
import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';
import type { ActivitySentences } from './activity-sentences.ts';
import type { SessionSource } from './session.ts';
import type { SlotName, SlotProps } from './slot-props.ts';

export type NavigationGroup = 'main' | 'studio' | 'build' | 'community' | 'insight';

export type NavigationEntry = {
  label: () => string;
  /** A path of the route tree; an entry whose route is missing is not shown. */
  to: string;
  icon: LucideIcon;
  group?: NavigationGroup;
  /** Smaller stands higher; the sidebar counts in tens. */
  order?: number;
  /** Who lacks it does not see the entry. */
  permission?: string;
  /** How much waits there, at the end of its line. Lazy: the entry is shown before it. */
  badge?: ComponentType;
  /** One of the few on a phone's lower edge. */
  phone?: boolean;
};

export type CommandTools = { navigate: (to: string) => void };

export type Command = {
  id: string;
  label: () => string;
  icon?: LucideIcon;
  /** Bound everywhere, also while the palette is closed. */
  keys?: string;
  /** Other words it may be looked for. */
  words?: string;
  permission?: string;
} & ({ to: string } | { run: (tools: CommandTools) => void });

export type CommandHit = { id: string; label: string; hint?: string; icon?: LucideIcon } & (
  | { to: string }
  | { run: (tools: CommandTools) => void }
);

/** Finds more than fixed commands while someone types in the palette: prompts, runs, people. */
export type CommandSource = {
  id: string;
  heading: () => string;
  search: (query: string, signal: AbortSignal) => Promise<readonly CommandHit[]>;
};

export type SettingsEntry = {
  label: () => string;
  to: string;
  icon: LucideIcon;
  group: 'person' | 'organization' | 'instance';
  order?: number;
  permission?: string;
};

export type SlotFill<Name extends SlotName> = {
  id: string;
  component: ComponentType<SlotProps[Name]>;
  /** Where the slot shows its fills under titles, as tabs do. */
  label?: () => string;
  order?: number;
  permission?: string;
};

export type SlotFills = { [Name in SlotName]?: readonly SlotFill<Name>[] };

export type WebModule = {
  /** `vault/prompts`, its folder. */
  name: string;
  navigation?: readonly NavigationEntry[];
  commands?: readonly Command[];
  commandSources?: readonly CommandSource[];
  settingsPages?: readonly SettingsEntry[];
  slots?: SlotFills;
  /** How its events read in the activity; loaded when that is shown. */
  activity?: () => Promise<{ sentences: ActivitySentences }>;
  /** What is to be forgotten in this browser when the person signs out. */
  leave?: () => Promise<void>;
  /** Only the module that knows who is signed in brings it. */
  session?: SessionSource;
};

const mark = Symbol('web module');

export const defineWebModule = (module: WebModule): WebModule => Object.assign(module, { [mark]: true });

export const isWebModule = (value: unknown): value is WebModule =>
  typeof value === 'object' && value !== null && mark in value;
