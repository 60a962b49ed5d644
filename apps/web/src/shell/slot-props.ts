/**
 * Places where earlier pages and the frame let later modules show something, with what they are given. A module
 * that opens a new place adds it here from its own files:
 * `declare module '../../../shell/slot-props.ts' { interface SlotProps { 'prompt.tab': { promptId: string } } }`
 */
export interface SlotProps {
  /** Top of the sidebar: the organization and the way to another. */
  'shell.organization': { collapsed: boolean };
  /** Foot of the sidebar: the person. */
  'shell.profile': { collapsed: boolean };
  /** End of every page's top bar: notices, the assistant. */
  'shell.status': Record<never, never>;
  /** A card of the home page. */
  'home.card': Record<never, never>;
}

export type SlotName = keyof SlotProps;
