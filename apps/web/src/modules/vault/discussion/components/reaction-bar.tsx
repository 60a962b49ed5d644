import { SmilePlus } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import type { Comment, ReactionSign } from '../api/threads.ts';
import type { ThreadChanges } from '../api/use-thread-changes.ts';
import { t } from '../messages.ts';

const faces: Record<ReactionSign, { face: string; label: () => string }> = {
  '+1': { face: '👍', label: () => t('thumbsUp') },
  '-1': { face: '👎', label: () => t('thumbsDown') },
  heart: { face: '❤️', label: () => t('heart') },
  tada: { face: '🎉', label: () => t('tada') },
  eyes: { face: '👀', label: () => t('eyes') },
  thinking: { face: '🤔', label: () => t('thinking') },
};

type ReactionBarProps = { comment: Comment; mayReact: boolean; changes: ThreadChanges };

export function ReactionBar({ comment, mayReact, changes }: ReactionBarProps) {
  const toggle = (sign: ReactionSign, take: boolean) => changes.react.mutate({ comment, sign, take });
  const { reactions } = comment;
  return (
    <div className="mt-1 flex flex-wrap items-center gap-1 empty:hidden">
      {reactions.map(({ sign, people, mine }) => {
        const names = people.map(({ name }) => name).join(', ');
        const { face, label } = faces[sign];
        return (
          <button
            key={sign}
            type="button"
            disabled={!mayReact}
            aria-pressed={mine}
            aria-label={t('reactedWith', { sign: label(), people: names })}
            title={names}
            onClick={() => toggle(sign, mine)}
            className="inline-flex h-6 items-center gap-1 rounded-full border border-edge px-1.5 text-12 tabular hover:bg-raise aria-pressed:border-transparent aria-pressed:bg-accent-weak pointer-coarse:h-8"
          >
            <span aria-hidden="true">{face}</span>
            {people.length}
          </button>
        );
      })}
      {mayReact && (
        <Popover
          label={t('react')}
          className="flex gap-0.5 p-1!"
          trigger={(props) => <IconButton {...props} size="small" label={t('react')} icon={<SmilePlus />} />}
        >
          {(close) =>
            (Object.keys(faces) as ReactionSign[]).map((sign) => (
              <button
                key={sign}
                type="button"
                aria-label={faces[sign].label()}
                title={faces[sign].label()}
                onClick={() => {
                  const mine = reactions.some((each) => each.sign === sign && each.mine);
                  toggle(sign, mine);
                  close();
                }}
                className="grid size-8 place-items-center rounded-md text-16 hover:bg-raise pointer-coarse:size-10"
              >
                {faces[sign].face}
              </button>
            ))
          }
        </Popover>
      )}
    </div>
  );
}
