import { useEffect, useEffectEvent, useState } from 'react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { Tooltip } from '../../../../ui/tooltip.tsx';
import { t } from '../messages.ts';
import type { DraftEditor } from '../state/draft-people.ts';
import { type Draft, useDraftPeople } from '../state/use-draft.ts';
import type { Studio } from '../state/use-studio.ts';

const mostShown = 5;
const ends = ['keydown', 'wheel', 'touchmove'] as const;

/** Who else has the draft open. A click follows one of them: the page scrolls to where they are. */
export function Presence({ studio: { draft } }: { studio: Studio }) {
  const editors = useDraftPeople(draft);
  const [followed, follow] = useState<string>();
  const people = byPerson(editors);
  const leader = people.find(({ person }) => person.id === followed);
  useFollowing(draft, leader, () => follow(undefined));
  if (people.length === 0) return null;
  return (
    <ul aria-label={t('peopleHere')} className="flex items-center">
      {people.slice(0, mostShown).map(({ person, caret }) => {
        const isFollowed = person.id === followed;
        const label = t(isFollowed ? 'followingPerson' : 'followPerson', { name: person.name });
        return (
          <li key={person.id} className="-ml-1 first:ml-0">
            <Tooltip text={caret?.isTyping ? t('isTyping', { name: person.name }) : label}>
              <button
                type="button"
                aria-label={label}
                aria-pressed={isFollowed}
                onClick={() => follow(isFollowed ? undefined : person.id)}
                className={classes(
                  'grid place-items-center rounded-full ring-2 transition-shadow',
                  isFollowed ? 'ring-accent' : 'ring-bg',
                )}
              >
                <Avatar name={person.name} className={caret?.isTyping ? 'animate-pulse' : undefined} />
              </button>
            </Tooltip>
          </li>
        );
      })}
      {people.length > mostShown && (
        <li className="ml-1 text-12 text-ink-3 tabular">+{people.length - mostShown}</li>
      )}
    </ul>
  );
}

/** A person once, however many tabs they have: the one that types, else the one that is somewhere. */
function byPerson(editors: readonly DraftEditor[]): DraftEditor[] {
  const found = new Map<string, DraftEditor>();
  for (const editor of editors) {
    const known = found.get(editor.person.id);
    if (!known || (editor.caret && (!known.caret || editor.caret.isTyping)))
      found.set(editor.person.id, editor);
  }
  return [...found.values()];
}

/** Keeps the caret of who is followed in sight; one's own key or wheel ends it. */
function useFollowing(draft: Draft | undefined, leader: DraftEditor | undefined, onEnd: () => void) {
  const end = useEffectEvent(onEnd);
  const connection = leader?.connection;
  useEffect(() => {
    if (!draft || connection === undefined) return;
    const { people } = draft.sync;
    people.follow(connection);
    const stop = () => end();
    for (const name of ends) window.addEventListener(name, stop);
    return () => {
      people.follow(undefined);
      for (const name of ends) window.removeEventListener(name, stop);
    };
  }, [draft, connection]);
}
