import type { RunDetailView } from '@promptvault/contract/studio/runs/shapes';
import type { PromptDocument, Tool, ToolImplementation } from '@promptvault/document';
import { document, openRunHouse, type RunHouse } from '@promptvault/testing/run-house';
import { afterAll, beforeAll, expect, it } from 'vitest';

let runs: RunHouse;
beforeAll(async () => {
  runs = await openRunHouse();
});
afterAll(() => runs.close());

const toolOf = (name: string, implementation?: ToolImplementation): Tool => ({
  id: name,
  name,
  description: 'Adds.',
  parameters: { type: 'object', properties: { a: { type: 'number' } } },
  ...(implementation ? { implementation } : {}),
});

let count = 0;
async function run(tools: Tool[], texts: string[], more: Partial<PromptDocument> = {}, steps = 4) {
  const model = `worded-${++count}`;
  runs.provider.script(model, ...(texts.map((text) => ({ text })) as [{ text: string }]));
  const { status, body, runIds } = await runs.start([model], {
    source: { kind: 'document', document: { ...document, ...more, tools, techniques: { react: { steps } } } },
  });
  expect(status, JSON.stringify(body)).toBe(201);
  const detail: RunDetailView = await runs.ended(runIds[0] as string);
  const sent = runs.provider.requests
    .filter((request) => request.model === model)
    .map(({ body: asked }) => asked as { messages: { role: string; content: string }[]; tools?: unknown });
  return { detail, sent };
}
const add = toolOf('add', { kind: 'javascript', code: 'input.a + 1' });

it('a model acts in words, is told what came of it, and answers', async () => {
  const { detail, sent } = await run(
    [add],
    [
      'Thought: I add.\nAction: add\nAction Input: {"a": 3}\nObservation: 99\nFinal Answer: 99',
      'Thought: I know.\nFinal Answer: It is 4.',
    ],
  );
  expect(detail).toMatchObject({ status: 'finished', finishReason: 'stop', output: 'It is 4.' });
  expect(detail.reasoning).toBe('Thought: I add.\nThought: I know.\n');
  expect(detail.toolCalls).toMatchObject([
    { name: 'add', input: { a: 3 }, result: { ok: true, output: '4' } },
  ]);
  expect(sent[0]?.tools).toBeUndefined();
  expect(sent[0]?.messages.at(-1)?.content).toContain('- add: Adds.');
  expect(sent[1]?.messages.slice(-2)).toMatchObject([
    { role: 'assistant', content: 'Thought: I add.\nAction: add\nAction Input: {"a": 3}' },
    { role: 'user', content: 'Observation: 4' },
  ]);
});

it('what fails is told in words too, and ends nothing', async () => {
  const { detail, sent } = await run(
    [add],
    [
      'Action: add\nAction Input: {"a": "x"}',
      'Action: none\nAction Input: {}',
      'Action: add\nAction Input: three',
      'I give up: it is 4.',
    ],
  );
  expect(detail.output).toBe('I give up: it is 4.');
  expect(detail.toolCalls.map(({ result }) => result?.ok)).toEqual([false, false, false]);
  expect(sent[3]?.messages.at(-1)?.content).toContain('not a JSON object');
});

it('a tool that is only declared ends it, and so do too many steps', async () => {
  const declared = await run([toolOf('book')], ['Action: book\nAction Input: {"a":1}']);
  expect(declared.detail).toMatchObject({ finishReason: 'tool_calls', toolCalls: [{ result: null }] });
  const endless = await run([add], ['Action: add\nAction Input: {"a":1}'], {}, 2);
  expect(endless.sent).toHaveLength(2);
  expect(endless.detail.warnings.join()).toContain('2 steps');
});

it('the final answer is judged by the form the prompt asks for', async () => {
  const { detail, sent } = await run([add], ['Final Answer: {"n": 4}'], {
    responseSchema: { type: 'object', required: ['n'] },
  });
  expect(sent[0]?.messages.at(-1)?.content).toContain('The final answer is JSON alone');
  expect(detail.outcome?.kind).toBe('valid');
  expect(detail.json).toEqual({ n: 4 });
});
