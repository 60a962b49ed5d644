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
  /** Tabs of the studio's drawer, below the columns. `target` is what the address says of a place in it. */
  'studio.drawer': { promptId: string; branch: string; target: string | undefined };
  /** Beside the title of the studio: who else is here. */
  'studio.presence': { promptId: string; branch: string };
  /** Buttons of the studio before Save and Run: share, propose. */
  'studio.actions': { promptId: string; branch: string };
  /** Buttons of a run's page. */
  'run.actions': { runId: string; comparisonId: string };
  /** Small buttons above one of several answers. */
  'answer.actions': { runId: string };
  /** Buttons of the one run that is marked in the history. */
  'history.selection': { runId: string };
  /** Buttons of a kept comparison of runs. */
  'judgement.actions': { judgementId: string };
  /** A card of the home page. */
  'home.card': Record<never, never>;
}

export type SlotName = keyof SlotProps;
