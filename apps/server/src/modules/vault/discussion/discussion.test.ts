import * as contract from '@promptvault/contract/vault/discussion/routes';
import * as prompts from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument } from '@promptvault/document';
import { type Caller, openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { and, eq } from 'drizzle-orm';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import type { Ctx } from '../../../foundation/context/ctx.ts';
import { openDiscussed, openSubject } from './open.ts';
import { createThread } from './operations/create-thread.ts';
import { listThreads } from './operations/list-threads.ts';
import { thread } from './schema.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const words = 'Answer kindly. Never promise a date. Sign with your name.';
const sentence = 'Never promise a date.';
const documentOf = (text: string) => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions' as const, role: null, text }],
});

let made = 0;
/** A prompt of the editor's with one version, published. */
async function makePrompt(input: { text?: string; publish?: boolean } = {}): Promise<string> {
  made += 1;
  const body = { title: `Prompt ${made}`, document: documentOf(input.text ?? words), commit: true };
  const { id, revision } = (await house.as('editor').call(prompts.createPrompt, { body })).body;
  if (input.publish !== false)
    expect(
      (await house.as('editor').call(prompts.publishPrompt, { params: { promptId: id }, revision, body: {} }))
        .status,
    ).toBeLessThan(300);
  return id;
}

async function write(promptId: string, text: string) {
  const params = { promptId, branch: 'main' };
  const { revision } = (await house.as('editor').call(prompts.getDraft, { params })).body;
  const body = { document: documentOf(text) };
  expect((await house.as('editor').call(prompts.replaceDraft, { params, body, revision })).status).toBe(200);
}

async function commit(promptId: string, expectedParent: number) {
  const params = { promptId, branch: 'main' };
  const body = { expectedParent, message: '' };
  expect((await house.as('editor').call(prompts.commitVersion, { params, body })).status).toBe(201);
}
/** What listeners of the event log do is there a moment later. */
const soon = (check: () => Promise<void>) => vi.waitFor(check, { timeout: 5_000, interval: 20 });

const draftText = async (promptId: string) =>
  (await house.as('editor').call(prompts.getDraft, { params: { promptId, branch: 'main' } })).body.document
    .sections[0].text;

const onDraft = (quote = sentence, from = words.indexOf(quote)) => ({
  on: 'draft',
  branch: 'main',
  sectionId: 's1',
  from,
  to: from + quote.length,
  quote,
});
const onVersion = (version: number, quote = sentence, from = words.indexOf(quote)) => ({
  on: 'version',
  version,
  sectionId: 's1',
  from,
  to: from + quote.length,
  quote,
});

/** The versions its threads were followed into. */
const placedIn = async (promptId: string) =>
  (await house.within('editor', (ctx) => followed(ctx, promptId))).map(({ version }) => version);
const followed = (ctx: Ctx, promptId: string) =>
  ctx.tx
    .select({ version: thread.placedVersion })
    .from(thread)
    .where(and(eq(thread.organizationId, ctx.organizationId), eq(thread.promptId, promptId)));

const begin = (caller: Caller, promptId: string, input: object = {}) =>
  house.as(caller).call(contract.createThread, {
    body: { subject: { kind: 'prompt', id: promptId }, body: 'Why?', ...input },
  });
const list = async (caller: Caller, promptId: string, query: object = {}) =>
  (
    await house
      .as(caller)
      .call(contract.listThreads, { query: { kind: 'prompt', subject: promptId, ...query } })
  ).body;
const get = (caller: Caller, threadId: string) =>
  house.as(caller).call(contract.getThread, { params: { threadId } });
const reply = (caller: Caller, threadId: string, body: object) =>
  house
    .as(caller)
    .call(contract.createComment, { params: { threadId }, body: { body: 'Because.', ...body } });
const onComment = (
  route: typeof contract.applySuggestion | typeof contract.dismissSuggestion,
  caller: Caller,
  commentId: string,
) => house.as(caller).call(route, { params: { commentId } });

describe('threads', () => {
  it('are begun, answered, resolved and opened again by whoever sees the prompt, viewers too', async () => {
    const promptId = await makePrompt();
    const begun = (await begin('viewer', promptId)).body;
    expect(begun).toMatchObject({
      subject: { kind: 'prompt', id: promptId },
      state: 'open',
      isUnread: false,
      comments: [{ body: 'Why?', author: { name: 'Viewer' }, may: { edit: true, delete: true } }],
    });
    expect((await reply('editor', begun.id, {})).body).toMatchObject({ author: { name: 'Editor' } });
    expect(await list('viewer', promptId)).toMatchObject({
      items: [{ isUnread: true, comments: [{ may: { edit: true } }, { may: { edit: false } }] }],
      counts: { open: 1, resolved: 0, unread: 1 },
    });
    const params = { threadId: begun.id };
    expect((await house.as('viewer').call(contract.markThreadSeen, { params })).status).toBe(204);
    expect((await list('viewer', promptId)).counts.unread).toBe(0);
    await house.as('viewer').call(contract.resolveThread, { params });
    const again = (await house.as('editor').call(contract.resolveThread, { params })).body;
    expect(again).toMatchObject({ state: 'resolved', resolvedBy: { name: 'Viewer' } });
    expect((await list('editor', promptId, { state: 'open' })).items).toEqual([]);
    expect((await house.as('editor').call(contract.reopenThread, { params })).body.state).toBe('open');
  });

  it('are not there for whoever does not see the prompt', async () => {
    const promptId = await makePrompt({ publish: false });
    const begun = (await begin('editor', promptId)).body;
    const commentId = begun.comments[0].id;
    for (const caller of ['viewer', 'stranger'] as const) {
      expect((await begin(caller, promptId)).body.code).toBe('resource.not_found');
      expect((await list(caller, promptId)).code).toBe('resource.not_found');
      expect((await get(caller, begun.id)).body.code).toBe('resource.not_found');
      expect((await reply(caller, begun.id, {})).body.code).toBe('resource.not_found');
      const react = { params: { commentId, sign: '+1' } };
      expect((await house.as(caller).call(contract.addReaction, react)).body.code).toBe('resource.not_found');
    }
    expect((await get('nobody', begun.id)).status).toBe(401);
  });

  it('about a kind of thing that nobody can open, or about a thread, are refused', async () => {
    const promptId = await makePrompt();
    const { id } = (await begin('editor', promptId)).body;
    for (const kind of ['unicorn', 'thread', 'tag'])
      expect((await begin('editor', '', { subject: { kind, id } })).body.code).toBe('resource.not_found');
    expect((await begin('editor', promptId, { body: ' \n ' })).status).toBe(422);
    expect((await begin('editor', promptId, { body: 'nul \u0000' })).status).toBe(422);
    expect((await begin('editor', promptId, { body: 'x'.repeat(10_001) })).status).toBe(422);
  });

  it('come in pages, and only one’s own when asked', async () => {
    const promptId = await makePrompt();
    const first = (await begin('viewer', promptId)).body;
    await begin('editor', promptId);
    await begin('editor', promptId);
    const page = await list('viewer', promptId, { limit: 2 });
    expect(page.items).toHaveLength(2);
    const rest = await list('viewer', promptId, { limit: 2, cursor: page.nextCursor });
    expect(rest.items.map(({ id }: { id: string }) => id)).toEqual([first.id]);
    expect((await list('viewer', promptId, { mine: true })).items).toHaveLength(1);
  });
});

describe('anchors', () => {
  it('follow the words of a draft while others write, and into the version', async () => {
    const promptId = await makePrompt();
    const begun = (await begin('editor', promptId, { anchor: onDraft() })).body;
    expect(begun.place).toEqual({ sectionId: 's1', from: 15, to: 36, text: sentence });
    await write(promptId, `Dear colleague! ${words}`);
    expect((await list('editor', promptId)).items[0].place).toMatchObject({ from: 31, text: sentence });
    await commit(promptId, 1);
    await soon(async () =>
      expect((await list('viewer', promptId)).items[0]).toMatchObject({
        anchor: { on: 'draft', branch: 'main', version: 2, quote: sentence },
        place: { from: 31, text: sentence },
      }),
    );
    await write(promptId, 'Translate.');
    await commit(promptId, 2);
    const lost = (await list('viewer', promptId)).items[0];
    expect(lost).toMatchObject({ place: null, isOutdated: true, state: 'open' });
    expect((await list('editor', promptId)).items[0].anchor.quote).toBe(sentence);
    await write(promptId, words);
    await commit(promptId, 3);
    await soon(async () =>
      expect((await list('viewer', promptId)).items[0]).toMatchObject({
        isOutdated: false,
        place: { from: 15 },
      }),
    );
  });

  it('on a version are shown in the draft and in other versions', async () => {
    const promptId = await makePrompt();
    await begin('viewer', promptId, { anchor: onVersion(1) });
    await write(promptId, `Be brief. ${words}`);
    expect((await list('editor', promptId)).items[0].place).toMatchObject({ from: 25, text: sentence });
    expect((await list('editor', promptId, { version: 1 })).items[0].place).toMatchObject({ from: 15 });
    await commit(promptId, 1);
    expect((await list('viewer', promptId)).items[0].place).toMatchObject({ from: 25 });
    await soon(async () => expect(await placedIn(promptId)).toEqual([2]));
  });

  it('on words nobody saved are hidden from who may not read the draft, with their quote', async () => {
    const promptId = await makePrompt();
    await write(promptId, `${words} Secret plan.`);
    const anchor = onDraft('Secret plan.', words.length + 1);
    const begun = (await begin('editor', promptId, { anchor })).body;
    expect(await list('viewer', promptId)).toMatchObject({ items: [], counts: { open: 0 } });
    expect((await get('viewer', begun.id)).status).toBe(404);
    expect((await get('admin', begun.id)).status).toBe(200);
    expect((await begin('viewer', promptId, { anchor: onDraft() })).status).toBe(403);
  });

  it('at words that are not there, or in a section or version that is not, are refused with the place', async () => {
    const promptId = await makePrompt();
    const refused = async (anchor: object) => {
      const { status, body } = await begin('editor', promptId, { anchor });
      return [status, body.code];
    };
    expect(await refused(onDraft('Always promise', 3))).toEqual([409, 'comment.quote_gone']);
    expect(await refused(onVersion(1, 'Always promise', 3))).toEqual([409, 'comment.quote_gone']);
    expect(await refused({ ...onDraft(), sectionId: 's9' })).toEqual([422, 'comment.section_unknown']);
    expect(await refused(onVersion(9))).toEqual([422, 'comment.nowhere']);
    expect(await refused({ ...onDraft(), branch: 'nowhere' })).toEqual([404, 'resource.not_found']);
    expect((await list('editor', promptId)).items).toEqual([]);
  });
});

describe('comments', () => {
  const change = (caller: Caller, { id, revision }: { id: string; revision: number }, body = 'Changed.') =>
    house.as(caller).call(contract.updateComment, { params: { commentId: id }, body: { body }, revision });
  const remove = (caller: Caller, { id, revision }: { id: string; revision: number }) =>
    house.as(caller).call(contract.deleteComment, { params: { commentId: id }, revision });

  it('are changed by who wrote them, once for a revision', async () => {
    const { comments } = (await begin('viewer', await makePrompt())).body;
    expect((await change('owner', comments[0])).body.code).toBe('auth.forbidden');
    expect((await change('viewer', comments[0])).body).toMatchObject({ body: 'Changed.', revision: 2 });
    expect((await change('viewer', comments[0])).body.code).toBe('request.stale');
  });

  it('that were answered leave their place when deleted, others are gone, and at last the thread', async () => {
    const promptId = await makePrompt();
    const begun = (await begin('viewer', promptId)).body;
    const answer = (await reply('editor', begun.id, {})).body;
    expect((await remove('editor', begun.comments[0])).body.code).toBe('auth.forbidden');
    expect((await remove('admin', begun.comments[0])).status).toBe(204);
    const left = (await get('viewer', begun.id)).body.comments;
    expect(left).toMatchObject([{ body: '', deletedAt: expect.any(String) }, { body: 'Because.' }]);
    expect((await change('viewer', { id: left[0].id, revision: 2 })).body.code).toBe('comment.deleted');
    expect((await remove('editor', answer)).status).toBe(204);
    expect((await get('viewer', begun.id)).status).toBe(404);
    expect((await list('viewer', promptId)).items).toEqual([]);
  });

  it('carry reactions of a small set, one of each from each', async () => {
    const { comments } = (await begin('viewer', await makePrompt())).body;
    const react = (
      caller: Caller,
      sign: string,
      route = contract.addReaction as typeof contract.addReaction | typeof contract.removeReaction,
    ) => house.as(caller).call(route, { params: { commentId: comments[0].id, sign } });
    await react('viewer', '+1');
    await react('editor', '+1');
    expect((await react('editor', '+1')).body.reactions).toMatchObject([
      { sign: '+1', mine: true, people: [{ name: 'Viewer' }, { name: 'Editor' }] },
    ]);
    expect((await react('editor', 'poop')).status).toBe(422);
    expect((await react('editor', '+1', contract.removeReaction)).body.reactions).toMatchObject([
      { sign: '+1', mine: false },
    ]);
  });

  it('mention members by the names they have, and nobody else', async () => {
    const promptId = await makePrompt();
    const { editor, stranger } = house.people;
    const body = `Ask @[the boss](person:${editor.userId}), please.`;
    const [said] = (await begin('viewer', promptId, { body })).body.comments;
    expect(said).toMatchObject({
      body: `Ask @[Editor](person:${editor.userId}), please.`,
      mentions: [{ id: editor.userId, name: 'Editor' }],
    });
    expect((await list('editor', promptId, { mine: true })).items).toHaveLength(1);
    for (const outsider of [stranger.userId, 'nobody', '01900000-0000-7000-8000-00000000dead'])
      expect((await begin('viewer', promptId, { body: `@[x](person:${outsider})` })).body).toMatchObject({
        status: 422,
        code: 'comment.mention_unknown',
      });
  });

  it('complete the names of members alone', async () => {
    const names = async (q: string, caller: Caller = 'viewer') =>
      (await house.as(caller).call(contract.findMentions, { query: { q } })).body.items.map(
        ({ name }: { name: string }) => name,
      );
    expect(await names('')).toEqual(['Admin', 'Editor', 'Owner', 'Viewer']);
    expect(await names('ED')).toEqual(['Editor']);
    expect(await names('%')).toEqual([]);
    expect(await names('stran')).toEqual([]);
  });

  it('come no faster than people write', async () => {
    const promptId = await makePrompt();
    const answers = [];
    for (let n = 0; n < 40; n++) answers.push((await begin('owner', promptId)).body.code ?? 'done');
    expect(answers.filter((each) => each === 'done').length).toBeLessThanOrEqual(30);
    expect(answers.at(-1)).toBe('comment.too_fast');
  });
});

describe('suggestions', () => {
  const suggest = async (promptId: string, caller: Caller = 'editor') => {
    const anchor = caller === 'viewer' ? onVersion(1) : onDraft();
    const begun = (await begin(caller, promptId, { anchor, suggestion: 'Name no date.' })).body;
    return { begun, commentId: begun.comments[0].id as string };
  };

  it('are written into the draft by who may write it, and resolve their thread', async () => {
    const promptId = await makePrompt();
    const { commentId } = await suggest(promptId, 'viewer');
    await write(promptId, `Be brief. ${words}`);
    expect((await onComment(contract.applySuggestion, 'viewer', commentId)).body.code).toBe('auth.forbidden');
    const applied = (await onComment(contract.applySuggestion, 'editor', commentId)).body;
    expect(applied).toMatchObject({
      state: 'resolved',
      comments: [{ suggestion: { state: 'applied', decidedBy: { name: 'Editor' } } }],
    });
    expect(await draftText(promptId)).toBe('Be brief. Answer kindly. Name no date. Sign with your name.');
    expect((await onComment(contract.applySuggestion, 'editor', commentId)).body.code).toBe(
      'suggestion.decided',
    );
  });

  it('are never written where other words stand', async () => {
    const promptId = await makePrompt();
    const { begun, commentId } = await suggest(promptId);
    const changed = words.replace('a date', 'any date');
    await write(promptId, changed);
    expect((await get('editor', begun.id)).body.comments[0].suggestion.state).toBe('outdated');
    expect((await onComment(contract.applySuggestion, 'editor', commentId)).body.code).toBe(
      'suggestion.outdated',
    );
    expect(await draftText(promptId)).toBe(changed);
  });

  it('are declined by who may write, or taken back by who made them', async () => {
    const promptId = await makePrompt();
    const { commentId } = await suggest(promptId, 'viewer');
    expect(
      (await onComment(contract.dismissSuggestion, 'viewer', commentId)).body.comments[0].suggestion.state,
    ).toBe('dismissed');
    expect((await onComment(contract.dismissSuggestion, 'editor', commentId)).body.code).toBe(
      'suggestion.decided',
    );
    expect((await begin('editor', promptId, { suggestion: 'x' })).body.code).toBe('suggestion.no_range');
  });
});

describe('a person without a role that may comment', () => {
  /** As the viewer, but with nothing except these grants on one prompt. */
  const withGrants = <T>(
    promptId: string,
    permissions: string[],
    fn: (ctx: Ctx) => Promise<T>,
    until: Date | null = null,
  ) =>
    house.within('viewer', (ctx) =>
      fn({
        ...ctx,
        actor: {
          ...ctx.actor,
          permissions: new Set<string>(),
          grants: [{ subject: { kind: 'prompt', id: promptId }, permissions, until }],
        },
      }),
    );
  const begin = (ctx: Ctx, id: string) =>
    openSubject(ctx, { subject: { kind: 'prompt', id } }, 'comment.write').then((thing) =>
      createThread(ctx, thing, { body: 'As a guest.' }),
    );
  const reading = ['prompt.read', 'comment.read'];
  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => 'done',
      (error: { code: string }) => error.code,
    );

  it('comments where a grant for that prompt says so, and is told so with the threads', async () => {
    const [promptId, other] = [await makePrompt(), await makePrompt()];
    const commenting = [...reading, 'comment.write'];
    const shown = await withGrants(promptId, commenting, (ctx) => begin(ctx, promptId));
    expect(shown.comments).toHaveLength(1);
    const mayComment = (permissions: string[]) =>
      withGrants(promptId, permissions, async (ctx) => {
        const thing = await openDiscussed(ctx, { kind: 'prompt', subject: promptId }, 'comment.read');
        return (await listThreads(ctx, thing, { mine: false, limit: 10 })).mayComment;
      });
    expect(await mayComment(commenting)).toBe(true);
    expect(await mayComment(reading)).toBe(false);
    expect(await refusal(withGrants(promptId, reading, (ctx) => begin(ctx, promptId)))).toBe(
      'auth.forbidden',
    );
    expect(await refusal(withGrants(promptId, commenting, (ctx) => begin(ctx, other)))).toBe(
      'resource.not_found',
    );
    const past = withGrants(promptId, commenting, (ctx) => begin(ctx, promptId), new Date(0));
    expect(await refusal(past)).toBe('resource.not_found');
  });
});
