import { expect, it } from 'vitest';
import { createNamedEnd } from './named-end.ts';
import { createEventReader } from './readable-events.ts';

const { readable } = createEventReader({ provider: 'openai_compatible' }, createNamedEnd(), () => undefined);

it.each([
  ['data: {"usage":{"prompt_tokens":"9","completion_tokens":2}}', { prompt_tokens: 0, completion_tokens: 2 }],
  [
    'data:{"usage":{"prompt_tokens":9,"prompt_tokens_details":7}}',
    { prompt_tokens: 9, prompt_tokens_details: null },
  ],
  ['data: {"usage":"many"}', {}],
])('makes counts of %s readable', (line, usage) => {
  const mended = readable(`: ping\r\n${line}\r\n\r\n`);
  expect(mended).toMatch(/^: ping\r\ndata: [^\r\n]+\r\n\r\n$/);
  expect(JSON.parse(mended.split('data: ')[1] ?? '').usage).toEqual(usage);
});

it.each([
  ['counts that are numbers', 'data: {"usage": {"prompt_tokens" : 9}}\n\n'],
  ['counts that are still to come', 'data: {"usage":null,"choices":[]}\r\n\r\n'],
  ['what is no JSON', 'data: {"usage"\n\n'],
  ['what is no data', 'event: {"usage":{"prompt_tokens":"9"}}\n\n'],
])('leaves %s as it is', (_what, events) => {
  expect(readable(events)).toBe(events);
});

it('ends with a line that names its usage again and again', () => {
  const line = `data: {${'"usage"}'.repeat(400_000)}x`;
  expect(readable(line)).toBe(line);
});
