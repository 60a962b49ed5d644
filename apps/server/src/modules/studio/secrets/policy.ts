import type { Insider } from '../../../foundation/context/actor.ts';

/** Secrets belong to the whole organization: a permission holds for all of them or for none. */
export const may = (actor: Insider, permission: string): boolean => actor.permissions.has(permission);
