import * as contract from '@promptvault/contract/vault/prompts/routes';
import type {
  DocumentProblem,
  PromptImpact,
  ResolvedReference,
} from '@promptvault/contract/vault/prompts/shapes';
import { emptyDocument, type PromptDocument, render } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];

const documentOf = (text: string, more: Partial<PromptDocument> = {}): PromptDocument => ({
  ...emptyDocument(),
  sections: text === '' ? [] : [{ id: 's1', kind: 'instructions', role: null, text }],
  ...more,
});

let count = 0;
const folder = () => `compose${++count}`;

async function make(path: string, document: PromptDocument, caller: Caller = 'editor') {
  const body = { title: path, path, document, commit: true };
  return house.as(caller).call(contract.createPrompt, { body });
}
async function makeId(path: string, text: string, more: Partial<PromptDocument> = {}): Promise<string> {
  const made = await make(path, documentOf(text, more));
  await house.as('editor').call(contract.publishPrompt, { params: { promptId: made.body.id } });
  return made.body.id;
}
const commit = (promptId: string, expectedParent: number, document: PromptDocument) =>
  house.as('editor').call(contract.commitVersion, {
    params: { promptId, branch: 'main' },
    body: { expectedParent, document },
  });
const label = (promptId: string, name: string, version: number) =>
  house.as('editor').call(contract.setLabel, {
    params: { promptId, label: name },
    body: { targets: [{ version }] },
    revision: 0,
  });
const renderIt = async (promptId: string, values = {}, number = 1) =>
  (
    await house.as('editor').call(contract.renderPrompt, {
      params: { promptId },
      body: { source: { kind: 'version', number }, values },
    })
  ).body;
const impact = async (promptId: string, caller: Caller = 'editor'): Promise<PromptImpact> =>
  (await house.as(caller).call(contract.getPromptImpact, { params: { promptId } })).body;
const validate = (document: unknown, caller: Caller = 'editor') =>
  house.as(caller).call(contract.validatePrompt, { body: { document } as never });

describe('a prompt whose examples a run chooses', () => {
  it('says wherever it is rendered without one that they are missing', async () => {
    const fewShot = { caseSetId: null, pairs: 2, tokens: 1_000 };
    const id = await makeId(`${folder()}/few`, '', documentOf('Go.', { techniques: { fewShot } }));
    const rendered = await renderIt(id);
    expect(rendered.messages).toEqual([{ role: 'user', content: 'Go.' }]);
    expect(rendered.problems).toMatchObject([{ severity: 'info', code: 'techniques.examples_unchosen' }]);
    const { body } = await house.as('editor').call(contract.compareRendered, {
      params: { promptId: id },
      body: { from: 1, to: 1 },
    });
    expect(body.rendered.to.problems).toEqual(rendered.problems);
    expect((await renderIt(await makeId(`${folder()}/none`, 'Go.'))).problems).toEqual([]);
  });
});

describe('a prompt that extends another', () => {
  it('renders with what it inherits, the same bytes on the server and in the package', async () => {
    const at = folder();
    await makeId(`${at}/base`, `Write to {{$who}}people{{/who}}, {{tone}}.\n\n{{> ${at}/end@1}}`);
    await makeId(`${at}/end`, 'Bye.');
    const child = documentOf('{{$who}}{{name}}{{/who}}', { extends: `${at}/base@1` });
    const id = await makeId(`${at}/child`, '', child);
    const values = { name: 'Ada', tone: 'kindly' };
    const rendered = await renderIt(id, values);
    expect(rendered.messages).toEqual([{ role: 'user', content: 'Write to Ada, kindly.\n\nBye.' }]);

    const resolved = await house.as('editor').call(contract.resolveReferences, {
      body: { references: [], parents: [`${at}/base@1`] },
    });
    const items: ResolvedReference[] = resolved.body.items;
    const known = new Map(items.map((item) => [item.reference, item]));
    const here = render(child, values, null, { partial: (reference) => known.get(reference) });
    expect([here.hash, here.messages]).toEqual([rendered.hash, rendered.messages]);

    const taker = await makeId(`${at}/taker`, `Now: {{> ${at}/child@1}}`);
    expect((await renderIt(taker, values)).messages[0]?.content).toBe('Now: Write to Ada, kindly.\n\nBye.');
  });

  it('tells when the parent is unknown, of another organization, or not pinned', async () => {
    const at = folder();
    await make(`${at}/base`, documentOf('secret'), 'stranger');
    const codes = async (reference: string) =>
      (await validate(documentOf('x', { extends: reference }))).body.problems.map(
        ({ code }: DocumentProblem) => code,
      );
    expect(await codes(`${at}/base@1`)).toEqual(['reference.unknown']);
    await makeId(`${at}/own`, 'y');
    expect(await codes(`${at}/own`)).toEqual(['reference.floating']);
    const stolen = await makeId(`${at}/thief`, `{{> ${at}/base@1}}`);
    const rendered = await renderIt(stolen);
    expect(JSON.stringify(rendered)).not.toContain('secret');
    expect(rendered.problems.map(({ code }: DocumentProblem) => code)).toContain('reference.unknown');
  });
});

describe('saving what would contain itself', () => {
  it('refuses a cycle through three prompts, by partials, parents and extends, with its path', async () => {
    const at = folder();
    const a = await makeId(`${at}/a`, 'A');
    await makeId(`${at}/b`, `{{> ${at}/a}}`);
    await makeId(`${at}/c`, `{{< ${at}/b@latest}}{{/${at}/b@latest}}`);
    const refused = await commit(a, 1, documentOf('A', { extends: `${at}/c` }));
    expect(refused.status).toBe(422);
    expect(refused.body).toMatchObject({
      code: 'prompt.reference_cycle',
      params: { path: [`${at}/a`, `${at}/c`, `${at}/b@latest`, `${at}/a`] },
    });
    const versions = await house
      .as('editor')
      .call(contract.listVersions, { params: { promptId: a }, query: {} });
    expect(versions.body.items).toHaveLength(1);
    expect((await impact(a)).items.map((item) => item.path)).toEqual([`${at}/b`, `${at}/c`]);
  });

  it('lets a text lead back to an older version of itself, and refuses one that leads to itself', async () => {
    const at = folder();
    const a = await makeId(`${at}/a`, 'A');
    expect((await commit(a, 1, documentOf(`{{> ${at}/a@1}} and more`))).status).toBe(201);
    expect((await commit(a, 2, documentOf(`{{> ${at}/a@production}}`))).body.code).toBe(
      'prompt.reference_cycle',
    );
    const made = await make(`${at}/new`, documentOf(`{{> ${at}/new}}`));
    expect(made.body.code).toBe('prompt.reference_cycle');
  });

  it('refuses more than sixteen prompts in a row', async () => {
    const at = folder();
    await makeId(`${at}/p0`, 'end');
    for (let index = 1; index <= 16; index++) await makeId(`${at}/p${index}`, `{{> ${at}/p${index - 1}@1}}`);
    const refused = await make(`${at}/p17`, documentOf(`{{> ${at}/p16@1}}`));
    expect([refused.status, refused.body.code]).toEqual([422, 'prompt.references_too_deep']);
  });
});

describe('what closes a circle without saving a text', () => {
  const setTargets = (promptId: string, name: string, version: number, revision: number) =>
    house.as('editor').call(contract.setLabel, {
      params: { promptId, label: name },
      body: { targets: [{ version }] },
      revision,
    });
  const revisionOf = async (promptId: string) =>
    (await house.as('editor').call(contract.getPrompt, { params: { promptId } })).body.revision;
  const rename = async (promptId: string, path: string) =>
    house.as('editor').call(contract.updatePrompt, {
      params: { promptId },
      body: { path },
      revision: await revisionOf(promptId),
    });

  /** b takes in a by a label that points at a text without references; a's newest text takes in b. */
  async function nearCircle(wanted: string) {
    const at = folder();
    const a = await makeId(`${at}/a`, 'plain');
    await setTargets(a, 'production', 1, 0);
    const named = await setTargets(a, 'staging', 1, 0);
    expect((await commit(a, 1, documentOf(`{{> ${at}/b}}`))).status).toBe(201);
    // Nothing refuses this one: it means version 1.
    expect((await make(`${at}/b`, documentOf(`{{> ${at}/a${wanted}}}`))).status).toBe(201);
    return { at, a, revision: named.body.revision };
  }

  it('a label that moves', async () => {
    const { at, a, revision } = await nearCircle('@staging');
    const refused = await setTargets(a, 'staging', 2, revision);
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'prompt.reference_cycle',
        params: { path: [`${at}/a@staging`, `${at}/b`, `${at}/a@staging`] },
      },
    });
    const labels = await house.as('editor').call(contract.listLabels, { params: { promptId: a } });
    expect(labels.body.items).toContainEqual(
      expect.objectContaining({ name: 'staging', revision, targets: [{ version: 1, weight: 1 }] }),
    );
    // Another label of the same prompt leads nowhere back.
    expect((await setTargets(a, 'tried', 2, 0)).status).toBe(200);
  });

  it('one share of a split label', async () => {
    const { a, revision } = await nearCircle('@staging');
    const split = await house.as('editor').call(contract.setLabel, {
      params: { promptId: a, label: 'staging' },
      body: {
        targets: [
          { version: 1, weight: 99 },
          { version: 2, weight: 1 },
        ],
      },
      revision,
    });
    expect(split.body.code).toBe('prompt.reference_cycle');
  });

  it('production, which a reference without a label means, when it moves or is taken away', async () => {
    const { at, a } = await nearCircle('');
    expect((await setTargets(a, 'production', 2, 1)).body.code).toBe('prompt.reference_cycle');
    const gone = await house
      .as('editor')
      .call(contract.deleteLabel, { params: { promptId: a, label: 'production' }, revision: 1 });
    expect(gone.body).toMatchObject({
      code: 'prompt.reference_cycle',
      params: { path: [`${at}/a`, `${at}/b`, `${at}/a`] },
    });
  });

  it('a label that is rolled back', async () => {
    const at = folder();
    const a = await makeId(`${at}/a`, `{{> ${at}/b}}`);
    await setTargets(a, 'staging', 1, 0);
    await commit(a, 1, documentOf('plain'));
    const moved = await setTargets(a, 'staging', 2, 1);
    expect((await make(`${at}/b`, documentOf(`{{> ${at}/a@staging}}`))).status).toBe(201);
    const back = await house.as('editor').call(contract.rollBackLabel, {
      params: { promptId: a, label: 'staging' },
      body: {},
      revision: moved.body.revision,
    });
    expect(back.body.code).toBe('prompt.reference_cycle');
  });

  it('a move of a protected label, when it is asked for', async () => {
    const { a, revision } = await nearCircle('@staging');
    const rule = { params: { label: 'staging' }, body: { approvals: 1 }, revision: 0 };
    expect((await house.as('owner').call(contract.setLabelRule, rule)).status).toBe(200);
    const asked = await house.as('editor').call(contract.requestLabelMove, {
      params: { promptId: a, label: 'staging' },
      body: { targets: [{ version: 2 }] },
      revision,
    });
    expect(asked.body.code).toBe('prompt.reference_cycle');
    await house.as('owner').call(contract.removeLabelRule, { params: { label: 'staging' }, revision: 1 });
  });

  it('a path that others wrote for a prompt that was not there yet', async () => {
    const at = folder();
    const other = await makeId(`${at}/other`, `{{> ${at}/wanted}}`);
    const a = await makeId(`${at}/a`, `{{> ${at}/other}}`);
    const refused = await rename(a, `${at}/wanted`);
    expect(refused).toMatchObject({
      status: 422,
      body: {
        code: 'prompt.reference_cycle',
        params: { path: [`${at}/wanted`, `${at}/other`, `${at}/wanted`] },
      },
    });
    const kept = await house.as('editor').call(contract.getPrompt, { params: { promptId: a } });
    expect(kept.body).toMatchObject({ path: `${at}/a`, revision: await revisionOf(a) });
    expect((await rename(other, `${at}/wanted`)).body.code).toBe('prompt.reference_cycle');
    const free = await makeId(`${at}/free`, 'plain');
    expect((await rename(free, `${at}/wanted`)).body.path).toBe(`${at}/wanted`);
  });
});

describe('getPromptImpact', () => {
  it('follows versions and labels backwards, and tells pinned from following', async () => {
    const at = folder();
    const voice = await makeId(`${at}/voice`, 'Voice');
    const mail = await makeId(`${at}/mail`, `{{> ${at}/voice}}`);
    await label(mail, 'production', 1);
    await commit(mail, 1, documentOf('Nothing now'));
    await makeId(`${at}/letter`, '', { extends: `${at}/mail@production` });
    await makeId(`${at}/loose`, `{{> ${at}/mail@latest}}`);
    await makeId(`${at}/pinned`, `{{> ${at}/voice@1}}`);
    const found = await impact(voice);
    expect(
      found.items.map(({ path, depth, isHead, labels, follows }) => [path, depth, isHead, labels, follows]),
    ).toEqual([
      [`${at}/mail`, 1, false, ['production'], true],
      [`${at}/pinned`, 1, true, [], false],
      [`${at}/letter`, 2, true, [], true],
    ]);
    expect(found.isComplete).toBe(true);
  });

  it('goes on under a new path, and tells nobody of prompts they do not see', async () => {
    const at = folder();
    const voice = await makeId(`${at}/voice`, 'Voice');
    await makeId(`${at}/mail`, `{{> ${at}/voice@1}}`);
    await make(`${at}/hidden`, documentOf(`{{> ${at}/voice@1}}`));
    await house.as('editor').call(contract.updatePrompt, {
      params: { promptId: voice },
      body: { path: `${at}/tone` },
      revision: (await house.as('editor').call(contract.getPrompt, { params: { promptId: voice } })).body
        .revision,
    });
    expect((await impact(voice)).items).toHaveLength(2);
    expect((await impact(voice, 'viewer')).items.map((item) => item.path)).toEqual([`${at}/mail`]);
    expect(
      (await house.as('stranger').call(contract.getPromptImpact, { params: { promptId: voice } })).status,
    ).toBe(404);
  });
});

describe('a prompt that others call as a tool', () => {
  const calling = (reference: string): Partial<PromptDocument> => ({
    tools: [
      {
        id: 't1',
        name: 'ask',
        description: '',
        parameters: {},
        implementation: { kind: 'prompt', reference },
      },
    ],
  });

  it('stands in the impact with those that call it, also under a new path, and with what is made of them', async () => {
    const at = folder();
    const voice = await makeId(`${at}/voice`, 'Voice');
    await makeId(`${at}/caller`, 'Ask', calling(`${at}/voice`));
    await makeId(`${at}/pinned`, 'Ask', calling(`${at}/voice@1`));
    await makeId(`${at}/outer`, `{{> ${at}/caller@latest}}`);
    const expected = [
      [`${at}/caller`, 1, true],
      [`${at}/pinned`, 1, false],
      [`${at}/outer`, 2, true],
    ];
    const rows = async () =>
      (await impact(voice)).items.map(({ path, depth, follows }) => [path, depth, follows]);
    expect(await rows()).toEqual(expected);
    const params = { promptId: voice };
    const { revision } = (await house.as('editor').call(contract.getPrompt, { params })).body;
    await house.as('editor').call(contract.updatePrompt, { params, body: { path: `${at}/tone` }, revision });
    expect(await rows()).toEqual(expected);
  });

  it('may be one that leads back, since nothing is made of it', async () => {
    const at = folder();
    await makeId(`${at}/first`, 'One', calling(`${at}/second`));
    const second = await makeId(`${at}/waiting`, `{{> ${at}/first}}`, calling(`${at}/waiting`));
    const params = { promptId: second };
    const { revision } = (await house.as('editor').call(contract.getPrompt, { params })).body;
    const moved = await house
      .as('editor')
      .call(contract.updatePrompt, { params, body: { path: `${at}/second` }, revision });
    expect(moved.status, JSON.stringify(moved.body)).toBe(200);
  });
});

describe('validatePrompt', () => {
  it('tells what is odd in a document that is stored nowhere', async () => {
    const { status, body } = await validate(
      documentOf('{{#open}} {{> gone@1}} {{a', {
        variables: [
          { id: 'v', name: 'n', type: 'number', description: '', required: false, default: 'x', options: [] },
        ],
      }),
    );
    expect(status).toBe(200);
    expect(body.problems.map(({ code }: DocumentProblem) => code).sort()).toEqual([
      'reference.unknown',
      'template.unclosed_section',
      'template.unclosed_tag',
      'variable.bad_default',
      'variable.undeclared',
      'variable.unused',
    ]);
    expect((await validate(documentOf('x'), 'viewer')).status).toBe(200);
  });

  it.each<[string, object, number, string, string]>([
    [
      'an unknown kind of section',
      { sections: [{ id: 's', kind: 'poem', role: null, text: '' }] },
      422,
      'request.invalid',
      'document.sections.0.kind',
    ],
    [
      '5 MB of text',
      { sections: [{ id: 's', kind: 'system', role: null, text: 'x'.repeat(5_000_000) }] },
      422,
      'request.invalid',
      'document.sections.0.text',
    ],
    [
      '10,000 variables',
      {
        variables: Array.from({ length: 10_000 }, (_, index) => ({
          id: `v${index}`,
          name: `v${index}`,
          type: 'text',
          description: '',
          required: false,
          default: null,
          options: [],
        })),
      },
      422,
      'request.invalid',
      'document.variables',
    ],
  ])('refuses %s', async (_name, more, status, code, where) => {
    const refused = await validate({ ...documentOf(''), ...more });
    expect([refused.status, refused.body.code]).toEqual([status, code]);
    expect(JSON.stringify(refused.body)).toContain(where.split('.').at(-1));
  });
});
