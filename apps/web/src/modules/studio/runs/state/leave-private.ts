import { forgetAllKeys } from './browser-store.ts';
import { clearPrivateRuns } from './open-private.ts';

/** What a sign-out takes along: the answers of this tab, and every key of this browser. */
export async function leavePrivate(): Promise<void> {
  clearPrivateRuns();
  await forgetAllKeys();
}
