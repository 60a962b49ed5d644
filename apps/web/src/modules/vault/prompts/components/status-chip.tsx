import type { PromptStatus, PromptVisibility } from '@promptvault/contract/vault/prompts/shapes';
import { Lock } from 'lucide-react';
import { StatusDot } from '../../../../ui/badge.tsx';
import { t } from '../messages.ts';

const tones = { published: 'ok', unpublished: 'off', archived: 'plain' } as const;
const names = {
  published: () => t('published'),
  unpublished: () => t('unpublished'),
  archived: () => t('archived'),
};

/** Status as a dot and a word; a lock when only the author and co-editors see it. */
export function StatusChip({ status, visibility }: { status: PromptStatus; visibility: PromptVisibility }) {
  return (
    <span className="inline-flex items-center gap-1.5 text-12 text-ink-2">
      <StatusDot tone={tones[status]} />
      {names[status]()}
      {visibility === 'private' && (
        <Lock role="img" aria-label={t('private')} className="size-3 text-ink-3" />
      )}
    </span>
  );
}
