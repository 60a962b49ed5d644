import type { Ports } from '../../../../foundation/context/ctx.ts';
import { readSecrets } from '../../secrets/index.ts';
import type { LiveRun } from './execute-run.ts';
import type { FindSecrets } from './http-tool.ts';

/** The organization's secrets, read at the moment of a call: one that was replaced or deleted is so at once. */
export const findSecrets =
  (ports: Ports, { order: { organizationId, authorId } }: LiveRun): FindSecrets =>
  (names) =>
    ports.within({ organizationId, job: 'studio/runs.tool', onBehalfOf: authorId }, (ctx) =>
      readSecrets(ctx, names),
    );
