import type { PersonRef } from '@promptvault/contract/values';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { namesOf } from '../repository.ts';

/** The names of people who are or were members here; whoever is unknown is a deleted user. */
export async function namePeople(
  ctx: Ctx,
  userIds: Iterable<string | null>,
): Promise<Map<string, PersonRef>> {
  const ids = [...new Set(userIds)].filter((id): id is string => id !== null);
  const known = new Map((await namesOf(ctx.tx, ids)).map((person) => [person.id, person]));
  return new Map(ids.map((id) => [id, known.get(id) ?? deletedPerson(id)]));
}

export const deletedPerson = (id: string): PersonRef => ({ id, name: 'Deleted user' });
