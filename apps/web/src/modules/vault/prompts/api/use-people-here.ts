import type { PeopleInPrompts } from '@promptvault/contract/vault/prompts/events';
import { useState } from 'react';
import { useMay, useSession } from '../../../../shell/session.ts';
import { useLive } from '../../../../wire/use-live.ts';

type People = PeopleInPrompts['prompts'][number]['people'];

/** Names of others. */
export type PeopleHere = { editors: readonly string[]; readers: readonly string[] };

/** Who else edits, or looks at, each prompt at this moment. */
export function usePeopleHere(): ReadonlyMap<string, PeopleHere> {
  const [here, setHere] = useState<ReadonlyMap<string, PeopleHere>>(new Map());
  const own = useSession()?.person.id;
  const may = useMay();
  useLive(may('organization.read') ? 'prompt-people' : undefined, {
    onEvent({ data }) {
      const { prompts } = data as PeopleInPrompts;
      setHere((before) => {
        const next = new Map(before);
        for (const { promptId, people, readers } of prompts) {
          const found = { editors: namesOf(people, own), readers: namesOf(readers, own) };
          if (found.editors.length + found.readers.length > 0) next.set(promptId, found);
          else next.delete(promptId);
        }
        return next;
      });
    },
  });
  return here;
}

/** Says that one looks at a prompt, and tells who else is there. */
export function usePromptReading(promptId: string): PeopleHere {
  const [here, setHere] = useState<PeopleHere>({ editors: [], readers: [] });
  const own = useSession()?.person.id;
  useLive(`prompt-reading:${promptId}`, {
    onEvent({ data }) {
      const found = (data as PeopleInPrompts).prompts.find((one) => one.promptId === promptId);
      if (found) setHere({ editors: namesOf(found.people, own), readers: namesOf(found.readers, own) });
    },
  });
  return here;
}

const namesOf = (people: People, own: string | undefined) =>
  people.filter(({ id }) => id !== own).map(({ name }) => name);
