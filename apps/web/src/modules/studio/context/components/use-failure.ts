import { useState } from 'react';
import { toFolderError } from '../api/folder-source.ts';
import { problemText } from './context-words.ts';

/** Runs what a click starts and keeps why it failed, to be shown beside the button. */
export function useFailure() {
  const [failure, setFailure] = useState<string>();
  const attempt = (act: () => Promise<void>) => () => {
    setFailure(undefined);
    act().catch((error: unknown) => setFailure(problemText(toFolderError(error, '').code)));
  };
  return { failure, attempt };
}
