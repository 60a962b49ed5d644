import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
let promptId: string;
const plain: PromptDocument = {
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text: 'As it was.' }],
};
beforeAll(async () => {
  house = await openTestHouse();
  const body = { title: 'Kept', path: 'kept', document: plain, commit: true };
  promptId = (await house.as('editor').call(contract.createPrompt, { body })).body.id;
});
afterAll(() => house.close());

const tables = ['prompt', 'prompt_branch', 'prompt_version', 'prompt_reference', 'prompt_label', 'event'];

/** How many rows there are of everything a prompt is made of, and what its draft says. */
const standing = () =>
  house.within('owner', async ({ tx }) => {
    const counts: Record<string, unknown> = {};
    for (const table of tables)
      counts[table] = (
        await tx.execute(sql`select count(*)::int as n from ${sql.identifier(table)}`, 'objects')
      )[0];
    const drafts = await tx.execute(
      sql`select hash, revision, seq from prompt_draft order by branch_id`,
      'objects',
    );
    return { counts, drafts };
  });

const variable = (index: number) => ({
  id: `v${index}`,
  name: `v${index}`,
  type: 'text' as const,
  description: '',
  required: false,
  default: null,
  options: [],
});
const bad: [string, object, string][] = [
  [
    'an unknown kind of section',
    { sections: [{ id: 's1', kind: 'poem', role: null, text: '' }] },
    'document.sections.0.kind',
  ],
  [
    'a section of 5 MB',
    { sections: [{ id: 's1', kind: 'system', role: null, text: 'x'.repeat(5_000_000) }] },
    'document.sections.0.text',
  ],
  [
    '10,000 variables',
    { variables: Array.from({ length: 10_000 }, (_, index) => variable(index)) },
    'document.variables',
  ],
];

type Answer = { status: number; body: { code: string; errors?: { path: unknown[]; message: string }[] } };

/** A sentence about the field, and not the words of a library. */
function expectField({ status, body }: Answer, field: string): void {
  expect([status, body.code]).toEqual([422, 'request.invalid']);
  const error = body.errors?.find(({ path }) => path.join('.') === field);
  expect(error?.message).toMatch(/^(A|This) .{10,200}\.$/);
}

describe.each(bad)('%s', (_name, more, field) => {
  const document = { ...plain, ...more } as PromptDocument;
  const params = { promptId: '', branch: 'main' };
  const routes: [string, () => Promise<Answer>][] = [
    [
      'createPrompt',
      () =>
        house.as('editor').call(contract.createPrompt, { body: { title: 'New', document, commit: true } }),
    ],
    [
      'commitVersion',
      () =>
        house.as('editor').call(contract.commitVersion, {
          params: { ...params, promptId },
          body: { expectedParent: 1, document },
        }),
    ],
    [
      'replaceDraft',
      () =>
        house
          .as('editor')
          .call(contract.replaceDraft, { params: { ...params, promptId }, body: { document }, revision: 1 }),
    ],
    [
      'mergeDraft',
      () =>
        house.as('editor').call(contract.mergeDraft, {
          params: { ...params, promptId },
          body: { from: 1, document },
          revision: 1,
        }),
    ],
    ['validatePrompt', () => house.as('editor').call(contract.validatePrompt, { body: { document } })],
  ];

  it.each(routes)('is refused by %s, which writes nothing', async (_route, call) => {
    const before = await standing();
    expectField(await call(), field);
    expect(await standing()).toEqual(before);
  });
});

describe('names', () => {
  it('no label is all digits: it would mean a version', async () => {
    const before = await standing();
    const refused = await house.as('editor').call(contract.setLabel, {
      params: { promptId, label: '3' },
      body: { targets: [{ version: 1 }] },
      revision: 0,
    });
    expectField(refused, 'path.label');
    const rule = await house
      .as('owner')
      .call(contract.setLabelRule, { params: { label: '3' }, body: { approvals: 1 }, revision: 0 });
    expectField(rule, 'path.label');
    const asked = await house.as('editor').call(contract.requestLabelMove, {
      params: { promptId, label: '3' },
      body: { targets: [{ version: 1 }] },
      revision: 0,
    });
    expectField(asked, 'path.label');
    expect(await standing()).toEqual(before);
  });

  it.each(['../x', 'a/b', '.hidden', 'Main', 'a b', '', 'x'.repeat(61)])(
    'no branch is called %j',
    async (name) => {
      const before = await standing();
      const made = await house
        .as('editor')
        .call(contract.createBranch, { params: { promptId }, body: { name, from: 1 } });
      expectField(made, 'name');
      expect(await standing()).toEqual(before);
    },
  );

  it('a branch in an address is no way out of it', async () => {
    const read = await house
      .as('editor')
      .call(contract.getDraft, { params: { promptId, branch: encodeURIComponent('../x') } });
    expectField(read, 'path.branch');
    const merged = await house.as('editor').call(contract.previewMerge, {
      params: { promptId },
      body: { from: { branch: '../x' }, into: 'main' },
    });
    expect([merged.status, merged.body.code]).toEqual([422, 'request.invalid']);
  });
});

it('a circle of three prompts is refused with its way, and nothing of it is kept', async () => {
  const make = async (path: string, text: string) => {
    const document = { ...plain, sections: [{ ...plain.sections[0], text }] } as PromptDocument;
    const body = { title: path, path, document, commit: true };
    return (await house.as('editor').call(contract.createPrompt, { body })).body;
  };
  const first = await make('ring/one', 'One');
  await make('ring/two', '{{> ring/one}}');
  await make('ring/three', '{{> ring/two}}');
  const before = await standing();
  const closing = {
    ...plain,
    sections: [{ ...plain.sections[0], text: '{{> ring/three}}' }],
  } as PromptDocument;
  const refused = await house.as('editor').call(contract.commitVersion, {
    params: { promptId: first.id, branch: 'main' },
    body: { expectedParent: 1, document: closing },
  });
  expect(refused).toMatchObject({
    status: 422,
    body: {
      code: 'prompt.reference_cycle',
      params: { path: ['ring/one', 'ring/three', 'ring/two', 'ring/one'] },
    },
  });
  expect(refused.body.message ?? refused.body.detail).toContain(
    'ring/one → ring/three → ring/two → ring/one',
  );
  expect(await standing()).toEqual(before);
});
