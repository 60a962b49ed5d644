import type { PrivateRunCounts } from '@promptvault/contract/studio/runs/private-shapes';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../../../../wire/api-problem.ts';
import { type Counts, createCountOutbox } from './count-outbox.ts';
import type { KeyStore } from './private-keys.ts';
import type { Run } from './run-answer.ts';

const ada = { organizationId: 'o1', personId: 'ada' };
const counts: Counts = {
  promptId: 'p1',
  versionNumber: 1,
  provider: 'openai',
  ownAddress: false,
  model: 'gpt-5',
  status: 'interrupted',
  finishReason: 'interrupted',
  errorCode: null,
  inputTokens: null,
  outputTokens: null,
  cachedInputTokens: null,
  reasoningTokens: null,
  usageEstimated: true,
  timeToFirstTokenMs: null,
  durationMs: 0,
};
const problem = (status: number, code: string) => new ApiProblem({ status, code, message: code });

function open() {
  const values = new Map<string, unknown>();
  const store: KeyStore = {
    get: async (name) => values.get(name),
    update: async (name, change) => void values.set(name, change(values.get(name))),
    delete: async (names) => {
      for (const name of names) values.delete(name);
    },
    names: async () => [...values.keys()],
  };
  const sent: { id: string; counts: PrivateRunCounts }[] = [];
  const state = {
    now: 1_000_000,
    going: false,
    fail: undefined as ((c: PrivateRunCounts) => unknown) | undefined,
  };
  const outbox = createCountOutbox({
    store,
    now: () => state.now,
    isGoingOn: async () => state.going,
    send: async (id, told) => {
      const error = state.fail?.(told);
      if (error) throw error;
      sent.push({ id, counts: told });
      return { id: 'r1' } as Run;
    },
  });
  return { values, sent, state, outbox };
}

describe('the numbers of private runs', () => {
  it('are told when a run ends, and then kept no longer', async () => {
    const { outbox, sent, values } = open();
    await outbox.begin(ada, 'a', counts);
    expect(values.size).toBe(1);
    const run = await outbox.end(ada, 'a', { ...counts, status: 'finished', durationMs: 500 });
    expect(run?.id).toBe('r1');
    expect(sent).toEqual([{ id: 'a', counts: { ...counts, status: 'finished', durationMs: 500, agoMs: 0 } }]);
    expect(values.size).toBe(0);
  });

  it('wait while the server cannot be reached, and say how long ago it was', async () => {
    const { outbox, sent, state } = open();
    state.fail = () => new TypeError('Failed to fetch');
    expect(await outbox.end(ada, 'a', counts)).toBeUndefined();
    state.fail = undefined;
    state.now += 60_000;
    await outbox.flush(ada);
    await outbox.flush(ada);
    expect(sent.map(({ counts: { agoMs } }) => agoMs)).toEqual([60_000]);
  });

  it('of a tab that was closed are told as interrupted by the next one, of one that goes on by itself', async () => {
    const { outbox, sent, state } = open();
    await outbox.begin(ada, 'a', counts);
    state.going = true;
    await outbox.flush(ada);
    expect(sent).toEqual([]);
    state.going = false;
    await outbox.flush(ada);
    expect(sent[0]?.counts.status).toBe('interrupted');
  });

  it('are counted without a prompt that is gone, and dropped where they are forbidden', async () => {
    const { outbox, sent, state, values } = open();
    state.fail = ({ promptId }) => promptId && problem(404, 'resource.not_found');
    await outbox.end(ada, 'a', counts);
    expect(sent[0]?.counts).toMatchObject({ promptId: null, versionNumber: null });
    state.fail = () => problem(403, 'run.private_forbidden');
    await outbox.end(ada, 'b', counts);
    expect(values.size).toBe(0);
    // Its answer was lost, and it is told again: how long ago it was is told otherwise, so the key says that it was heard.
    state.fail = () => problem(409, 'request.idempotency_conflict');
    await outbox.end(ada, 'heard', counts);
    expect(values.size).toBe(0);
    state.fail = () => problem(401, 'auth.required');
    await outbox.end(ada, 'c', counts);
    expect(values.size).toBe(1);
  });

  it('are told by their own person in their own organization alone', async () => {
    const { outbox, sent } = open();
    await outbox.begin(ada, 'a', counts);
    await outbox.flush({ ...ada, organizationId: 'o2' });
    await outbox.flush({ ...ada, personId: 'bob' });
    expect(sent).toEqual([]);
  });
});
