import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import * as contract from '@promptvault/contract/studio/secrets/routes';
import type { SecretView } from '@promptvault/contract/studio/secrets/shapes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument, type Tool } from '@promptvault/document';
import { openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { callers } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const value = 'key-"of$1 somebody/0123456789';

let runs: RunHouse;
let api: Server;
let elsewhere: Server;
let origin = '';
/** What each server was sent, as one text. */
const heard: string[] = [];
const strayed: string[] = [];

const serve = async (answer: Parameters<typeof createServer>[1]) => {
  const server = createServer(answer as never);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { server, origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
};

beforeAll(async () => {
  runs = await openRunHouse();
  const stray = await serve((request, response) => {
    strayed.push(JSON.stringify(request.headers));
    response.end('here');
  });
  elsewhere = stray.server;
  const own = await serve((request, response) => {
    heard.push(JSON.stringify(request.headers));
    if (request.url === '/away') response.writeHead(302, { location: `${stray.origin}/` }).end();
    // As an API that repeats what it was sent.
    else response.setHeader('content-type', 'application/json').end(JSON.stringify(request.headers));
  });
  api = own.server;
  origin = own.origin;
});
afterAll(async () => {
  await runs.close();
  for (const server of [api, elsewhere]) server.close();
});

const owner = () => runs.house.as('owner');
let made = 0;
const create = async (more: object = {}): Promise<SecretView> => {
  const { status, body } = await owner().call(contract.createSecret, {
    body: { name: `key-${++made}`, value, origins: [origin], ...more },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body;
};
const toolWith = (header: string, url = `${origin}/weather`): Tool => ({
  id: 't1',
  name: 'look',
  description: '',
  parameters: { type: 'object' },
  implementation: {
    kind: 'http',
    method: 'GET',
    url,
    headers: [{ name: 'authorization', value: header }],
    body: null,
    safe: true,
  },
});
const documentWith = (tool: Tool): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text: 'Look.' }],
  tools: [tool],
});

/** Runs a document whose model calls the tool once. */
async function run(tool: Tool) {
  const model = `looking-${++made}`;
  runs.provider.script(model, { text: '', tool: { name: 'look', input: {} } }, { text: 'Done.' });
  const { runIds } = await runs.start([model], {
    source: { kind: 'document', document: documentWith(tool) },
  });
  const runId = runIds[0] as string;
  const events = await runs.follow(runId);
  const detail = await runs.ended(runId);
  const sent = JSON.stringify(
    runs.provider.requests.filter((one) => one.model === model).map(({ body }) => body),
  );
  return { events, detail, sent, result: detail.toolCalls[0]?.result };
}

/** Every text of every row of the database that a tenant may hold. */
async function everything(): Promise<string> {
  return runs.house.within('owner', async ({ tx }) => {
    const tables = ['secret', 'event', 'run', 'run_input', 'prompt_version', 'idempotency_record'];
    const found: string[] = [];
    for (const table of tables)
      found.push(JSON.stringify(await tx.execute(`select to_jsonb(t) as row from ${table} t`)));
    return found.join('\n');
  });
}
const forms = [value, JSON.stringify(value).slice(1, -1), 'somebody/0123456789'];

describe('a secret of tools', () => {
  it('is stored sealed and given back to nobody, in no answer, event or record', async () => {
    const body = await create();
    expect(body).toMatchObject({ origins: [origin], usedBy: [], revision: 1 });
    const params = { secretId: body.id };
    const answers = [
      await owner().call(contract.getSecret, { params }),
      await owner().call(contract.listSecrets),
      await owner().call(contract.updateSecret, { params, body: { value: `${value}!` }, revision: 1 }),
    ];
    for (const answer of answers) {
      expect(answer.status).toBe(200);
      for (const form of forms) expect(JSON.stringify(answer.body)).not.toContain(form);
    }
    const rows = await everything();
    expect(rows).toContain(body.name);
    expect(rows).toContain('secret.changed');
    for (const form of forms) expect(rows).not.toContain(form);
  });

  it('is managed by owners and admins, named by editors, and seen by nobody else', async () => {
    const { id, name } = await create();
    const expected = {
      owner: 200,
      admin: 200,
      editor: 200,
      viewer: 403,
      guest: 403,
      stranger: 404,
      nobody: 401,
    };
    for (const caller of callers) {
      const as = runs.house.as(caller);
      const read = await as.call(contract.getSecret, { params: { secretId: id } });
      expect(read.status, caller).toBe(expected[caller]);
      const may = caller === 'owner' || caller === 'admin';
      const change = { params: { secretId: id }, body: { origins: [origin] }, revision: 999 };
      const changed = await as.call(contract.updateSecret, change);
      expect(changed.status, caller).toBe(may ? 412 : caller === 'editor' ? 403 : expected[caller]);
    }
    const taken = await owner().call(contract.createSecret, { body: { name, value, origins: [origin] } });
    expect(taken).toMatchObject({ status: 409, body: { code: 'tool_secret.name_taken' } });
  });

  it('takes its value anew where it shall be sent somewhere new, and none that is no origin', async () => {
    const { id } = await create();
    const params = { secretId: id };
    const more = [origin, 'https://attacker.example'];
    const refused = await owner().call(contract.updateSecret, {
      params,
      body: { origins: more },
      revision: 1,
    });
    expect(refused).toMatchObject({ status: 409, body: { code: 'tool_secret.value_needed' } });
    const known = await owner().call(contract.updateSecret, {
      params,
      body: { origins: more, value },
      revision: 1,
    });
    expect(known.body).toMatchObject({ origins: more, revision: 2 });
    const less = await owner().call(contract.updateSecret, {
      params,
      body: { origins: [origin] },
      revision: 2,
    });
    expect(less.body).toMatchObject({ origins: [origin], revision: 3 });
    for (const odd of [
      'api.example.com',
      'https://api.example.com/',
      'ftp://a.b',
      'https://a.b/c',
      'https://u:p@a.b',
    ])
      expect(
        (await owner().call(contract.createSecret, { body: { name: 'odd', value, origins: [odd] } })).status,
        odd,
      ).toBe(422);
    for (const odd of ['', ' a', 'a\nb', 'ü'])
      expect(
        (await owner().call(contract.createSecret, { body: { name: 'odd', value: odd, origins: [origin] } }))
          .status,
        JSON.stringify(odd),
      ).toBe(422);
  });

  it('says which prompts name it, to those who see them', async () => {
    const { id, name } = await create();
    const document = documentWith(toolWith(`Bearer {{secret:${name}}}`));
    const body = { title: 'Weather', document, commit: true };
    const promptId = (await runs.house.as('editor').call(prompts.createPrompt, { body })).body.id;
    const read = async (caller: 'owner' | 'editor') =>
      (await runs.house.as(caller).call(contract.getSecret, { params: { secretId: id } })).body.usedBy;
    expect(await read('editor')).toEqual([{ promptId, title: 'Weather' }]);
    expect(await read('owner')).toEqual([{ promptId, title: 'Weather' }]);
    const listed = (await owner().call(contract.listSecrets)).body.items as SecretView[];
    expect(listed.find((one) => one.id === id)?.usedBy).toHaveLength(1);
    const params = { promptId };
    const kept = await runs.house.as('editor').call(prompts.getPrompt, { params });
    expect(JSON.stringify(kept.body)).not.toContain('somebody');
  });
});

describe('a tool whose header names a secret', () => {
  it('is called with its value, which no event, row, model or answer has', async () => {
    const { name } = await create();
    heard.length = 0;
    const { events, detail, sent, result } = await run(toolWith(`Bearer {{secret:${name}}}`));
    expect(detail.status).toBe('finished');
    expect(heard).toHaveLength(1);
    expect(JSON.parse(heard[0] ?? '{}').authorization).toBe(`Bearer ${value}`);
    // The API repeated the header: its place in the answer says which it was.
    expect(result).toMatchObject({ ok: true });
    expect(result?.output).toContain(`Bearer {{secret:${name}}}`);
    const shown = [JSON.stringify(events), JSON.stringify(detail), sent, await everything()];
    for (const text of shown) for (const form of forms) expect(text).not.toContain(form);
  });

  it('is not called anywhere the secret is not bound to, nor carries it over a redirect', async () => {
    const { name } = await create({ origins: ['https://api.example.com'] });
    heard.length = 0;
    const unbound = await run(toolWith(`{{secret:${name}}}`));
    expect(unbound.result).toMatchObject({
      ok: false,
      output: `The secret "${name}" may not be sent to ${origin}.`,
    });
    expect(heard).toEqual([]);
    const bound = await create();
    const away = await run(toolWith(`{{secret:${bound.name}}}`, `${origin}/away`));
    expect(away.result).toMatchObject({ ok: false, output: expect.stringContaining('redirects to') });
    expect(strayed).toEqual([]);
    const none = await run(toolWith('{{secret:not-there}}'));
    expect(none.result).toMatchObject({ ok: false, output: 'There is no secret named "not-there".' });
  });

  it('is called with the value of now, and no more once it is deleted', async () => {
    const { id, name } = await create();
    const params = { secretId: id };
    await owner().call(contract.updateSecret, { params, body: { value: 'another' }, revision: 1 });
    heard.length = 0;
    await run(toolWith(`{{secret:${name}}}`));
    expect(JSON.parse(heard[0] ?? '{}').authorization).toBe('another');
    expect((await owner().call(contract.deleteSecret, { params, revision: 2 })).status).toBe(204);
    expect((await run(toolWith(`{{secret:${name}}}`))).result).toMatchObject({ ok: false });
    expect(heard).toHaveLength(1);
  });

  it('finds no secret of another organization', async () => {
    const strangers = runs.house.as('stranger');
    const body = { name: 'theirs', value, origins: [origin] };
    expect((await strangers.call(contract.createSecret, { body })).status).toBe(201);
    expect((await run(toolWith('{{secret:theirs}}'))).result?.output).toContain('no secret named');
  });
});
