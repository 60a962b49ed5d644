import type { RenderedDocument } from '@promptvault/document';
import { useState } from 'react';
import { toRunModel } from '../../models/index.ts';
import { type StartRuns, useStartRuns } from '../../runs/index.ts';
import type { Studio } from './use-studio.ts';

/** What keeps a prompt from running, as a place to lead to. */
export type RunObstacle =
  | { kind: 'no-model' }
  | { kind: 'value'; name: string }
  | { kind: 'problem'; problem: RenderedDocument['problems'][number] };

export function findObstacle(
  studio: Studio,
  problems: RenderedDocument['problems'],
): RunObstacle | undefined {
  if (studio.models.choices.length === 0) return { kind: 'no-model' };
  for (const { name } of studio.rendering.variables)
    if (studio.valueFaults.has(name)) return { kind: 'value', name };
  const problem = problems.find(({ severity }) => severity === 'error');
  return problem && { kind: 'problem', problem };
}

/** Runs exactly what the browser has rendered: the version where nothing was changed, else a copy of the text. */
export function useRunPrompt(studio: Studio) {
  const start = useStartRuns();
  const [keepContext, setKeepContext] = useState(false);
  const [samples, setSamples] = useState(1);
  const [sent, setSent] = useState<{ comparison: string; hash: string }>();

  const run = async (): Promise<{ comparison: string } | RunObstacle> => {
    const { prompt, draft, models, baseNumber, isEdited } = studio;
    const document = draft?.editing.document() ?? studio.document;
    // What is shown may be a key older than what is written.
    const now = studio.renderNow(document);
    const obstacle = findObstacle(studio, now.rendered.problems);
    if (obstacle) return obstacle;
    const isSaved = baseNumber !== undefined && !isEdited && document === studio.document;
    const source: StartRuns['source'] = isSaved
      ? { kind: 'version', promptId: prompt.id, number: baseNumber }
      : { kind: 'document', promptId: prompt.id, document };
    const { comparison } = await start.mutateAsync({
      source,
      values: now.values as StartRuns['values'],
      models: models.choices.map(toRunModel),
      samples,
      context: now.pack.items,
      keepContext,
    });
    setSent({ comparison: comparison.id, hash: now.rendered.hash });
    return { comparison: comparison.id };
  };
  return {
    run,
    isStarting: start.isPending,
    error: start.error,
    sent,
    keepContext,
    setKeepContext,
    samples,
    setSamples,
  };
}
