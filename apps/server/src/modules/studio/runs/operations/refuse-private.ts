import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { RunRow } from '../repository/runs.ts';

/** For whatever needs more of a run than numbers. @throws run.is_private */
export function refusePrivate<R extends Pick<RunRow, 'isPrivate'>>(run: R): R {
  if (run.isPrivate) throw RunError.is_private();
  return run;
}
