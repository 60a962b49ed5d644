import { describe, expect, it } from 'vitest';
import { type AnswerFacts, createAnswerer, type Request } from './answer-requests.ts';

/** A thread whose statements say where the session stands after them, and a disk that takes its time. */
function makeThread({ flushMs = 5 }: { flushMs?: number } = {}) {
  const log: string[] = [];
  let standing: ReturnType<AnswerFacts['standing']> = 'idle';
  let committed = 0;
  let kept = 0;
  let now = 0;
  const inbox: Request[][] = [];
  const facts: AnswerFacts = {
    async answer(request) {
      if ('control' in request) return { id: request.id, results: [] };
      const text = request.statements[0]?.text;
      if (text === 'begin') standing = 'in-transaction';
      if (text === 'fail') standing = 'failed-transaction';
      if (text === 'commit' || text === 'rollback') standing = 'idle';
      if (text === 'commit') committed++;
      log.push(`${text} ${request.id}`);
      return { id: request.id, results: [], value: committed };
    },
    standing: () => standing,
    async flush() {
      now += flushMs;
      kept = committed;
      log.push('flush');
    },
    hear: () => inbox.splice(0),
    post(replies) {
      for (const { id, value } of replies) {
        log.push(`reply ${id}`);
        const text = log.find((line) => line === `commit ${id}`);
        if (text && Number(value) > kept) throw new Error(`commit ${id} was acknowledged before it was kept`);
      }
    },
    now: () => now,
  };
  const take = createAnswerer(facts);
  let id = 0;
  const say = (...texts: string[]): Request[] =>
    texts.map((text) =>
      text === 'fsyncs'
        ? { id: ++id, control: 'fsyncs' }
        : { id: ++id, statements: [{ text, params: [], keepsPlan: false }] },
    );
  return {
    log,
    inbox,
    say,
    take,
    passes(ms: number) {
      now += ms;
    },
    settle: () => new Promise((resolve) => setTimeout(resolve, 20)),
  };
}

describe('answers of the database thread', () => {
  it('acknowledge a commit once it is on the disk, and at once when nobody else is at work', async () => {
    const thread = makeThread();
    thread.take(thread.say('begin', 'insert'));
    await thread.settle();
    thread.take(thread.say('commit'));
    await thread.settle();
    expect(thread.log).toEqual(['begin 1', 'insert 2', 'reply 1', 'reply 2', 'commit 3', 'flush', 'reply 3']);
  });

  it('let the next transaction go on before the disk has answered, and keep several commits together', async () => {
    const thread = makeThread();
    const first = thread.say('begin', 'insert', 'commit');
    thread.inbox.push(thread.say('begin', 'insert', 'commit'), thread.say('begin', 'insert', 'commit'));
    thread.take(first);
    await thread.settle();
    expect(thread.log.filter((line) => line === 'flush')).toHaveLength(1);
    expect(thread.log.slice(-4)).toEqual(['flush', 'reply 3', 'reply 6', 'reply 9']);
  });

  it('wait within a transaction about as long as the disk takes, and no longer', async () => {
    const thread = makeThread({ flushMs: 50 });
    thread.take(thread.say('begin', 'commit', 'begin', 'commit'));
    await thread.settle();
    thread.take(thread.say('begin', 'commit', 'begin', 'select'));
    await thread.settle();
    expect(thread.log.at(-1)).toBe('reply 8');
    expect(thread.log).not.toContain('reply 6');
    thread.passes(60);
    await thread.settle();
    expect(thread.log.slice(-2)).toEqual(['flush', 'reply 6']);
  });

  it('do not ask the disk within a transaction that failed, but after it', async () => {
    const thread = makeThread();
    thread.take(thread.say('begin', 'commit', 'begin', 'fail'));
    await thread.settle();
    thread.passes(60);
    await thread.settle();
    expect(thread.log).not.toContain('flush');
    thread.take(thread.say('rollback'));
    await thread.settle();
    expect(thread.log.slice(-3)).toEqual(['flush', 'reply 2', 'reply 5']);
  });

  it('bring everything to the disk before they say how often the disk was asked', async () => {
    const thread = makeThread();
    thread.take(thread.say('begin', 'commit', 'fsyncs'));
    await thread.settle();
    expect(thread.log).toEqual(['begin 1', 'commit 2', 'flush', 'reply 2', 'reply 1', 'reply 3']);
  });
});
