import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { Link } from '@tanstack/react-router';
import { CircleAlert, X } from 'lucide-react';
import { AvatarStack } from '../../../../ui/avatar.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import type { PeopleHere } from '../api/use-people-here.ts';
import { t } from '../messages.ts';
import { promptAddress } from '../state/prompt-address.ts';
import { forgetRefusal, useRefusal } from '../state/refusals.ts';

/** The title as a link, and below it why the last action was refused. */
export function PromptTitle({
  prompt,
  here: { editors, readers },
}: {
  prompt: PromptSummary;
  here: PeopleHere;
}) {
  const refusal = useRefusal(prompt.id);
  return (
    <>
      <span className="flex min-w-0 items-center gap-2">
        <Link
          to={promptAddress(prompt.id)}
          preload={false}
          tabIndex={-1}
          className="block truncate font-medium text-ink"
        >
          {prompt.title}
        </Link>
        {editors.length > 0 && (
          <span role="img" aria-label={t('editedBy', { names: editors.join(', ') })}>
            <AvatarStack names={editors} most={3} />
          </span>
        )}
        {readers.length > 0 && (
          <span role="img" aria-label={t('readBy', { names: readers.join(', ') })} className="grayscale">
            <AvatarStack names={readers} most={3} />
          </span>
        )}
      </span>
      {refusal && (
        <span role="alert" className="-mt-0.5 flex items-center gap-1.5 pb-1 text-12 font-normal text-bad">
          <CircleAlert aria-hidden="true" className="size-3.5 shrink-0" />
          <span className="min-w-0 flex-1 whitespace-normal">{refusal}</span>
          <IconButton
            size="small"
            label={t('dismiss')}
            icon={<X />}
            onClick={() => forgetRefusal(prompt.id)}
          />
        </span>
      )}
    </>
  );
}
