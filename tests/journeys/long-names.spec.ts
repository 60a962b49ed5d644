/** Names without a space do not push what stands beside them out of sight, on a phone and on a wide screen. */
import { expect, type Page, test } from '@playwright/test';
import { documentOf } from './house/document-of.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
test.beforeAll(async () => {
  house = await startHouse();
});
test.afterAll(() => house?.close());

const long = 'a_name_without_any_space_that_goes_on_and_on_and_on';

/** Texts that reach beyond the window, and how far the page can be pushed aside. */
const outside = (page: Page) =>
  page.evaluate(() => {
    const main = document.querySelector('main');
    const places = main ? [main, ...main.querySelectorAll('*')] : [];
    return places
      .filter((place) => {
        const { overflowX, overflowY } = getComputedStyle(place);
        const scrollsDown = overflowY === 'auto' && overflowX === 'auto';
        return scrollsDown && place.clientHeight > 400 && place.scrollWidth > place.clientWidth + 1;
      })
      .map((place) => `${place.tagName} ${place.scrollWidth} of ${place.clientWidth}`);
  });

test('a run whose connection has a long name fits', async ({ browser }) => {
  const ada = await house.signUp('Ada');
  const connection = await ada.send('POST', '/model-connections', {
    name: long,
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
  const document = documentOf('Say something.');
  const prompt = await ada.send('POST', '/prompts', { title: 'Names', document, commit: true });
  const { comparison } = await ada.send('POST', '/runs', {
    source: { kind: 'version', promptId: prompt.id, number: 1 },
    values: {},
    models: [{ connectionId: connection.id, model: 'scripted-json' }],
  });
  for (const viewport of [
    { width: 390, height: 844 },
    { width: 1440, height: 900 },
  ]) {
    const context = await browser.newContext({ viewport });
    await ada.enter(context);
    const page = await context.newPage();
    await page.goto(`${house.url}/runs/${comparison.runs[0].id}`);
    await expect(page.getByText(long)).toBeVisible();
    expect(await outside(page)).toEqual([]);
    const { x = 0, width = 0 } = (await page.getByText(long).boundingBox()) ?? {};
    expect(x + width).toBeLessThanOrEqual(viewport.width);
    await context.close();
  }
});
