import { useEffect, useState } from 'react';
import { folderStore } from '../state/use-folder.ts';
import { WorkerFailure } from '../workers/context-client.ts';
import type { FilePreview } from '../workers/worker-protocol.ts';
import { problemText } from './context-words.ts';

type Shown = { path: string; preview?: FilePreview; problem?: string };

/** Reads the file to be shown, in the worker; a file asked for later wins over a slow earlier one. */
export function useFilePreview(path: string | undefined) {
  const [shown, setShown] = useState<Shown>();
  const [attempt, setAttempt] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: an attempt reads the same file again
  useEffect(() => {
    if (path === undefined) return;
    let isLatest = true;
    folderStore()
      .ask('preview', { path })
      .then((preview) => {
        if (isLatest) setShown({ path, preview });
      })
      .catch((error: unknown) => {
        const problem = problemText(error instanceof WorkerFailure ? error.problem : 'failed');
        if (isLatest) setShown({ path, problem });
      });
    return () => {
      isLatest = false;
    };
  }, [path, attempt]);
  const current = shown?.path === path ? shown : undefined;
  return {
    preview: current?.preview,
    problem: current?.problem,
    retry: () => setAttempt((count) => count + 1),
  };
}
