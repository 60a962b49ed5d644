import * as contract from '@promptvault/contract/studio/history/routes';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let runs: RunHouse;
let made: { first: string; second: string; cut: string; owners: string };
beforeAll(async () => {
  runs = await openRunHouse();
  const one = await runs.start(['scripted-json', null]);
  const cut = await runs.start(['scripted-cut']);
  const owners = await runs.start([null], { source: { kind: 'document', document: document } }, 'owner');
  const [first = '', second = ''] = one.runIds;
  made = { first, second, cut: cut.runIds[0] as string, owners: owners.runIds[0] as string };
  for (const runId of Object.values(made)) await runs.ended(runId, 'owner');
});
afterAll(() => runs.close());

type Query = Record<string, string | number>;
const list = async (caller: Parameters<RunHouse['house']['as']>[0], query: Query = {}) => {
  const { body } = await runs.house.as(caller).call(contract.listRuns, { query });
  return {
    ids: (body.items ?? []).map(({ id }: { id: string }) => id) as string[],
    next: body.nextCursor,
    body,
  };
};

describe('the list of runs', () => {
  it('has one’s own, newest first, in pages', async () => {
    const all = await list('editor');
    expect(all.ids).toEqual([made.cut, made.second, made.first]);
    const page = await list('editor', { limit: 2 });
    expect(page.ids).toEqual([made.cut, made.second]);
    const rest = await list('editor', { limit: 2, cursor: page.next });
    expect(rest).toMatchObject({ ids: [made.first], next: null });
  });

  it('has those of everybody for those who may see them', async () => {
    expect((await list('owner', { author: 'all' })).ids).toHaveLength(4);
    expect((await list('admin', { author: 'all' })).ids).toHaveLength(4);
    expect((await list('editor', { author: 'all' })).ids).toHaveLength(3);
    expect((await list('owner')).ids).toEqual([made.owners]);
    expect((await list('viewer', { author: 'all' })).ids).toEqual([]);
    expect((await list('stranger', { author: 'all', promptId: runs.promptId })).ids).toEqual([]);
  });

  it('is narrowed by status, model, prompt and words of the answer', async () => {
    expect((await list('editor', { status: 'failed' })).ids).toEqual([made.cut]);
    expect((await list('editor', { status: 'failed,finished', model: 'echo' })).ids).toEqual([made.second]);
    expect((await list('editor', { promptId: runs.promptId })).ids).toHaveLength(3);
    expect((await list('editor', { q: 'SCRIPTED ANSWER' })).ids).toEqual([made.first]);
    expect((await list('editor', { q: '%_' })).ids).toEqual([]);
    expect((await list('editor', { promptId: 'no-id' })).ids).toEqual([]);
  });

  it('refuses what is no status and no cursor', async () => {
    expect((await list('editor', { status: 'done' })).body.code).toBe('request.invalid');
    expect((await list('editor', { cursor: 'x' })).body.code).toBe('request.invalid');
    for (const day of ['2026-02-31', '2026-13-01', '2026-05', 'soon', '2026-05-31T25:00:00Z'])
      expect((await list('editor', { to: day })).body.code, day).toBe('request.invalid');
  });

  it('refuses a variant without its experiment, in the list and for its export', async () => {
    for (const route of [contract.listRuns, contract.exportRuns]) {
      const ask = (query: Record<string, string>) => runs.house.as('editor').call(route, { query });
      const { status, body } = await ask({ variant: 'B' });
      expect([status, body.code]).toEqual([422, 'request.invalid']);
      expect(body.errors).toMatchObject([
        { path: ['query', 'variant'], message: expect.stringContaining('experimentId') },
      ]);
      expect((await ask({ variant: 'B', experimentId: runs.promptId })).status).toBe(200);
    }
  });
});

describe('searching runs', () => {
  beforeAll(() => runs.house.deliver());
  const found = async (q: string, more: Query = {}) => (await list('editor', { q, ...more })).body.items;

  it('finds words of the answer, the prompt and the values, and says where', async () => {
    const [answered] = await found('scripted answer');
    expect(answered.match).toMatchObject({ where: 'answer' });
    const { text, ranges } = answered.match;
    expect(
      ranges.map(({ from, to }: { from: number; to: number }) => text.slice(from, to).toLowerCase()),
    ).toContain('scripted');
    const asked = await found('brief', { model: 'scripted-json' });
    expect(asked[0].match).toMatchObject({
      where: 'prompt',
      text: 'You are brief.',
      ranges: [{ from: 8, to: 13 }],
    });
  });

  it('shows what is around a word, wherever it stands in a long answer', async () => {
    const filling = 'calm sea '.repeat(60);
    const text = `${filling.slice(0, 270)}lagoon ${filling}estuary ${filling}`;
    runs.provider.script('scripted-long', { text });
    const { runIds } = await runs.start(['scripted-long']);
    await runs.ended(runIds[0] as string);
    for (const word of ['lagoon', 'estuary']) {
      const [{ match }] = await found(word);
      const [{ from, to }] = match.ranges;
      expect(match, word).toMatchObject({ where: 'answer', ranges: [{ from: 60 }] });
      expect(match.text.slice(from, to)).toBe(word);
      expect(match.text, word).toHaveLength(280);
      expect(text).toContain(match.text);
    }
    expect((await found('calm'))[0].match.text).toBe(text.slice(0, 280));
  });

  it('takes words as wholes, a star for any end, quotes together and a minus away', async () => {
    expect(await found('scripte')).toEqual([]);
    expect((await found('scripte*')).map(({ id }: { id: string }) => id)).toContain(made.first);
    expect(await found('"answer scripted"')).toEqual([]);
    expect(await found('scripted -answer', { status: 'finished' })).toEqual([]);
    expect(await found('"')).toEqual([]);
    for (const odd of ["'", '\\', "a'b*", ':*', '!', '(', '* *', '-', '-x*', '"a*', '\u{1F600}*'])
      expect((await list('editor', { q: odd })).body.items, odd).toBeDefined();
  });

  it('has a run that is not indexed yet, and the same run once afterwards', async () => {
    await runs.house.deliver();
    const { runIds } = await runs.start(['scripted-fast']);
    await runs.ended(runIds[0] as string, 'owner');
    const before = (await list('editor', { model: 'scripted-fast' })).ids;
    await runs.house.deliver();
    expect((await list('editor', { model: 'scripted-fast' })).ids).toEqual(before);
    expect(before).toEqual(runIds);
  });

  it('narrows by provider, version, day and cost, and sorts', async () => {
    const all = (await list('editor')).ids;
    expect((await list('editor', { provider: 'echo' })).ids).toEqual([made.second]);
    const { body } = await list('editor', { promptId: runs.promptId });
    const versionId = body.items[0].versionId;
    expect((await list('editor', { versionId })).ids).toHaveLength(all.length);
    expect((await list('editor', { sort: 'oldest' })).ids).toEqual([...all].reverse());
    expect((await list('editor', { from: '2000-01-01', to: '2000-12-31' })).ids).toEqual([]);
    const day: string = body.items[0].createdAt.slice(0, 10);
    expect((await list('editor', { from: day, to: day })).ids).toEqual(all);
    expect((await list('editor', { leastCost: 0, mostCost: 0 })).ids).toContain(made.second);
    expect((await list('editor', { leastCost: 999_999_999 })).ids).toEqual([]);
    expect((await list('editor', { leastCost: 0, mostCost: 0, model: 'echo' })).ids).toEqual([made.second]);
  });

  it('pages through every order without losing or doubling a run', async () => {
    const all = (await list('editor')).ids;
    for (const sort of ['newest', 'oldest', 'dearest', 'slowest']) {
      const seen: string[] = [];
      for (let cursor: string | undefined, turn = 0; turn === 0 || cursor; turn++) {
        const page = await list('editor', { sort, limit: 1, ...(cursor && { cursor }) });
        seen.push(...page.ids);
        cursor = page.next ?? undefined;
      }
      expect([...seen].sort(), sort).toEqual([...all].sort());
    }
  });

  it('finds words within sentences of scripts without spaces, indexed or not', async () => {
    const source = { kind: 'document', document };
    const { runIds } = await runs.start([null], {
      source,
      values: { topic: '大阪は日本の城下です。ภาษาไทย' },
    });
    await runs.ended(runIds[0] as string);
    for (const isIndexed of [false, true]) {
      if (isIndexed) await runs.house.deliver();
      const ids = async (q: string) => (await list('editor', { q })).ids;
      for (const q of ['城下', '大阪', '日本の城下', 'ภาษา', '城下 大阪', '阪*'])
        expect(await ids(q), `${q} ${isIndexed}`).toEqual(runIds);
      for (const q of ['下城', '名古屋', '日本 -城下']) expect(await ids(q), q).toEqual([]);
    }
    const [{ match }] = await found('城下');
    expect(
      match.ranges.map(({ from, to }: { from: number; to: number }) => match.text.slice(from, to)),
    ).toEqual(['城下']);
  });

  it('finds emoji, letters with their marks beside them, and the number of a version, indexed or not', async () => {
    const source = { kind: 'document', document };
    const apart = 'ガラスの城 Zoë 한국어'.normalize('NFD');
    const topic = `Ship v1.2.3 of python3.11 now🚀! ${apart}, ❤️‍🔥 👍🏽 → done`;
    const { runIds } = await runs.start([null], { source, values: { topic } });
    await runs.ended(runIds[0] as string);
    for (const isIndexed of [false, true]) {
      if (isIndexed) await runs.house.deliver();
      const ids = async (q: string) => (await list('editor', { q })).ids;
      const asked = [
        '🚀',
        'now🚀',
        '"now 🚀"',
        '❤',
        '❤️',
        '❤️‍🔥',
        '👍',
        '👍🏽',
        '→',
        '🚀 ❤',
        '🚀*',
        '😀 or 🚀',
      ];
      const marked = ['ガラス', 'ガラス'.normalize('NFD'), 'zoe', 'Zoë', '한국어', '한국어'.normalize('NFD')];
      const numbers = ['1.2.3', 'v1.2.3', '3.11', '"ship v1.2.3 of"', 'python3.11'];
      for (const q of [...asked, ...marked, ...numbers])
        expect(await ids(q), `${q} ${isIndexed}`).toEqual(runIds);
      for (const q of ['😀', 'now -🚀', '🚀❤', 'カラス', '2.3', '1.2.4', '🏽👍'])
        expect(await ids(q), `${q} ${isIndexed}`).toEqual([]);
    }
    for (const [q, shown] of [
      ['🚀', '🚀'],
      ['ガラス', 'ガラス'.normalize('NFD')],
      ['❤', '❤️‍'],
      ['한국어', '한국어'.normalize('NFD')],
    ] as const) {
      const [{ match }] = await found(q);
      const [{ from, to }] = match.ranges;
      expect(match.text.slice(from, to), q).toBe(shown);
    }
  });
});
