/** Names without shapes, for code that is loaded with the first page. */
export const runKinds = [
  'single',
  'sample',
  'retry',
  'continuation',
  'repair',
  'tool',
  'vote',
  'thought',
  'verdict',
  'closing',
] as const;
export type RunKind = (typeof runKinds)[number];

/** Kinds of runs that are only part of the answer of the run that is their parent. */
export const partKinds = [
  'repair',
  'tool',
  'vote',
  'thought',
  'verdict',
  'closing',
] as const satisfies readonly RunKind[];

export const isPart = ({ kind }: { kind: RunKind }): boolean => partKinds.some((part) => part === kind);

/** What runs are made for. `part`: it belongs to the answer of another, as a repair or a prompt called as a tool does. */
export const runOrigins = ['direct', 'suite', 'part'] as const;
export type RunOrigin = (typeof runOrigins)[number];
