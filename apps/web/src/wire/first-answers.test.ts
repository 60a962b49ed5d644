import { afterEach, expect, it } from 'vitest';
import { firstAnswer } from './first-answers.ts';

const address = 'http://localhost/api/v1/me';

function asked(organization?: string) {
  const answer = (text: string) => Promise.resolve<Response | undefined>(new Response(text));
  const answers = new Map([
    ['/api/v1/me', answer('me')],
    ['/api/v1/organization', answer('{"id":"home"}')],
  ]);
  globalThis.firstAnswers = { organization, answers };
}

afterEach(() => {
  globalThis.firstAnswers = undefined;
});

it('gives each answer once', async () => {
  asked();
  expect(await (await firstAnswer(new Request(address)))?.text()).toBe('me');
  expect(await firstAnswer(new Request(address))).toBeUndefined();
});

it('gives none for another address or another organization', async () => {
  asked('one');
  const headers = { 'PromptVault-Organization': 'two' };
  expect(await firstAnswer(new Request(`${address}?limit=1`))).toBeUndefined();
  expect(await firstAnswer(new Request(address, { headers }))).toBeUndefined();
});

it('takes the organization that the server chose for the one that was asked for', async () => {
  asked();
  const organization = await firstAnswer(new Request('http://localhost/api/v1/organization'));
  expect(await organization?.json()).toEqual({ id: 'home' });
  const headers = { 'PromptVault-Organization': 'home' };
  expect(await (await firstAnswer(new Request(address, { headers })))?.text()).toBe('me');
});

it('gives none once something was changed', async () => {
  asked();
  expect(await firstAnswer(new Request(address, { method: 'POST' }))).toBeUndefined();
  expect(await firstAnswer(new Request(address))).toBeUndefined();
});
