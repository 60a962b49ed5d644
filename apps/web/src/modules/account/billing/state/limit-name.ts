import type { Limit } from '../api/usage.ts';
import { u } from '../messages.ts';

/** What a limit is of, in words. */
export function limitName({ scope, person, connectionId, model, name }: Limit): string {
  if (scope === 'person') return person?.name ?? u('each');
  if (model !== null) return u('ofModel', { name: model });
  if (connectionId !== null) return u('ofConnection', { name: name ?? u('gone') });
  return u('organization');
}
