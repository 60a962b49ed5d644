import { CONTEXT_LIMITS, type Refusal } from '@promptvault/context';
import { formatBytes } from '../../../../ui/format.ts';
import { t } from '../messages.ts';
import type { FolderProblem } from '../state/folder-store.ts';

/** Why a file cannot be taken, in words. */
export function refusalText(refusal: Refusal): string {
  switch (refusal) {
    case 'too_large':
      return t('refusalTooLarge', { limit: formatBytes(CONTEXT_LIMITS.fileBytes) });
    case 'binary':
      return t('refusalBinary');
    case 'gone':
      return t('refusalGone');
    case 'empty_range':
      return t('refusalEmptyRange');
    case 'pack_full':
      return t('refusalPackFull');
    case 'unreadable':
      return t('refusalUnreadable');
  }
}

/** What happened to the folder, and what to do. */
export function problemText(problem: FolderProblem): string {
  switch (problem) {
    case 'permission_lost':
      return t('problemPermissionLost');
    case 'denied':
      return t('problemDenied');
    case 'gone':
      return t('problemGone');
    case 'unreadable':
      return t('problemUnreadable');
    case 'not_connected':
      return t('problemNotConnected');
    case 'stopped':
      return t('problemStopped');
    case 'not_remembered':
      return t('problemNotRemembered');
    case 'failed':
      return t('problemFailed');
  }
}
