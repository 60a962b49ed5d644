/**
 * Numbers of private runs that the server has not heard yet, kept in this browser: a run is written down when it begins,
 * so that it counts also when its tab is closed or the server cannot be reached. Only numbers ever stand here.
 */
import type { PrivateRunCounts } from '@promptvault/contract/studio/runs/private-shapes';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import type { KeyStore, Owner } from './private-keys.ts';
import type { Run } from './run-answer.ts';

export type Counts = Omit<PrivateRunCounts, 'agoMs'>;
type Waiting = { counts: Counts; startedAt: number; endedAt: number | null };

interface World {
  store: KeyStore;
  send: (id: string, counts: PrivateRunCounts) => Promise<Run | undefined>;
  /** Whether the tab that makes this run is still there. */
  isGoingOn: (id: string) => Promise<boolean>;
  now: () => number;
}

export interface CountOutbox {
  /** A run has begun: what will be told of it should nothing more be heard. */
  begin(owner: Owner, id: string, counts: Counts): Promise<void>;
  /** It is over. @returns what the server made of it; undefined where it has not heard of it yet */
  end(owner: Owner, id: string, counts: Counts): Promise<Run | undefined>;
  /** Tells what was not told: of tabs that are gone, and of times without a connection. */
  flush(owner: Owner): Promise<void>;
}

const longestWaitMs = 89 * 86_400_000;
const prefix = ({ personId, organizationId }: Owner) => `count ${personId} ${organizationId} `;

/** The prompt or version is gone, or the person no longer sees it: the run is counted without it. */
const isWithoutPrompt = (error: unknown) =>
  error instanceof ApiProblem && ['resource.not_found', 'prompt.version_unknown'].includes(error.code);

/** The server will never take it, however often it is told. */
const isRefused = (error: unknown) =>
  error instanceof ApiProblem &&
  error.status >= 400 &&
  error.status < 500 &&
  ![401, 408, 409, 425, 429].includes(error.status);

/** It was heard before: only how long ago it was is told otherwise now. */
const isHeard = (error: unknown) =>
  error instanceof ApiProblem && error.code === 'request.idempotency_conflict';

export function createCountOutbox({ store, send, isGoingOn, now }: World): CountOutbox {
  const tell = async (name: string, id: string, { counts, startedAt, endedAt }: Waiting) => {
    const agoMs = Math.max(0, Math.min(longestWaitMs, Math.round(now() - (endedAt ?? startedAt))));
    try {
      const run = await send(id, { ...counts, agoMs }).catch((error: unknown) => {
        if (!isWithoutPrompt(error)) throw error;
        return send(`${id}-loose`, { ...counts, promptId: null, versionNumber: null, agoMs });
      });
      await store.delete([name]);
      return run;
    } catch (error) {
      if (isRefused(error) || isHeard(error)) await store.delete([name]);
      return undefined; // It waits for the next time.
    }
  };
  return {
    begin: (owner, id, counts) =>
      store.update(prefix(owner) + id, () => ({ counts, startedAt: now(), endedAt: null }) satisfies Waiting),
    async end(owner, id, counts) {
      const name = prefix(owner) + id;
      const waiting: Waiting = { counts, startedAt: now() - counts.durationMs, endedAt: now() };
      await store.update(name, () => waiting);
      return tell(name, id, waiting);
    },
    async flush(owner) {
      for (const name of await store.names()) {
        if (!name.startsWith(prefix(owner))) continue;
        const id = name.slice(prefix(owner).length);
        const waiting = (await store.get(name)) as Waiting | undefined;
        if (!waiting || (waiting.endedAt === null && (await isGoingOn(id)))) continue;
        await tell(name, id, waiting);
      }
    },
  };
}
