import { useEffect, useEffectEvent, useState } from 'react';
import { Avatar } from '../../../../ui/avatar.tsx';
import { classes } from '../../../../ui/classes.ts';
import { Tooltip } from '../../../../ui/tooltip.tsx';
import { t } from '../messages.ts';
import type { DraftEditor } from '../state/draft-people.ts';
import { useDraftPeople } from '../state/use-draft.ts';
import type { Studio } from '../state/use-studio.ts';

const mostShown = 5;

/** Who else has the draft open. A click follows one of them: the page scrolls to where they are. */
export function Presence({ studio: { draft } }: { studio: Studio }) {
  const editors = useDraftPeople(draft);
  const [followed, follow] = useState<string>();
  const people = byPerson(editors);
  const leader = people.find(({ person }) => person.id === followed);
  useFollowing(leader, () => follow(undefined));
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

/** Scrolls to the caret of who is followed; one's own key or wheel ends it. */
function useFollowing(leader: DraftEditor | undefined, onEnd: () => void) {
  const end = useEffectEvent(onEnd);
  const isFollowing = leader !== undefined;
  useEffect(() => {
    if (!leader) return;
    const frame = requestAnimationFrame(() => {
      const caret = document.querySelector(`[data-caret="${CSS.escape(leader.connection)}"]`);
      caret?.scrollIntoView({ block: 'center', behavior: 'instant' });
    });
    return () => cancelAnimationFrame(frame);
  }, [leader]);
  useEffect(() => {
    if (!isFollowing) return;
    const stop = () => end();
    for (const name of ['keydown', 'wheel', 'touchmove']) window.addEventListener(name, stop);
    return () => {
      for (const name of ['keydown', 'wheel', 'touchmove']) window.removeEventListener(name, stop);
    };
  }, [isFollowing]);
}
