import { type Insider, personOf } from '../../../foundation/context/actor.ts';

/** Whose imports an actor sees: their own, or everybody's (null). */
export const importsOf = (actor: Insider): { startedBy: string | null } =>
  actor.permissions.has('prompt.write-any') ? { startedBy: null } : { startedBy: personOf(actor) ?? '' };

export const maySeeImport = (actor: Insider, row: { startedBy: string | null }): boolean => {
  const { startedBy } = importsOf(actor);
  return startedBy === null || startedBy === row.startedBy;
};
