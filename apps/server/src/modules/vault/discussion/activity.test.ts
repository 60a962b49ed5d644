import * as contract from '@promptvault/contract/vault/discussion/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

let house: TestHouse;
let open: string;
let hidden: string;

const create = async (caller: Caller, title: string, visibility = 'organization') => {
  const body = { title, visibility, commit: true };
  const { id, revision } = (await house.as(caller).call(prompts.createPrompt, { body })).body;
  await house.as(caller).call(prompts.publishPrompt, { params: { promptId: id }, revision, body: {} });
  return id;
};
const list = async (caller: Caller, query: Record<string, string> = {}) =>
  (await house.as(caller).call(contract.listActivity, { query })).body;
type Entry = { type: string; subject: { id: string; title: string }; actor: { name: string } };
const told = async (caller: Caller, query: Record<string, string> = {}) =>
  (await list(caller, query)).items.map(({ type }: Entry) => type);

beforeAll(async () => {
  house = await openTestHouse();
  open = await create('editor', 'House voice');
  hidden = await create('editor', 'Secret plan', 'private');
});
afterAll(() => house.close());

describe('activity', () => {
  it('tells what happened to what one sees, the newest first', async () => {
    const { items } = await list('viewer', { prompt: open });
    expect(items.map(({ type }: Entry) => type)).toEqual(
      expect.arrayContaining(['prompt.published', 'prompt.created']),
    );
    expect(items[0]).toMatchObject({
      actor: { name: 'Editor' },
      subject: { title: 'House voice', address: `/prompts/${open}` },
    });
  });

  it('tells nobody else of a private prompt, nor another organization of anything', async () => {
    const seen = async (caller: Caller) =>
      (await list(caller, { limit: '100' })).items.some(({ subject }: Entry) => subject.id === hidden);
    expect(await seen('editor')).toBe(true);
    for (const caller of ['viewer', 'owner', 'stranger'] as const) {
      expect(await seen(caller), caller).toBe(false);
      expect(await told(caller, { prompt: hidden })).toEqual([]);
      expect(await told(caller, { q: 'secret' })).toEqual([]);
    }
    expect(await told('stranger', { prompt: open })).toEqual([]);
  });

  it('tells of invitations only who manages members', async () => {
    expect(await told('admin', { kind: 'invitation', limit: '100' })).toContain('invitation.created');
    expect(await told('viewer', { kind: 'invitation', limit: '100' })).toEqual([]);
    expect(await told('viewer', { kind: 'member', limit: '100' })).toContain('member.joined');
  });

  it('is filtered by person, kind, day and words', async () => {
    const today = new Date().toISOString().slice(0, 10);
    const { userId } = house.people.editor;
    expect(
      new Set((await list('admin', { person: userId })).items.map(({ actor }: Entry) => actor.name)),
    ).toEqual(new Set(['Editor']));
    expect(await told('viewer', { since: today, kind: 'prompt' })).not.toEqual([]);
    expect(await told('viewer', { until: '2001-01-01' })).toEqual([]);
    expect(await told('viewer', { q: 'HOUSE' })).toContain('prompt.created');
    expect((await list('viewer', { since: 'yesterday' })).status).toBe(422);
    expect((await list('viewer', { cursor: 'nonsense' })).status).toBe(422);
  });

  it('comes in pages without a gap', async () => {
    const all = (await list('editor', { limit: '100' })).items.map(({ id }: { id: string }) => id);
    const paged: string[] = [];
    for (let cursor: string | null | undefined; cursor !== null; ) {
      const page = await list('editor', { limit: '2', ...(cursor && { cursor }) });
      paged.push(...page.items.map(({ id }: { id: string }) => id));
      cursor = page.nextCursor;
    }
    expect(paged).toEqual(all);
  });
});
