/**
 * A tool that is another prompt: it answers as a run of its own, on the same model, with the arguments as values. It
 * runs as whoever started the outer run, so that a prompt leads nobody to one they do not see.
 */
import { DomainError } from '@promptvault/contract/errors';
import type { Ports } from '../../../../foundation/context/ctx.ts';
import { findTarget } from '../../../vault/prompts/index.ts';
import { findRunState } from '../repository/runs.ts';
import type { CallPrompt } from './call-tool.ts';
import { exampleChooser, resultOf } from './choose-examples.ts';
import type { LiveRun, RunOrder } from './execute-run.ts';
import { placePart } from './place-part.ts';
import { readSource } from './read-source.ts';
import { answered, failed } from './tool-answer.ts';
import { withoutFiles } from './without-files.ts';

/** Prompts that call one another, the outermost counted. */
export const deepestPrompt = 4;

export const callPrompt =
  (ports: Ports, live: LiveRun): CallPrompt =>
  async (reference, values) => {
    const placed = await placePrompt(ports, live, reference, values).catch((error: unknown) => {
      if (error instanceof DomainError) return wordsOf(reference, error);
      throw error;
    });
    if (typeof placed === 'string') return failed(placed);
    await live.call(placed);
    const { organizationId, runId } = placed;
    const scope = { organizationId, job: 'studio/runs.tool', onBehalfOf: null };
    const row = await ports.within(scope, (ctx) => findRunState(ctx.tx, organizationId, runId));
    live.partsMicroDollars += (row?.costMicroDollars ?? 0) + (row?.rolledMicroDollars ?? 0);
    const answer =
      row?.status === 'finished'
        ? answered(row.output)
        : failed(`"${reference}" gave no answer: ${row?.errorMessage ?? 'it was stopped.'}`);
    return { ...answer, partId: runId };
  };

/** Its order, or why it is not called. */
async function placePrompt(
  ports: Ports,
  live: LiveRun,
  reference: string,
  values: Record<string, unknown>,
): Promise<RunOrder | string> {
  const { order, processId } = live;
  const { organizationId, authorId, trail } = order;
  const model = { ...live.model, fallbacks: [] };
  const scope = { organizationId, job: 'studio/runs.tool', onBehalfOf: authorId };
  return ports.within(scope, async (ctx) => {
    const target = await findTarget(ctx, reference);
    if (!target) return `There is no prompt "${reference}".`;
    const { promptId, number } = target;
    if (trail.includes(promptId)) return `"${reference}" was not called: it is being answered already.`;
    if (trail.length >= deepestPrompt)
      return `"${reference}" was not called: ${deepestPrompt} prompts call one another already.`;
    const source = await readSource(ctx, {
      source: { kind: 'version', promptId, number },
      values,
      context: [],
      choose: exampleChooser(ctx, async () => [model]),
    });
    const { prompt, version, rendered, document } = source;
    if (!prompt || !version) return `There is no prompt "${reference}".`;
    const { messages, settings, tools, responseSchema, techniques } = rendered;
    const kept = withoutFiles(document, values);
    const input = { values: kept.values, omittedValues: kept.omitted, settings, overrides: {} };
    const runId = await placePart(ctx, {
      parentId: order.runId,
      kind: 'tool',
      model,
      messages,
      attachments: [],
      settings,
      processId,
      other: { prompt, version, input },
    });
    return {
      ...{ organizationId, runId, authorId, model, messages, settings, tools, responseSchema },
      // What it is given are its values.
      attachments: [],
      // The place of the outer run is its own: one that waited for another could wait for ever.
      places: [],
      confirmedTools: [],
      form: responseSchema === null ? null : { schema: responseSchema, before: '' },
      rolledMicroDollars: 0,
      trail: [...trail, promptId],
      techniques,
      result: resultOf(source),
      cacheKey: null,
      cached: null,
    };
  });
}

function wordsOf(reference: string, error: DomainError): string {
  const issues = error.issues.map(({ message }) => `- ${message}`);
  return [`"${reference}" was not called: ${error.message}`, ...issues].join('\n');
}
