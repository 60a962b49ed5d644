import * as contract from '@promptvault/contract/studio/runs/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { renderPrompt } from '@promptvault/contract/vault/prompts/routes';
import type { ResolvedReference } from '@promptvault/contract/vault/prompts/shapes';
import { emptyDocument, render } from '@promptvault/document';
import { readPromptFile } from '@promptvault/document/file';
import { document, heard, last, openRunHouse, pause, type RunHouse } from '@promptvault/testing/run-house';
import { callers } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

describe('starting runs', () => {
  it('asks each model for as many answers as wanted, each a run of its own', async () => {
    const { status, body } = await runs.start([null, 'scripted-json'], { samples: 3 });
    expect(status).toBe(201);
    expect(body.comparison.runs.map(({ model, kind, sampleIndex }) => [model, kind, sampleIndex])).toEqual([
      ['echo', 'sample', 0],
      ['echo', 'sample', 1],
      ['echo', 'sample', 2],
      ['scripted-json', 'sample', 3],
      ['scripted-json', 'sample', 4],
      ['scripted-json', 'sample', 5],
    ]);
    for (const samples of [0, 11, 1.5])
      expect((await runs.start([null], { samples })).body.code).toBe('request.invalid');
  });

  it('streams on echo and two providers at once, and stores what came', async () => {
    const { status, body, runIds } = await runs.start([null, 'scripted-fast', 'scripted-reasoning']);
    expect(status).toBe(201);
    expect(body.comparison.runs.map((run) => run.status)).toEqual(['queued', 'queued', 'queued']);
    const [echo, fast, thinking] = await Promise.all(runIds.map((id) => runs.ended(id)));
    expect(echo).toMatchObject({ status: 'finished', provider: 'echo', cost: { microDollars: 0 } });
    expect(echo?.output).toContain('This is the echo model.');
    expect(fast).toMatchObject({
      status: 'finished',
      finishReason: 'stop',
      connectionName: 'Scripted',
      error: null,
      cost: null,
      usage: { estimated: false },
      author: { name: 'Editor' },
      promptTitle: 'Tides',
      versionNumber: 1,
      document: null,
      messages: null,
    });
    expect(fast?.output).toContain('A scripted provider speaks here');
    expect(fast?.timeToFirstTokenMs).toBeGreaterThanOrEqual(15);
    expect(fast?.durationMs).toBeGreaterThan(fast?.timeToFirstTokenMs ?? 0);
    expect(thinking?.reasoning).toContain('First I look at the question.');
    expect(thinking?.output).not.toContain('First I look');
  });

  it('sends the very messages the preview shows, under the same hash', async () => {
    const preview = await runs.house.as('editor').call(renderPrompt, {
      params: { promptId: runs.promptId },
      body: { source: { kind: 'version', number: 1 }, values: { topic: 'the tides' } },
    });
    const { runIds } = await runs.start(['scripted-mirror']);
    const run = await runs.ended(runIds[0] as string);
    expect(run.sentHash).toBe(preview.body.hash);
    const received = JSON.parse(run.output) as { messages: { role: string; content: unknown }[] };
    const texts = received.messages.map(({ role, content }) => ({
      role,
      content:
        typeof content === 'string'
          ? content
          : (content as { text: string }[]).map(({ text }) => text).join(''),
    }));
    expect(texts).toEqual(preview.body.messages);
  });

  it('means the same in preview, package, file and run, whatever a prompt inherits and takes in', async () => {
    const editor = runs.house.as('editor');
    const make = async (path: string, text: string, extended: string | null = null) => {
      const sections = [{ id: 's', kind: 'instructions' as const, role: null, text }];
      const body = {
        title: path,
        path,
        document: { ...emptyDocument(), sections, extends: extended },
        commit: true,
      };
      return (await editor.call(prompts.createPrompt, { body })).body.id;
    };
    await make('same/end', 'Bye, {{name}}.');
    await make('same/base', 'To {{$who}}all{{/who}}:\n  {{> same/end@1}}');
    const promptId = await make('same/child', '{{$who}}{{name}}{{/who}}', 'same/base@latest');
    const values = { name: '{{> x}} Ada' };
    const preview = await editor.call(renderPrompt, {
      params: { promptId },
      body: { source: { kind: 'version', number: 1 }, values },
    });
    expect(preview.body.messages).toEqual([
      { role: 'user', content: 'To {{> x}} Ada:\n  Bye, {{> x}} Ada.' },
    ]);
    const started = await editor.call(contract.startRuns, {
      body: {
        source: { kind: 'version', promptId, number: 1 },
        values,
        models: [{ connectionId: null, model: 'echo' }],
      },
    });
    const run = await runs.ended(started.body.comparison.runs[0]?.id as string);
    expect(run.sentHash).toBe(preview.body.hash);

    const file = await editor.call(prompts.getPromptFile, { params: { promptId }, query: {} });
    const read = readPromptFile(file.body.text).value?.document;
    const resolved = await editor.call(prompts.resolveReferences, {
      body: { references: [], parents: ['same/base@latest'] },
    });
    const items: ResolvedReference[] = resolved.body.items;
    const known = new Map(items.map((item) => [item.reference, item]));
    const partial = (reference: string) => known.get(reference);
    expect(render(read ?? emptyDocument(), values, null, { partial }).hash).toBe(preview.body.hash);
  });

  it('is for owners, admins and editors', async () => {
    const statuses: Record<string, number> = {};
    for (const caller of callers) {
      const body = {
        source: { kind: 'document', document: document },
        values: { topic: 'x' },
        models: [{ connectionId: null, model: 'echo' }],
      };
      statuses[caller] = (await runs.house.as(caller).call(contract.startRuns, { body })).status;
    }
    expect(statuses).toEqual({
      owner: 201,
      admin: 201,
      editor: 201,
      viewer: 403,
      guest: 403,
      stranger: 201,
      nobody: 401,
    });
  });

  it('knows nothing of the prompts and connections of others', async () => {
    const echo = [{ connectionId: null, model: 'echo' }];
    const source = { kind: 'version', promptId: runs.promptId, number: 1 };
    const foreign = await runs.house
      .as('stranger')
      .call(contract.startRuns, { body: { source, models: echo } });
    const loose = { kind: 'document', document: document };
    const models = [{ connectionId: runs.connectionId, model: 'scripted-fast' }];
    const borrowed = await runs.house
      .as('stranger')
      .call(contract.startRuns, { body: { source: loose, models, values: { topic: 'x' } } });
    expect([foreign.body.code, borrowed.body.code]).toEqual(['resource.not_found', 'resource.not_found']);
  });

  it('refuses a prompt with errors, and says where', async () => {
    const { status, body } = await runs.start([null], { values: {} });
    expect(status).toBe(422);
    expect(body).toMatchObject({ code: 'run.prompt_has_errors', errors: [{ code: 'variable.missing' }] });
  });

  it('answers the same key again without running twice', async () => {
    const call = () =>
      runs.house.as('editor').call(contract.startRuns, {
        headers: { 'idempotency-key': 'once-only' },
        body: {
          source: { kind: 'version', promptId: runs.promptId, number: 1 },
          values: { topic: 'once' },
          models: [{ connectionId: runs.connectionId, model: 'scripted-mirror' }],
        },
      });
    const before = runs.provider.requests.length;
    const [one, two] = await Promise.all([call(), call()]);
    const three = await call();
    expect(new Set([one, two, three].map(({ body }) => body.comparison.id)).size).toBe(1);
    await runs.ended(one.body.comparison.runs[0].id);
    expect(runs.provider.requests.length - before).toBe(1);
  });

  it('goes on when nobody listens any more', async () => {
    const { runIds } = await runs.start(['scripted-rate-50-20']);
    const follower = new AbortController();
    const { followRun } = await import('./follow-run.ts');
    const run = { organizationId: runs.house.organizationId, runId: runIds[0] as string };
    for await (const { data } of followRun(runs.house.application.services.ports, run, follower.signal, null))
      if (data.type === 'text-delta') follower.abort();
    const ended = await runs.ended(runIds[0] as string);
    expect(ended).toMatchObject({ status: 'finished' });
    expect(ended.output.split(' ')).toHaveLength(20);
  });

  it('shows the text so far in the row while it goes on', async () => {
    const { runIds } = await runs.start(['scripted-rate-50-200']);
    await pause(1_800);
    const { body } = await runs.house
      .as('editor')
      .call(contract.getRun, { params: { runId: runIds[0] as string } });
    expect(body.status).toBe('running');
    expect(body.output.split(' ').length).toBeGreaterThan(20);
    await runs.house.as('editor').call(contract.stopRun, { params: { runId: runIds[0] as string } });
    await runs.ended(runIds[0] as string);
  });
});

describe('what is stored', () => {
  const context = [
    {
      path: 'src/secret.ts',
      from: 3,
      to: 4,
      text: 'const hidden = 1;\nconst also = 2;',
      hash: 'x',
      tokens: 9,
    },
  ];

  it('is of files only path, range, hash and tokens', async () => {
    const { runIds, body } = await runs.start(['scripted-mirror', null], { context });
    const run = await runs.ended(runIds[0] as string);
    await runs.ended(runIds[1] as string);
    expect(run.output).toContain('const hidden');
    expect(run).toMatchObject({ keepContext: false, messages: null, values: { topic: 'the tides' } });
    expect(run.context).toEqual([
      {
        path: 'src/secret.ts',
        from: 3,
        to: 4,
        tokens: 9,
        characters: 33,
        hash: expect.stringMatching(/^[0-9a-f]{64}$/),
        text: null,
      },
    ]);
    const told = await runs.house.within('owner', async ({ tx }) => {
      const rows = await tx.execute(`
        select to_jsonb(i)::text as told from run_input i union all select to_jsonb(c)::text from run_context_item c
        union all select to_jsonb(e)::text from event e union all select to_jsonb(r)::text from idempotency_record r`);
      return (rows as unknown as { rows: { told: string }[] }).rows.map((row) => row.told).join('\n');
    });
    expect(told).toContain(body.comparison.id);
    expect(told).not.toContain('const hidden');
  });

  it('is all of it when the person keeps it', async () => {
    const { runIds } = await runs.start(['scripted-fast'], { context, keepContext: true });
    const run = await runs.ended(runIds[0] as string);
    expect(run.context[0]?.text).toContain('const hidden');
    expect(JSON.stringify(run.messages)).toContain('const hidden');
  });

  it('is a copy of a draft, and an audit entry of every run', async () => {
    const source = { kind: 'draft', promptId: runs.promptId };
    const { runIds } = await runs.start([null], { source });
    const run = await runs.ended(runIds[0] as string);
    expect(run).toMatchObject({ versionId: null, document: { sections: [{ id: 's1' }, { id: 's2' }] } });
    const entries = await runs.house.within('owner', async ({ tx }) => {
      const rows = await tx.execute(
        `select type, audit, actor_person, payload from event where subject_id = '${run.id}' order by seq`,
      );
      return (rows as unknown as { rows: object[] }).rows;
    });
    const person = runs.house.people.editor.userId;
    expect(entries).toMatchObject([
      {
        type: 'run.started',
        audit: true,
        actor_person: person,
        payload: { model: 'echo', promptId: runs.promptId },
      },
      {
        type: 'run.finished',
        audit: true,
        actor_person: person,
        payload: { status: 'finished', costMicroDollars: 0 },
      },
    ]);
  });
});

describe('a provider that fails', () => {
  // Each failure is looked at by itself, not as one of many in a row.
  beforeEach(() => runs.house.application.services.ports.llm.forgetHealth(runs.connectionId));

  it.each([
    ['scripted-401', 'model.unauthorized'],
    ['scripted-500', 'model.provider_error'],
    ['scripted-cut', 'model.cut'],
    ['scripted-reset', 'model.cut'],
    ['scripted-garbage', 'model.garbled'],
    ['scripted-html', 'model.garbled'],
    ['no-such-model', 'model.not_found'],
  ])('%s ends the run with %s in words, and keeps what came', async (model, code) => {
    const { runIds } = await runs.start([model]);
    const events = await runs.follow(runIds[0] as string);
    expect(last(events)).toMatchObject({ type: 'run-error', status: 'failed' });
    const run = await runs.ended(runIds[0] as string);
    expect(run.error?.code).toBe(code);
    expect(run.error?.message.length).toBeGreaterThan(20);
    expect(run.output).toBe(heard(events));
  });

  it('that limits is tried again, and the person is told', async () => {
    const { runIds } = await runs.start(['scripted-429-once']);
    const run = await runs.ended(runIds[0] as string);
    expect(run.status).toBe('finished');
    expect(run.warnings.join(' ')).toContain('Trying again');
  });
});
