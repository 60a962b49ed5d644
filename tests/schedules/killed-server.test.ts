import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import { type DraftTab, openDraftTab } from '@promptvault/testing/draft-tab';
import { type LiveTab, openLiveTab } from '@promptvault/testing/live-tab';
import { type ServerProcess, startServerProcess } from '@promptvault/testing/server-process';
import { afterEach, beforeEach, expect, it } from 'vitest';

const tabs = 6;
/** What the house promises. */
const longestAckMs = 600;

let dataDirectory: string;
let server: ServerProcess;

const start = async () => {
  server = await startServerProcess({ dataDirectory, variables: { PROMPTVAULT_SIGN_UP: 'open' } });
};
beforeEach(async () => {
  dataDirectory = mkdtempSync(join(tmpdir(), 'promptvault-killed-'));
  await start();
});
afterEach(async () => {
  await server.stop();
  rmSync(dataDirectory, { recursive: true, force: true });
});

async function send(cookie: string, method: string, path: string, body?: object) {
  const response = await fetch(`${server.url}/api/v1${path}`, {
    method,
    headers: { 'content-type': 'application/json', ...(cookie && { cookie }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const cookies = response.headers.getSetCookie().map((one) => one.split(';')[0]);
  return { body: await response.json(), cookie: cookies.join('; ') };
}

const sectionsOf = (texts: readonly string[]): PromptDocument => ({
  ...emptyDocument(),
  sections: texts.map((text, index) => ({
    id: `s${index}`,
    kind: 'instructions' as const,
    role: null,
    text,
  })),
});

/** Types a letter more as soon as the last one is acknowledged, until the server is gone. */
async function typeOn(tab: DraftTab, index: number, acked: { text: string; waits: number[] }, live: LiveTab) {
  let isOver = false;
  void live.closed.then(() => {
    isOver = true;
  });
  while (!isOver) {
    const next = `${acked.text}${String.fromCharCode(97 + (acked.waits.length % 26))}`;
    const texts = tab.document().sections.map((section) => section.text);
    texts[index] = next;
    const from = performance.now();
    const number = tab.write(sectionsOf(texts));
    const wait = tab.acknowledged(number).then(
      () => true,
      () => false,
    );
    if (!(await Promise.race([wait, live.closed.then(() => false)]))) return;
    acked.waits.push(performance.now() - from);
    acked.text = next;
  }
}

it('has every acknowledged key after kill -9, and acknowledges soon', async () => {
  const account = { name: 'Ada', email: 'ada@example.com', password: 'a long enough password' };
  const { cookie } = await send('', 'POST', '/sign-up', account);
  const empty = sectionsOf(Array.from({ length: tabs }, () => ''));
  const { body: prompt } = await send(cookie, 'POST', '/prompts', { title: 'Killed', document: empty });
  const people = await Promise.all(
    Array.from({ length: tabs }, async () => {
      const live = await openLiveTab(server.url, { cookie, origin: server.url });
      return { live, tab: await openDraftTab(live, prompt.id), acked: { text: '', waits: [] as number[] } };
    }),
  );
  const typing = people.map(({ live, tab, acked }, index) => typeOn(tab, index, acked, live));
  await new Promise((resolve) => setTimeout(resolve, 2_500));
  process.kill(server.pid, 'SIGKILL');
  await Promise.all(typing);
  await start();
  const { body: draft } = await send(cookie, 'GET', `/prompts/${prompt.id}/branches/main/draft`);
  for (const [index, { acked }] of people.entries())
    expect(draft.document.sections[index].text.startsWith(acked.text), `tab ${index}`).toBe(true);
  const waits = people.flatMap(({ acked }) => acked.waits).sort((a, b) => a - b);
  expect(waits.length).toBeGreaterThan(tabs * 5);
  expect(waits[Math.floor(waits.length * 0.95)]).toBeLessThan(longestAckMs);
}, 180_000);
