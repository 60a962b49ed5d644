import { expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { type House, startHouse } from './house/start-house.ts';

test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let page: Page;

const on = () => page.getByRole('switch', { name: 'Tell me in this browser' });

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await page?.context().close();
  await house?.close();
});

test('a browser that was told to refuse says so, and how to change it', async () => {
  await page.addInitScript(() => {
    if (localStorage.getItem('denied'))
      Object.defineProperty(Notification, 'permission', { get: () => 'denied' });
  });
  await page.goto(`${house.url}/settings/notifications`);
  await page.evaluate(() => localStorage.setItem('denied', 'yes'));
  await page.reload();
  await expect(page.getByText('This browser was told to refuse notices of this page.')).toBeVisible();
  await expect(on()).toHaveCount(0);
  await page.evaluate(() => localStorage.removeItem('denied'));
});

test('a push service that cannot be reached is said, and nothing is kept', async () => {
  await page.context().grantPermissions(['notifications'], { origin: house.url });
  await page.addInitScript(() => {
    if (!localStorage.getItem('push'))
      PushManager.prototype.subscribe = () =>
        Promise.reject(new DOMException('push service error', 'AbortError'));
  });
  await page.reload();
  await on().click();
  await expect(
    page.getByText('could not reach the push service of its maker. push service error'),
  ).toBeVisible();
  await expect(on()).not.toBeChecked();
});

test('a browser is told from then on, and not once it is switched off', async () => {
  // Chromium's own push service lies in the internet; what it would give stands in for it.
  await page.addInitScript(() => {
    if (!localStorage.getItem('push')) return;
    const keep = 'subscribed';
    const make = (key: ArrayBuffer) => ({
      options: { applicationServerKey: key },
      toJSON: () => ({
        endpoint: 'https://push.example/v2/journey',
        keys: {
          p256dh: 'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
          auth: 'BTBZMqHH6r4Tts7J_aSIgg',
        },
      }),
      unsubscribe: async () => {
        localStorage.removeItem(keep);
        return true;
      },
    });
    const prototype = PushManager.prototype as unknown as Record<string, unknown>;
    prototype.subscribe = async ({
      applicationServerKey,
    }: {
      applicationServerKey: Uint8Array<ArrayBuffer>;
    }) => {
      localStorage.setItem(keep, 'yes');
      return make(applicationServerKey.buffer);
    };
    prototype.getSubscription = async () => (localStorage.getItem(keep) ? make(new ArrayBuffer(0)) : null);
  });
  await page.evaluate(() => localStorage.setItem('push', 'yes'));
  await page.reload();
  await on().click();
  await expect(on()).toBeChecked();
  const told = async () => (await ada.send('GET', '/notices/push')).items;
  await expect.poll(told).toMatchObject([{ service: 'push.example' }]);
  await page.reload();
  await expect(on()).toBeChecked();
  await on().click();
  await expect(on()).not.toBeChecked();
  await expect.poll(told).toEqual([]);
  const browsers = page.getByRole('switch', { name: 'Your role changes: in browsers' });
  await expect(browsers).toBeChecked();
  await browsers.click();
  await page.reload();
  await expect(browsers).not.toBeChecked();
});

test('a message is shown, replaced by the next of its kind, and opens its place and no other site', async () => {
  const devtools = await page.context().newCDPSession(page);
  const found = new Promise<string>((resolve) => {
    devtools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const [one] = registrations.filter(({ isDeleted }) => !isDeleted);
      if (one) resolve(one.registrationId);
    });
  });
  await devtools.send('ServiceWorker.enable');
  const registrationId = await found;
  const deliver = (data: string) =>
    devtools.send('ServiceWorker.deliverPushMessage', { origin: house.url, registrationId, data });
  const shown = () =>
    page.evaluate(async () => {
      const registration = await navigator.serviceWorker.ready;
      return (await registration.getNotifications()).map(({ title, body, data }) => ({ title, body, data }));
    });
  await deliver(JSON.stringify({ title: 'One', body: 'Northwind', path: '/prompts/1?in=2', tag: 'a' }));
  await deliver(JSON.stringify({ title: 'Two', body: 'Northwind', path: '/prompts/1?in=2', tag: 'a' }));
  await expect.poll(shown).toEqual([{ title: 'Two', body: 'Northwind', data: { path: '/prompts/1?in=2' } }]);
  /** Chromium's tools lose a message now and then; one of the same kind replaces it, so that it can be sent again. */
  const after = async (data: string) => {
    await deliver(data);
    return (await shown()).map(({ title }) => title).sort();
  };
  await expect.poll(() => after('not json')).toEqual(['PromptVault', 'Two']);
  const thief = JSON.stringify({ title: 'Thief', path: 'https://thief.example/', tag: 'b' });
  await expect.poll(() => after(thief)).toEqual(['PromptVault', 'Thief', 'Two']);
  const [worker] = page.context().serviceWorkers();
  const opened = await worker?.evaluate(async () => {
    // The types of a page, not of a worker, hold here.
    const self = globalThis as unknown as {
      registration: ServiceWorkerRegistration;
      clients: { openWindow(url: string): Promise<void> };
    };
    const urls: string[] = [];
    self.clients.openWindow = async (url) => void urls.push(url);
    for (const notification of await self.registration.getNotifications()) {
      const event = new Event('notificationclick') as Event & { notification?: Notification };
      Object.assign(event, { notification, waitUntil: () => undefined });
      dispatchEvent(event);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    return urls;
  });
  expect(opened?.toSorted()).toEqual(
    ['/notices', '/notices', '/prompts/1?in=2'].map((path) => house.url + path),
  );
  await expect.poll(shown).toEqual([]);
});

test('the worker keeps nothing and answers for no page', async () => {
  await page.reload();
  expect(await page.evaluate(() => caches.keys())).toEqual([]);
  const { headers, text } = await page.evaluate(async () => {
    const answer = await fetch('/push-worker.js');
    return { headers: answer.headers.get('cache-control'), text: await answer.text() };
  });
  expect(headers).toBe('no-cache');
  expect(text).not.toMatch(/addEventListener\('fetch'/);
});
