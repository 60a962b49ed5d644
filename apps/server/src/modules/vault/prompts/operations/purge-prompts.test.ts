import * as notifications from '@promptvault/contract/account/notifications/routes';
import * as talk from '@promptvault/contract/vault/discussion/routes';
import * as contract from '@promptvault/contract/vault/prompts/routes';
import * as reviews from '@promptvault/contract/vault/reviews/routes';
import { emptyDocument } from '@promptvault/document';
import { fakeClock } from '@promptvault/testing/fake-clock';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { purgeDeletedPrompts } from './purge-prompts.ts';

const day = 24 * 60 * 60_000;
const clock = fakeClock(new Date());
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

const purge = () => {
  const { db, ports } = house.application.services;
  return purgeDeletedPrompts({ db, ports, signal: new AbortController().signal });
};

it('erases deleted prompts after thirty days and no others', async () => {
  const editor = house.as('editor');
  const make = async (title: string) => (await editor.call(contract.createPrompt, { body: { title } })).body;
  const [gone, kept] = [await make('Gone'), await make('Kept')];
  const deleted = await editor.call(contract.deletePrompt, {
    params: { promptId: gone.id },
    revision: gone.revision,
  });
  expect(deleted.status).toBe(204);
  await purge();
  const countOf = (id: string) =>
    house.within(
      'owner',
      async ({ tx }) =>
        (
          await tx.execute<{ n: number }>(
            `select count(*)::int as n from prompt where id = '${id}'`,
            'objects',
          )
        )[0]?.n,
    );
  expect(await countOf(gone.id)).toBe(1);
  await clock.advance(31 * day);
  await purge();
  expect(await countOf(gone.id)).toBe(0);
  expect(await countOf(kept.id)).toBe(1);
});

it('tells later modules, which erase threads and reviews with all that is in them, and leaves others alone', async () => {
  const editor = house.as('editor');
  const admin = house.as('admin');
  const documentOf = (text: string) => ({
    ...emptyDocument(),
    sections: [{ id: 's1', kind: 'instructions', role: null, text }],
  });
  const make = async (title: string) => {
    const body = { title, document: documentOf('One.'), commit: true };
    const { id } = (await editor.call(contract.createPrompt, { body })).body;
    const params = { promptId: id };
    await editor.call(contract.publishPrompt, { params });
    await editor.call(contract.createBranch, { params, body: { name: 'other', from: 1 } });
    await editor.call(contract.commitVersion, {
      params: { promptId: id, branch: 'other' },
      body: { expectedParent: 1, document: documentOf('Two.') },
    });
    const asked = { title: 'Look', source: 'other', reviewers: [house.people.admin.userId] };
    const reviewId = (await editor.call(reviews.createReview, { params, body: asked })).body.id;
    const verdict = { verdict: 'approve', version: 2 };
    await admin.call(reviews.decideReview, { params: { reviewId }, body: verdict });
    const threadIds: string[] = [];
    for (const subject of [
      { kind: 'prompt', id },
      { kind: 'review', id: reviewId },
    ]) {
      const { body } = await admin.call(talk.createThread, { body: { subject, body: 'Said.' } });
      threadIds.push(body.id);
      const comment = { commentId: body.comments[0].id, sign: 'heart' };
      await editor.call(talk.addReaction, { params: comment });
    }
    return { id, reviewId, threadIds };
  };
  const [gone, kept] = [await make('Gone'), await make('Kept')];
  const rowsOf = ({ id, reviewId, threadIds }: typeof gone) =>
    house.within('owner', async ({ tx }) => {
      const threads = threadIds.map((one) => `'${one}'`).join();
      const counts = await tx.execute<{ n: number }>(
        `select count(*)::int as n from review where prompt_id = '${id}'
         union all select count(*)::int from review_reviewer where review_id = '${reviewId}'
         union all select count(*)::int from review_verdict where review_id = '${reviewId}'
         union all select count(*)::int from discussion_thread where id in (${threads})
         union all select count(*)::int from discussion_comment where thread_id in (${threads})
         union all select count(*)::int from discussion_seen where thread_id in (${threads})
         union all select count(*)::int from discussion_reaction r join discussion_comment c on c.id = r.comment_id
           where c.thread_id in (${threads})`,
        'objects',
      );
      return counts.map(({ n }) => n);
    });
  const all = [1, 1, 1, 2, 2, 2, 2];
  expect(await rowsOf(gone)).toEqual(all);
  await house.deliver();
  const told = async () =>
    (await editor.call(notifications.listNotices, { query: {} })).body.items.filter(
      ({ address }: { address: string }) => address.includes(gone.reviewId),
    ).length;
  expect(await told()).toBeGreaterThan(0);
  const { revision } = (await editor.call(contract.getPrompt, { params: { promptId: gone.id } })).body;
  await editor.call(contract.deletePrompt, { params: { promptId: gone.id }, revision });
  await clock.advance(31 * day);
  await purge();
  await house.deliver();
  expect(await rowsOf(gone)).toEqual([0, 0, 0, 0, 0, 0, 0]);
  expect(await rowsOf(kept)).toEqual(all);
  expect(await told()).toBe(0);
  const review = await editor.call(reviews.getReview, { params: { reviewId: gone.reviewId } });
  expect(review.body.code).toBe('resource.not_found');
});

it('purges the other organizations where it fails for one, and fails at its end', async () => {
  const failing = { 'of the organization': house.as('editor'), 'of another': house.as('stranger') };
  for (const [title, caller] of Object.entries(failing)) {
    const { id, revision } = (await caller.call(contract.createPrompt, { body: { title } })).body;
    await caller.call(contract.deletePrompt, { params: { promptId: id }, revision });
  }
  await clock.advance(31 * day);
  const { db, ports } = house.application.services;
  const purged: (string | null)[] = [];
  const within: typeof ports.within = async (scope, fn) => {
    // Whichever comes first is the one that fails.
    if (purged.push(scope.organizationId) === 1) throw new Error('Something is wrong here.');
    return ports.within(scope, fn);
  };
  const work = { db, ports: { ...ports, within }, signal: new AbortController().signal };
  await expect(purgeDeletedPrompts(work)).rejects.toThrow('Something is wrong here.');
  expect(new Set(purged).size).toBe(2);
  purged.push(null);
  await purgeDeletedPrompts(work);
  // Only the one that failed had anything left.
  expect(purged.slice(purged.indexOf(null) + 1)).toEqual([purged[0]]);
});
