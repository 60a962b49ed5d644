import { describe, expect, it } from 'vitest';
import { callHttpTool } from './http-tool.ts';

const value = 'aB3/xY+z<9&q';
const tool = {
  kind: 'http',
  method: 'GET',
  url: 'https://api.example.com/items',
  headers: [{ name: 'authorization', value: 'Bearer {{secret:api}}' }],
  body: null,
  safe: true,
} as const;

/** What the model is told by an API that answers so. */
const told = async (body: string, status = 200) => {
  const fetch = async () => new Response(body, { status, headers: { 'content-type': 'text/plain' } });
  const findSecrets = async () => new Map([['api', { value, origins: ['https://api.example.com'] }]]);
  const never = new AbortController().signal;
  return (await callHttpTool({ fetch, findSecrets } as never, tool as never, {}, never)).output;
};

describe('what an API says of the secret it was sent', () => {
  it('is taken out however JSON, addresses and pages write it', async () => {
    const written = {
      plain: value,
      'slashes of PHP': value.replaceAll('/', '\\/'),
      'codes of Go': value.replace('<', '\\u003c').replace('&', '\\u0026').replace('+', '\\u002b'),
      'codes of .NET': value.replace('<', '\\u003C').replace('&', '\\u0026').replace('+', '\\u002B'),
      address: encodeURIComponent(value),
      'small address': encodeURIComponent(value).toLowerCase().replace('ab3', 'aB3').replace('xy', 'xY'),
      page: value.replace('&', '&amp;').replace('<', '&lt;'),
    };
    for (const [how, text] of Object.entries(written))
      expect(await told(`you sent "${text}" to us`), how).toBe('you sent "{{secret:api}}" to us');
  });

  it('is taken out before a long complaint is cut, so that no half of it is left', async () => {
    for (let before = 1_985; before < 2_001; before++)
      expect(await told(`${'.'.repeat(before)}${value} is unknown`, 401)).not.toContain(value.slice(0, 3));
  });
});
