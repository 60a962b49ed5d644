export { openThread } from './open.ts';
export type { ThreadRow } from './repository.ts';
