import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

type Caller = Parameters<TestHouse['as']>[0];

const document: PromptDocument = {
  ...emptyDocument(),
  sections: [
    { id: 's1', kind: 'system', role: null, text: 'Be kind.\n\n# System\n' },
    { id: 's2', kind: 'message', role: 'assistant', text: ' {{topic}}  ' },
  ],
  settings: { temperature: 0.3 },
};
const upload = (body: object, caller: Caller = 'editor') =>
  house.as(caller).call(contract.createPromptFromFile, { body: body as never });
const file = (promptId: string, query: Record<string, string> = {}, caller: Caller = 'editor') =>
  house.as(caller).call(contract.getPromptFile, { params: { promptId }, query });

describe('a prompt as a file', () => {
  it.each(['markdown', 'yaml', 'json'] as const)('comes back as it was, as %s', async (format) => {
    const body = {
      title: 'House voice',
      path: `file/${format}`,
      tags: ['tone'],
      description: 'Kind.',
      document,
      commit: true,
    };
    const made = await house.as('editor').call(contract.createPrompt, { body });
    const got = await file(made.body.id, { format });
    expect(got.body.name).toBe(`${format}.prompt.${format === 'markdown' ? 'md' : format}`);
    const again = await upload({ text: got.body.text, commit: true });
    expect(again.status).toBe(201);
    expect(again.body).toMatchObject({
      title: 'House voice',
      description: 'Kind.',
      tags: ['tone'],
      path: `file/${format}-2`,
    });
    const version = await house
      .as('editor')
      .call(contract.getVersion, { params: { promptId: again.body.id, number: '1' } });
    expect(version.body.document).toEqual(document);
  });

  it('takes a plain text too, under the name of the file', async () => {
    const made = await upload({ text: 'Explain {{topic}}.', name: 'explain.prompt.md' });
    expect(made.body).toMatchObject({ title: 'explain', head: null });
    expect((await file(made.body.id)).body.code).toBe('prompt.nothing_saved');
    expect((await file(made.body.id, { draft: 'main' })).body.text).toContain(
      '# Instructions\n\nExplain {{topic}}.',
    );
    expect((await file(made.body.id, { draft: 'main' }, 'stranger')).status).toBe(404);
  });

  it('refuses what is no prompt, with the line', async () => {
    const refused = await upload({ text: '---\ntitle: x\nsettings:\n  temperature: hot\n---\nHi' });
    expect([refused.status, refused.body.code]).toEqual([422, 'prompt.file_refused']);
    expect(refused.body.params.problems).toMatchObject([{ line: 4, subject: 'settings.temperature' }]);
    expect((await upload({ text: 'x' }, 'viewer')).status).toBe(403);
    expect((await upload({ text: 'x', path: 'file/markdown' })).body.code).toBe('prompt.path_taken');
  });
});

describe('convertPrompt', () => {
  it('answers a document and what was lost, and stores nothing', async () => {
    const { status, body } = await house.as('viewer').call(contract.convertPrompt, {
      body: { text: '{% if a > 1 %}Hi {{ name | upper }}{% endif %}' },
    });
    expect(status).toBe(200);
    expect(body).toMatchObject({ language: 'jinja', title: '' });
    expect(body.document.sections).toMatchObject([
      { kind: 'instructions', text: '{{#a_1}}Hi {{name}}{{/a_1}}' },
    ]);
    expect(body.problems.map(({ code }: { code: string }) => code)).toEqual([
      'convert.condition_as_switch',
      'convert.filter_dropped',
    ]);
  });
});
