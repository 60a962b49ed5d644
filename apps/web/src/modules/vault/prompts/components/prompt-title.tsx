import type { PromptSummary } from '@promptvault/contract/vault/prompts/shapes';
import { Link } from '@tanstack/react-router';
import { CircleAlert, X } from 'lucide-react';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { t } from '../messages.ts';
import { promptAddress } from '../state/prompt-address.ts';
import { forgetRefusal, useRefusal } from '../state/refusals.ts';

/** The title as a link, and below it why the last action was refused. */
export function PromptTitle({ prompt }: { prompt: PromptSummary }) {
  const refusal = useRefusal(prompt.id);
  return (
    <>
      <Link
        to={promptAddress(prompt.id)}
        preload={false}
        tabIndex={-1}
        className="block truncate font-medium text-ink"
      >
        {prompt.title}
      </Link>
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
