import { afterEach, describe, expect, it } from 'vitest';
import * as z from 'zod';
import type { Database } from '../db/database.ts';
import { openEmbedded } from '../db/embedded/open-embedded.ts';
import { silentLog } from '../log/log.ts';
import { defineJob, type JobDeclaration } from '../module/define-module.ts';
import { createJobQueue, type JobQueue } from './job-queue.ts';

const scope = { organizationId: null, userId: null };
let close = async () => {};
afterEach(() => close());

async function openQueue(kinds: Record<string, JobDeclaration>): Promise<{ db: Database; queue: JobQueue }> {
  const db = await openEmbedded({ dataDirectory: null, classes: [] });
  const queue = createJobQueue(db, kinds, silentLog, { retryDelaySeconds: 0, pollingSeconds: 0.5 });
  close = async () => {
    await queue.stop();
    await db.close();
  };
  await queue.prepare();
  await db.seal();
  await queue.work(() => ({}) as never);
  return { db, queue };
}

const until = async (condition: () => boolean | Promise<boolean>) => {
  for (let tries = 0; tries < 200; tries++) {
    if (await condition()) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error('it never happened');
};

describe('the job queue', () => {
  it('runs what was sent in a committed transaction and forgets what was rolled back', async () => {
    const seen: number[] = [];
    const note = defineJob({
      urgency: 'soon',
      data: z.object({ n: z.number() }),
      handler: async () => async (_work, data) => {
        seen.push(data.n);
      },
    });
    const { db, queue } = await openQueue({ note });
    await expect(
      db.tenant(scope, async (tx) => {
        await queue.send(tx, 'note', { n: 1 });
        throw new Error('rolled back');
      }),
    ).rejects.toThrow('rolled back');
    await db.tenant(scope, (tx) => queue.send(tx, 'note', { n: 2 }));
    await until(() => seen.length > 0);
    expect(seen).toEqual([2]);
  });

  it('tries again what failed, and keeps what fails for good as a dead letter', {
    timeout: 60_000,
  }, async () => {
    let tries = 0;
    const failing = defineJob({
      urgency: 'soon',
      data: z.object({}),
      retries: 2,
      handler: async () => async () => {
        tries++;
        throw new Error('this never works');
      },
    });
    const { db, queue } = await openQueue({ failing });
    await db.tenant(scope, (tx) => queue.send(tx, 'failing', {}));
    await until(async () => (await queue.deadLetters(10)).length === 1);
    expect(tries).toBe(3);
    expect((await queue.deadLetters(10))[0]?.kind).toBe('failing');
  });

  it('refuses a kind nobody declared and data of another form', async () => {
    const kind = defineJob({
      urgency: 'later',
      data: z.object({ n: z.number() }),
      handler: async () => async () => {},
    });
    const { db, queue } = await openQueue({ kind });
    await expect(db.tenant(scope, (tx) => queue.send(tx, 'other', {}))).rejects.toThrow('No module declares');
    await expect(db.tenant(scope, (tx) => queue.send(tx, 'kind', { n: 'x' }))).rejects.toThrow();
  });
});
