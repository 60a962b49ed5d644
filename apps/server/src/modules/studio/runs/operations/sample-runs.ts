import { createHash } from 'node:crypto';
import { emptyDocument } from '@promptvault/document';
import { personOf } from '../../../../foundation/context/actor.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { insertRunRows } from '../repository/runs.ts';
import { hashOf } from './hash-of.ts';
import { engineOf } from './run-engine.ts';

/** The smallest image there is. */
const dot = Buffer.from('R0lGODlhAQABAAAAACwAAAAAAQABAAACAkQBADs=', 'base64');

/** A finished run on the echo model that was never called; for tests and demonstration data. */
async function sample(ctx: Ctx): Promise<{ runId: string; comparisonId: string }> {
  const { organizationId } = ctx;
  const now = ctx.clock.now();
  const ids = { comparisonId: ctx.newId(), inputId: ctx.newId(), runId: ctx.newId() };
  const place = { organizationId, createdAt: now };
  const authorId = personOf(ctx.actor);
  const { comparisonId, inputId, runId } = ids;
  const loose = { promptId: null, promptTitle: null };
  const instructions = { id: 's1', kind: 'instructions', role: null, text: 'Say what you are.' } as const;
  const document = { ...emptyDocument(), sections: [instructions] };
  const sent = { settings: {}, overrides: {}, sentHash: hashOf('[]'), keepContext: true };
  await insertRunRows(ctx.tx, {
    comparison: { ...place, ...loose, id: comparisonId, authorId },
    inputs: [{ ...place, id: inputId, document, values: {}, omittedValues: [], ...sent }],
    items: [],
    attachments: [
      {
        ...{ organizationId, inputId, position: 0, name: 'dot.gif', mediaType: 'image/gif' },
        ...{
          size: dot.byteLength,
          width: 1,
          height: 1,
          pages: null,
          hash: createHash('sha256').update(dot).digest('hex'),
          content: dot,
        },
      },
    ],
    runs: [
      {
        ...place,
        id: runId,
        comparisonId,
        inputId,
        kind: 'single',
        sampleIndex: 0,
        status: 'finished',
        authorId,
        connectionName: 'Built in',
        provider: 'echo',
        model: 'echo',
        output: 'This is the echo model.',
        outputEventId: 2,
        toolCalls: [],
        warnings: [],
        finishReason: 'stop',
        inputTokens: 3,
        outputTokens: 5,
        usageEstimated: true,
        costMicroDollars: 0,
        priceVersion: 'built in',
        startedAt: now,
        endedAt: now,
        timeToFirstTokenMs: 15,
        durationMs: 90,
        processId: engineOf(ctx.ports).processId,
        heartbeatAt: now,
      },
    ],
  });
  return { runId, comparisonId };
}

export const sampleRun = async (ctx: Ctx) => ({ id: (await sample(ctx)).runId });
export const sampleComparison = async (ctx: Ctx) => ({ id: (await sample(ctx)).comparisonId });
