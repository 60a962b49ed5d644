import type { PeopleInPrompts } from '@promptvault/contract/vault/prompts/events';
import { useState } from 'react';
import { useSession } from '../../../../shell/session.ts';
import { useLive } from '../../../../wire/use-live.ts';

type People = PeopleInPrompts['prompts'][number]['people'];

/** The names of others who edit each prompt at this moment. */
export function usePeopleHere(): ReadonlyMap<string, readonly string[]> {
  const [here, setHere] = useState<ReadonlyMap<string, readonly string[]>>(new Map());
  const own = useSession()?.person.id;
  useLive('prompt-people', {
    onEvent({ data }) {
      const { prompts } = data as PeopleInPrompts;
      setHere((before) => {
        const next = new Map(before);
        for (const { promptId, people } of prompts) {
          const names = namesOf(people, own);
          if (names.length > 0) next.set(promptId, names);
          else next.delete(promptId);
        }
        return next;
      });
    },
  });
  return here;
}

const namesOf = (people: People, own: string | undefined) =>
  people.filter(({ id }) => id !== own).map(({ name }) => name);
