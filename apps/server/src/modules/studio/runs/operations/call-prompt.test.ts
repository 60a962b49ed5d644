import * as models from '@promptvault/contract/studio/models/routes';
import * as contract from '@promptvault/contract/studio/runs/routes';
import type { RunDetailView } from '@promptvault/contract/studio/runs/shapes';
import { createPrompt } from '@promptvault/contract/vault/prompts/routes';
import type { PromptDocument, Tool } from '@promptvault/document';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deepestPrompt } from './call-prompt.ts';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const asking = (name: string, reference: string): Tool => ({
  id: name,
  name,
  description: '',
  parameters: { type: 'object' },
  implementation: { kind: 'prompt', reference },
});
const textOf = (text: string, tools: Tool[] = []): PromptDocument => ({
  ...document,
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
  tools,
});
const create = async (path: string, own: PromptDocument, who: 'editor' | 'admin' = 'editor') => {
  const { body, status } = await runs.house.as(who).call(createPrompt, {
    body: { title: path, path, document: own, commit: true },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  return body.id as string;
};
const calling = (name: string, input: unknown = {}) => ({ text: '', tool: { name, input } });

let count = 0;
type Behaviours = Parameters<RunHouse['provider']['script']> extends [string, ...infer Rest] ? Rest : never;
async function run(own: PromptDocument, behaviours: Behaviours, more: object = {}) {
  const model = `prompted-${++count}`;
  runs.provider.script(model, ...behaviours);
  const { status, body, runIds } = await runs.start([model], {
    source: { kind: 'document', document: own },
    values: {},
    ...more,
  });
  expect(status, JSON.stringify(body)).toBe(201);
  const detail: RunDetailView = await runs.ended(runIds[0] as string);
  const sent = runs.provider.requests.filter((request) => request.model === model);
  return { detail, sent };
}

describe('a tool that is another prompt', () => {
  it('answers as a run of its own, with the arguments as values, and its cost rolled up', async () => {
    await create('tool/rivers', textOf('Name the river of {{city}}.'));
    const { detail, sent } = await run(textOf('Which river?', [asking('rivers', 'tool/rivers')]), [
      calling('rivers', { city: 'Vienna' }),
      { text: 'The Danube' },
      { text: 'It is the Danube.' },
    ]);
    expect(detail).toMatchObject({ status: 'finished', output: 'It is the Danube.' });
    expect(JSON.stringify(sent[1]?.body)).toContain('Name the river of Vienna.');
    const [call] = detail.toolCalls;
    expect(call?.result).toMatchObject({ ok: true, output: 'The Danube' });
    const [part] = detail.parts;
    expect(part).toMatchObject({
      id: call?.result?.partId,
      kind: 'tool',
      parentId: detail.id,
      promptTitle: 'tool/rivers',
      versionNumber: 1,
      status: 'finished',
    });
    const again = await runs.house
      .as('editor')
      .call(contract.retryRun, { params: { runId: part?.id as string }, body: {} });
    expect(again.body.code).toBe('run.is_part');
  });

  it('counts what it cost with the run that called it', async () => {
    await create('tool/dear', textOf('Dear answer.'));
    const model = 'prompted-dear';
    await runs.house.as('owner').call(models.createModelFacts, {
      body: {
        connectionId: runs.connectionId,
        model,
        inputMicroDollars: 0,
        outputMicroDollars: 1_000_000_000,
        maxOutputTokens: 100,
      },
    });
    runs.provider.script(model, calling('dear'), { text: 'cheap' }, { text: 'done' });
    const { runIds } = await runs.start([model], {
      source: { kind: 'document', document: textOf('Ask.', [asking('dear', 'tool/dear')]) },
      values: {},
    });
    const detail = await runs.ended(runIds[0] as string);
    const [part] = detail.parts;
    expect(part?.cost?.microDollars).toBeGreaterThan(0);
    expect(detail.totalMicroDollars).toBe((detail.cost?.microDollars ?? 0) + (part?.cost?.microDollars ?? 0));
  });

  it('calls none that is being answered already', async () => {
    const own = textOf('Round and round.', [asking('self', 'tool/self')]);
    const promptId = await create('tool/self', own);
    const { detail } = await run(own, [calling('self'), { text: 'Then not.' }], {
      source: { kind: 'version', promptId, number: 1 },
    });
    expect(detail.output).toBe('Then not.');
    expect(detail.toolCalls[0]?.result).toMatchObject({ ok: false });
    expect(detail.toolCalls[0]?.result?.output).toContain('being answered already');
    expect(detail.parts).toEqual([]);
  });

  it('goes no deeper than it may', async () => {
    const deep = deepestPrompt + 1;
    for (let level = deep; level > 1; level--)
      await create(
        `tool/level-${level}`,
        textOf(`Level ${level}`, level === deep ? [] : [asking('next', `tool/level-${level + 1}`)]),
      );
    const first = textOf('Level 1', [asking('next', 'tool/level-2')]);
    const promptId = await create('tool/level-1', first);
    const answers = Array.from({ length: deepestPrompt }, () => ({ text: 'up' }));
    const calls = Array.from({ length: deepestPrompt }, () => calling('next'));
    const { sent } = await run(first, [...calls, ...answers] as unknown as Behaviours, {
      source: { kind: 'version', promptId, number: 1 },
    });
    expect(sent).toHaveLength(2 * deepestPrompt);
    expect(JSON.stringify(sent[deepestPrompt]?.body)).toContain('call one another already');
  });

  it('tells the model of one that is not there, is not seen, or lacks a value', async () => {
    await create('tool/hidden', textOf('Secret.'), 'admin');
    await create('tool/needs', {
      ...textOf('About {{topic}}.'),
    });
    for (const [reference, words] of [
      ['tool/none', 'There is no prompt'],
      ['tool/hidden', 'There is no prompt'],
      ['tool/needs', 'was not called'],
    ] as const) {
      const { detail } = await run(textOf('Ask.', [asking('ask', reference)]), [
        calling('ask'),
        { text: 'Well.' },
      ]);
      expect(detail.toolCalls[0]?.result?.output, reference).toContain(words);
      expect(detail.output).toBe('Well.');
    }
  });

  it('is stopped with the run that called it', async () => {
    await create('tool/slow', textOf('Slowly.'));
    const model = 'prompted-slow';
    runs.provider.script(model, calling('slow'), { text: 'word '.repeat(200), tokensPerSecond: 10 });
    const { runIds } = await runs.start([model], {
      source: { kind: 'document', document: textOf('Ask.', [asking('slow', 'tool/slow')]) },
      values: {},
    });
    const runId = runIds[0] as string;
    await expect
      .poll(() => runs.provider.requests.filter((request) => request.model === model).length, {
        timeout: 8_000,
      })
      .toBe(2);
    await runs.house.as('editor').call(contract.stopRun, { params: { runId } });
    const detail = await runs.ended(runId);
    expect(detail.status).toBe('stopped');
    expect(detail.parts).toMatchObject([{ kind: 'tool', status: 'stopped' }]);
  });
});
