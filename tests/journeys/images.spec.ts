import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf, chooseModels, runButton } from './house/studio.ts';

let house: House;
let ada: ApiPerson;
let context: BrowserContext;
let page: Page;
let promptId: string;

const seeing = 'scripted-fast';
const blind = 'scripted-json';
const png =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==';

test.beforeAll(async ({ browser }) => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  const document = documentOf('Say what the chart shows.');
  promptId = (await ada.send('POST', '/prompts', { title: 'Charts', document, commit: true })).id;
  const connection = await ada.send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  for (const [model, vision] of [
    [seeing, true],
    [blind, false],
  ])
    await ada.send('POST', '/model-facts', { connectionId: connection.id, model, vision });
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
});

test.afterAll(async () => {
  await context?.close();
  await house?.close();
});

const calls = () => house.provider.requests.filter(({ model }) => model !== null);

/** As a browser pastes a picture that was copied. */
const paste = (base64: string, name: string, type: string) =>
  page.evaluate(
    ([content, fileName, mediaType]) => {
      const bytes = Uint8Array.from(atob(content as string), (character) => character.charCodeAt(0));
      const clipboardData = new DataTransfer();
      clipboardData.items.add(new File([bytes], fileName as string, { type: mediaType as string }));
      document.dispatchEvent(new ClipboardEvent('paste', { clipboardData, cancelable: true }));
    },
    [base64, name, type],
  );

test('a pasted image goes to a model that takes images, and is seen on the page of the run', async () => {
  await page.goto(`${house.url}/prompts/${promptId}`);
  const images = page.getByRole('region', { name: 'Images' });
  await expect(images).toContainText('Paste, drop or choose');
  await paste(btoa('<svg xmlns="http://www.w3.org/2000/svg"/>'), 'chart.svg', 'image/svg+xml');
  await expect(page.getByText('chart.svg: This is not a PNG, JPEG, GIF or WebP image.')).toBeVisible();
  await paste(png, 'image.png', 'image/png');
  await expect(images.getByRole('img', { name: 'image.png' })).toBeVisible();
  await expect(images).toContainText('1 × 1');
  await images.getByRole('textbox', { name: 'Name of the image' }).fill('Sales in spring');

  await chooseModels(page, [blind]);
  await expect(images).toContainText(`Not called, since it takes no images: ${blind}.`);
  await runButton(page).click();
  await expect(page.getByText(`No chosen model takes images: ${blind}.`)).toBeVisible();
  expect(calls()).toHaveLength(0);

  await chooseModels(page, [seeing]);
  await page.getByRole('checkbox', { name: 'Keep files and images with the run' }).check();
  await runButton(page).click();
  await expect(answerOf(page, seeing)).toContainText('A scripted provider speaks here');
  await expect(answerOf(page, blind)).toContainText(`${blind} does not take images, so it was not called.`);
  expect(calls()).toHaveLength(1);
  expect(JSON.stringify(calls()[0]?.body)).toContain(png);

  const { items } = await ada.send('GET', '/runs');
  const { id } = items.find(({ model }: { model: string }) => model === seeing);
  await page.goto(`${house.url}/runs/${id}`);
  const sent = page.getByRole('region', { name: 'Images' });
  const shown = sent.getByRole('img', { name: 'Sales in spring' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
});
