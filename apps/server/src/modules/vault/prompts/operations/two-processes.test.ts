import * as contract from '@promptvault/contract/vault/prompts/routes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type DraftTab, openDraftTab } from '@promptvault/testing/draft-tab';
import { type LiveTab, openLiveTab } from '@promptvault/testing/live-tab';
import { openTestHouse, type TestHouse } from '@promptvault/testing/test-house';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
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

  const openAt = async (index: number, who: 'editor' | 'owner', promptId: string) => {
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
});
