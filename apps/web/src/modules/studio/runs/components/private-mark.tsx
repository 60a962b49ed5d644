import { Lock } from 'lucide-react';
import { Chip } from '../../../../ui/chip.tsx';
import { t } from '../state/private-messages.ts';

/** Says of a run that it was made in a browser, and that nobody else knows what was said. */
export function PrivateMark({ className }: { className?: string }) {
  return (
    <span title={t('markHint')} className={`inline-flex shrink-0 ${className ?? ''}`}>
      <Chip icon={<Lock />}>{t('mark')}</Chip>
    </span>
  );
}
