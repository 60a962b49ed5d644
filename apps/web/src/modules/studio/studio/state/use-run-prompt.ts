import type { RenderedDocument } from '@promptvault/document';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useSession } from '../../../../shell/session.ts';
import { toRunModel } from '../../models/index.ts';
import {
  needsServer,
  privatePolicyQuery,
  privateText,
  type StartRuns,
  startPrivateRuns,
  useStartRuns,
} from '../../runs/index.ts';
import { t } from '../messages.ts';
import { modelsWithout } from './run-attachments.ts';
import { type AskedTool, toolsToConfirm } from './tool-kinds.ts';
import { ExamplesFailure } from './use-examples.ts';
import type { Rendering } from './use-rendering.ts';
import type { Studio } from './use-studio.ts';
import { type Entries, valueProblems } from './variable-values.ts';

/** What keeps a prompt from running, as a place to lead to. */
export type RunObstacle =
  | { kind: 'no-model' }
  | { kind: 'too-many'; count: number }
  /** Why it cannot be run privately, in words. */
  | { kind: 'private'; reason: string }
  /** No examples can be chosen from cases, in words. */
  | { kind: 'examples'; reason: string }
  /** None of the chosen models takes the attachments. */
  | { kind: 'blind'; models: string }
  | { kind: 'value'; name: string }
  | { kind: 'problem'; problem: RenderedDocument['problems'][number] };

/** As the server has it: models × sets × answers of each. */
export const mostRunsAtOnce = 100;

/** What keeps this text with these entries from being run. */
function findObstacle(
  { variables, rendered: { problems } }: Rendering,
  entries: Entries,
): RunObstacle | undefined {
  const faults = valueProblems(variables, entries, problems);
  for (const { name } of variables) if (faults.has(name)) return { kind: 'value', name };
  const problem = problems.find(({ severity }) => severity === 'error');
  return problem && { kind: 'problem', problem };
}

type Privately = Omit<Parameters<typeof startPrivateRuns>[0], 'session'>;

/** Straight from this browser, as long as the organization allows it at this moment. */
function useRunPrivately() {
  const session = useSession();
  const queries = useQueryClient();
  return async (order: Privately): Promise<{ comparison: string } | { reason: string }> => {
    const needs = order.sets.map(({ sent }) => needsServer(sent)).find((each) => each !== undefined);
    if (needs !== undefined) return { reason: needs };
    const { allowed } = await queries.fetchQuery({ ...privatePolicyQuery, staleTime: 0 });
    if (!allowed || !session) return { reason: privateText('forbidden') };
    return startPrivateRuns({ ...order, session });
  };
}

/** Runs exactly what the browser has rendered: the version where nothing was changed, else a copy of the text. */
export function useRunPrompt(studio: Studio) {
  const start = useStartRuns();
  const runPrivately = useRunPrivately();
  const [keepContext, setKeepContext] = useState(false);
  const [samples, setSamples] = useState(1);
  const [confirmed, setConfirmed] = useState<readonly string[]>([]);
  const toConfirm = toolsToConfirm(studio.rendering.rendered.tools);
  const confirmedTools = toConfirm.flatMap(({ name, calls }) =>
    confirmed.includes(`${name} ${calls}`) ? [name] : [],
  );
  const [fresh, setFresh] = useState(false);
  const [sent, setSent] = useState<{ comparison: string; hashes: string[] }>();
  const [isChoosing, setIsChoosing] = useState(false);

  /** What is sent with each set, as the preview shows it of one. */
  const withExamples = async (renderings: Rendering[]): Promise<Rendering[] | RunObstacle> => {
    setIsChoosing(true);
    try {
      return await studio.withExamples(renderings);
    } catch (error) {
      if (error instanceof ExamplesFailure) return { kind: 'examples', reason: error.message };
      throw error;
    } finally {
      setIsChoosing(false);
    }
  };

  const run = async (): Promise<{ comparison: string } | RunObstacle> => {
    const { prompt, draft, models, baseNumber, isEdited } = studio;
    const document = draft?.editing.document() ?? studio.document;
    // What is shown may be a key older than what is written.
    const now = studio.renderNow(document);
    const { privately } = studio;
    const chosen = privately.isOn ? privately.choices.length : models.choices.length;
    if (chosen === 0) return { kind: 'no-model' };
    const { files } = studio.attached;
    if (files.length > 0 && privately.isOn) return { kind: 'private', reason: t('attachmentsPrivate') };
    const unable = models.known.filter((model) => modelsWithout([model], files).length > 0);
    if (unable.length > 0 && unable.length === chosen)
      return { kind: 'blind', models: unable.map(({ model }) => model).join(', ') };
    const { sets, entries, choose } = studio.valueSets;
    const count = chosen * samples * Math.max(1, sets.length);
    if (count > mostRunsAtOnce) return { kind: 'too-many', count };
    const each = sets.length > 0 ? sets : [{ id: undefined, name: '', entries }];
    const written = each.map((set) => studio.renderNow(document, set.entries));
    for (const [place, set] of each.entries()) {
      const obstacle = findObstacle(written[place] as Rendering, set.entries);
      if (!obstacle) continue;
      if (set.id !== undefined) choose(set.id);
      return obstacle;
    }
    const whole = await withExamples(written);
    if ('kind' in whole) return whole;
    const rendered = each.map((set, place) => ({ set, of: whole[place] as Rendering }));
    const isSaved = baseNumber !== undefined && !isEdited && document === studio.document;
    if (privately.isOn) {
      const started = await runPrivately({
        prompt: { id: prompt.id, title: prompt.title },
        versionNumber: isSaved ? (baseNumber ?? null) : null,
        choices: privately.choices,
        samples,
        sets: rendered.map(({ set, of }, index) => ({
          set: set.id === undefined ? null : { name: set.name, index },
          sent: of.rendered,
        })),
      });
      return 'reason' in started ? { kind: 'private', reason: started.reason } : started;
    }
    const source: StartRuns['source'] = isSaved
      ? { kind: 'version', promptId: prompt.id, number: baseNumber }
      : { kind: 'document', promptId: prompt.id, document };
    const { comparison } = await start.mutateAsync({
      source,
      ...(sets.length > 0
        ? {
            sets: rendered.map(({ set: { name }, of: { values } }) => ({
              name,
              values: values as NonNullable<StartRuns['values']>,
            })),
          }
        : { values: now.values as StartRuns['values'] }),
      models: models.choices.map(toRunModel),
      samples,
      context: now.pack.items,
      attachments: files.map(({ name, data }) => ({ name, data })),
      keepContext,
      confirmedTools,
      fresh,
    });
    // The hash of a run is of its attachments too, which the preview does not hold.
    if (files.length === 0)
      setSent({ comparison: comparison.id, hashes: rendered.map(({ of }) => of.rendered.hash) });
    return { comparison: comparison.id };
  };
  return {
    run,
    isStarting: start.isPending || isChoosing,
    error: start.error,
    sent,
    keepContext,
    setKeepContext,
    toConfirm: toConfirm.map((tool) => ({ ...tool, agreed: confirmedTools.includes(tool.name) })),
    /** Agrees to this call of this host alone: another address has to be agreed to anew. */
    confirmTool: ({ name, calls }: AskedTool, agreed: boolean) => {
      const key = `${name} ${calls}`;
      setConfirmed((before) => (agreed ? [...before, key] : before.filter((one) => one !== key)));
    },
    samples,
    setSamples,
    fresh,
    setFresh,
  };
}
