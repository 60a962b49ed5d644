import type { SlotName } from './slot-props.ts';
import { isWebModule, type SlotFill, type WebModule } from './web-module.ts';

const files = import.meta.glob<Record<string, unknown>>('../modules/*/*/module.tsx', { eager: true });

/** All modules of the interface, found by folder. */
export const webModules: readonly WebModule[] = Object.keys(files)
  .sort()
  .flatMap((path) => Object.values(files[path] ?? {}).filter(isWebModule));

const byOrder = <Entry extends { order?: number }>(entries: readonly Entry[]): readonly Entry[] =>
  [...entries].sort((a, b) => (a.order ?? 1000) - (b.order ?? 1000));

export const navigation = byOrder(webModules.flatMap((module) => module.navigation ?? []));
export const settingsPages = byOrder(webModules.flatMap((module) => module.settingsPages ?? []));
export const moduleCommands = webModules.flatMap((module) => module.commands ?? []);
export const commandSources = webModules.flatMap((module) => module.commandSources ?? []);
export const sessionSource = webModules.find((module) => module.session)?.session;

/** After a sign-out: each module forgets what it keeps in this browser. One that fails keeps no other from it. */
export async function leaveModules(): Promise<void> {
  await Promise.allSettled(webModules.map(({ leave }) => leave?.()));
}

export const slotFills = <Name extends SlotName>(name: Name): readonly SlotFill<Name>[] =>
  byOrder(webModules.flatMap((module) => (module.slots?.[name] ?? []) as readonly SlotFill<Name>[]));
