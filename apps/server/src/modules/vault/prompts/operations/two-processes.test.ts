import * as organizations from '@promptvault/contract/account/organizations/routes';
import { closeCode } from '@promptvault/contract/live';
import { ROOM_FRAMES } from '@promptvault/contract/vault/prompts/draft-frames';
import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type DraftTab, openDraftTab } from '@promptvault/testing/draft-tab';
import { type LiveTab, openLiveTab } from '@promptvault/testing/live-tab';
import { startServerProcess } from '@promptvault/testing/server-process';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as Y from 'yjs';
import { type Application, assemble } from '../../../../assembly/assemble.ts';
import { type Listening, listen } from '../../../../assembly/listen.ts';
import { silentLog } from '../../../../foundation/log/log.ts';

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});
const textOf = (tab: DraftTab) => tab.document().sections[0]?.text;

/** One database, two servers: with Redis where TEST_REDIS_URL is set, else by PostgreSQL alone. */
describe.skipIf(!process.env.TEST_DATABASE_URL)('two processes with one draft', () => {
  let house: TestHouse;
  let second: Application;
  const listening: Listening[] = [];
  const tabs: LiveTab[] = [];

  beforeAll(async () => {
    house = await openTestHouse();
    const { environment } = house.application.services;
    second = await assemble({
      environment,
      log: silentLog,
      webDirectory: `${house.dataDirectory}/no-web`,
      version: '0.0.0',
    });
    for (const application of [house.application, second])
      listening.push(await listen(application, { ...environment, http: { ...environment.http, port: 0 } }));
  });
  afterAll(async () => {
    for (const tab of tabs) tab.socket.terminate();
    for (const one of listening) await one.close();
    await second?.close();
    await house?.close();
  });

  const openAt = async (index: number, who: 'editor' | 'owner' | 'admin', promptId: string) => {
    const tab = await openLiveTab(`http://127.0.0.1:${listening[index]?.port}`, {
      cookie: house.people[who].cookie,
      organizationId: house.organizationId,
    });
    tabs.push(tab);
    return openDraftTab(tab, promptId);
  };

  it('stay in step, whoever writes where, and show each other’s people', async () => {
    const body = { title: 'Two', document: documentOf('one two') };
    const promptId = (await house.as('editor').call(contract.createPrompt, { body })).body.id;
    const here = await openAt(0, 'editor', promptId);
    const there = await openAt(1, 'owner', promptId);
    const numbers = [here.write(documentOf('ONE one two')), there.write(documentOf('one two THREE'))];
    await Promise.all([here.acknowledged(numbers[0] as number), there.acknowledged(numbers[1] as number)]);
    for (const tab of [here, there]) await tab.until(() => textOf(tab) === 'ONE one two THREE');
    there.showCaret({ anchor: 'AQID', head: 'AQID', isTyping: true });
    await here.until(() => here.heard.some(({ json }) => JSON.stringify(json ?? '').includes('"Owner"')));
    for (let round = 0; round < 30; round++) {
      here.write(documentOf(`${textOf(here)}.`));
      there.write(documentOf(`,${textOf(there)}`));
    }
    const isWhole = (tab: DraftTab) => textOf(tab)?.replace(/[^.,]/g, '').length === 60;
    for (const tab of [here, there]) await tab.until(() => isWhole(tab));
    expect(textOf(here)).toBe(textOf(there));
    const draft = await house.as('editor').call(contract.getDraft, { params: { promptId, branch: 'main' } });
    await here.until(() => true);
    expect(draft.body.document.sections[0].text).toBe(textOf(here));
  });

  it('let nobody write in the one who was removed in the other', async () => {
    const body = { title: 'Removed', document: documentOf('one') };
    const promptId = (await house.as('editor').call(contract.createPrompt, { body })).body.id;
    const watching = await openAt(0, 'owner', promptId);
    const leaving = await openAt(1, 'admin', promptId);
    const tab = tabs.at(-1) as LiveTab;
    await leaving.acknowledged(leaving.write(documentOf('one, in time')));
    const { items } = (await house.as('owner').call(organizations.listMembers)).body;
    const member = items.find(
      (one: { person: { id: string } }) => one.person.id === house.people.admin.userId,
    );
    const removed = await house
      .as('owner')
      .call(organizations.removeMember, { params: { memberId: member.id }, revision: member.revision });
    expect(removed.status).toBeLessThan(300);
    expect(await tab.closed).toBe(closeCode.noAccess);
    leaving.write(documentOf('one, too late'));
    leaving.showCaret({ anchor: 'AQID', head: 'AQID', isTyping: true });
    await watching.until(() => textOf(watching) === 'one, in time');
    const draft = await house.as('editor').call(contract.getDraft, { params: { promptId, branch: 'main' } });
    expect(draft.body.document.sections[0].text).toBe('one, in time');
  });

  it('lose nothing that was acknowledged when one is killed, and what was not is sent to the other', async () => {
    const body = { title: 'Killed', document: documentOf('') };
    const promptId = (await house.as('editor').call(contract.createPrompt, { body })).body.id;
    const { database, redis } = house.application.services.environment;
    const killed = await startServerProcess({
      dataDirectory: house.dataDirectory,
      variables: {
        DATABASE_URL: database.kind === 'postgres' ? database.url.reveal() : '',
        REDIS_URL: redis?.url.reveal() ?? '',
        PROMPTVAULT_TRUSTED_ORIGINS: 'http://localhost:3000',
      },
    });
    try {
      const { cookie } = house.people.editor;
      const tab = await openLiveTab(killed.url, { cookie, organizationId: house.organizationId });
      tabs.push(tab);
      const writing = await openDraftTab(tab, promptId);
      const watching = await openAt(0, 'owner', promptId);
      const updates: Uint8Array[] = [];
      writing.ydoc.on('update', (update: Uint8Array, origin: unknown) => {
        if (origin !== 'room') updates.push(update);
      });
      const acknowledged = () => writing.heard.filter(({ kind }) => kind === ROOM_FRAMES.ack).length;
      const words = Array.from({ length: 400 }, (_, index) => `w${index} `);
      for (const word of words) {
        writing.write(documentOf(`${textOf(writing)}${word}`));
        await new Promise((resolve) => setTimeout(resolve, 2));
        if (acknowledged() >= 40) break;
      }
      expect(acknowledged()).toBeGreaterThanOrEqual(40);
      process.kill(killed.pid, 'SIGKILL');
      await tab.closed;
      const kept = words.slice(0, acknowledged()).join('');
      const draft = await house
        .as('editor')
        .call(contract.getDraft, { params: { promptId, branch: 'main' } });
      expect(draft.body.document.sections[0].text.startsWith(kept)).toBe(true);

      // As a browser does, that keeps what it sent until it is acknowledged.
      const again = await openAt(0, 'editor', promptId);
      expect(textOf(again)?.startsWith(kept)).toBe(true);
      again.say('update', 9_000, Y.mergeUpdates(updates));
      await again.acknowledged(9_000);
      await watching.until(() => textOf(watching) === textOf(writing));
    } finally {
      await killed.stop();
    }
  }, 60_000);
});
