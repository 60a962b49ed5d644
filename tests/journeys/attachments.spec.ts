import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { smallPdf } from '@promptvault/testing/small-pdf';
import type { ApiPerson } from './house/api-person.ts';
import { documentOf } from './house/document-of.ts';
import { dropFolder } from './house/drop-folder.ts';
import { type House, startHouse } from './house/start-house.ts';
import { answerOf, chooseModels, runButton } from './house/studio.ts';

// Each goes on where the one before left the models.
test.describe.configure({ mode: 'serial' });

let house: House;
let ada: ApiPerson;
let context: BrowserContext;
let page: Page;
let promptId: string;

const seeing = 'scripted-fast';
const blind = 'scripted-json';
/** Sees images and reads no documents. */
const pictures = 'scripted-split';
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
  for (const [model, vision, pdf] of [
    [seeing, true, true],
    [blind, false, false],
    [pictures, true, false],
  ])
    await ada.send('POST', '/model-facts', { connectionId: connection.id, model, vision, pdf });
  context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ada.enter(context);
  page = await context.newPage();
});

/** With the text of the draft there, so that it can be run. */
async function openPrompt() {
  await page.goto(`${house.url}/prompts/${promptId}`);
  await expect(page.getByRole('textbox', { name: 'Instructions' })).toContainText(
    'Say what the chart shows.',
  );
}

test.afterAll(async () => {
  await context?.close();
  await house?.close();
});

/** The newest run of the model that sees, when it has finished. */
async function newestRun(): Promise<{ id: string }> {
  const newest = async () =>
    (await ada.send('GET', '/runs')).items.find(({ model }: { model: string }) => model === seeing);
  await expect.poll(async () => (await newest())?.status).toBe('finished');
  return newest();
}

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
  await openPrompt();
  const attachments = page.getByRole('region', { name: 'Attachments' });
  await expect(attachments).toContainText('Paste, drop or choose');
  await paste(btoa('PK\u0003\u0004\u0000\u0000'), 'chart.zip', 'application/zip');
  await expect(page.getByText('chart.zip: No image, PDF document or text')).toBeVisible();
  await paste(png, 'image.png', 'image/png');
  await expect(attachments.getByRole('img', { name: 'image.png' })).toBeVisible();
  await expect(attachments).toContainText('1 × 1');
  await attachments.getByRole('textbox', { name: 'Name of the attachment' }).fill('Sales in spring');

  await chooseModels(page, [blind]);
  await expect(attachments).toContainText(`Not called, since it takes no images: ${blind}.`);
  await runButton(page).click();
  await expect(page.getByText(`No chosen model takes all attachments: ${blind}.`)).toBeVisible();
  expect(calls()).toHaveLength(0);

  await chooseModels(page, [seeing]);
  await page.getByRole('checkbox', { name: 'Keep files and attachments with the run' }).check();
  await runButton(page).click();
  await expect(answerOf(page, seeing)).toContainText('A scripted provider speaks here');
  await expect(answerOf(page, blind)).toContainText(`${blind} does not take images, so it was not called.`);
  expect(calls()).toHaveLength(1);
  expect(JSON.stringify(calls()[0]?.body)).toContain(png);

  const { id } = await newestRun();
  await page.goto(`${house.url}/runs/${id}`);
  const sent = page.getByRole('region', { name: 'Attachments' });
  const shown = sent.getByRole('img', { name: 'Sales in spring' });
  await expect(shown).toBeVisible();
  expect(await shown.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBe(1);
});

test('a PDF document goes to a model that reads it, a text becomes context, and the document is downloaded again', async () => {
  const pdf = smallPdf(3);
  await openPrompt();
  const attachments = page.getByRole('region', { name: 'Attachments' });
  await attachments.getByLabel('Attach files').setInputFiles([
    { name: 'offer.pdf', mimeType: 'application/octet-stream', buffer: pdf },
    { name: 'notes.md', mimeType: 'text/markdown', buffer: Buffer.from('# Notes\nThe tide turns at noon.') },
    { name: 'long.pdf', mimeType: 'application/pdf', buffer: smallPdf(101) },
  ]);
  await expect(page.getByText('long.pdf: A PDF document has at most 100 pages.')).toBeVisible();
  await expect(page.getByText('1 file was added to the context')).toBeVisible();
  await expect(attachments).toContainText('PDF, 3 pages');
  const chosen = page.getByRole('region', { name: 'Context' });
  await expect(chosen).toContainText('notes.md');

  // A connected folder has no such file, and one of the same name is another.
  await chosen.getByRole('button', { name: 'Choose files' }).click();
  const folder = test.info().outputPath('folder');
  mkdirSync(folder);
  for (const name of ['other.md', 'notes.md']) writeFileSync(join(folder, name), `# ${name}\nOf the folder.`);
  await dropFolder(page, page.getByRole('region', { name: 'Drop a folder here' }), folder);
  await page
    .getByRole('treeitem', { name: /^other\.md/ })
    .locator('span[aria-hidden]')
    .first()
    .click();
  await expect(chosen.getByRole('button', { name: 'Change lines of other.md' })).toBeEnabled();
  await expect(chosen.getByRole('button', { name: 'Change lines of notes.md' })).toHaveCount(0);
  await expect(chosen.getByRole('button', { name: /^Lines can be changed of files in/ })).toBeDisabled();
  await chosen.getByRole('button', { name: 'Remove other.md' }).click();

  await chooseModels(page, [pictures]);
  await expect(attachments).toContainText(
    `Not called, since it reads no PDF documents: ${blind}, ${pictures}.`,
  );
  await page.getByRole('checkbox', { name: 'Keep files and attachments with the run' }).check();
  if (process.env.PROMPTVAULT_PICTURES)
    await page.screenshot({ path: `${process.env.PROMPTVAULT_PICTURES}/attachments.png` });
  const before = calls().length;
  await runButton(page).click();
  await expect.poll(() => calls().length).toBe(before + 1);
  await expect(answerOf(page, pictures)).toContainText('does not take PDF documents, so it was not called.');
  await expect(answerOf(page, seeing)).toContainText('character is torn apart. A scripted');
  const body = JSON.stringify(calls().at(-1)?.body);
  expect(body).toContain(`"file_data":"data:application/pdf;base64,${pdf.toString('base64')}"`);
  expect(body).toContain('The tide turns at noon.');

  const { id } = await newestRun();
  await page.goto(`${house.url}/runs/${id}`);
  await expect(page.getByRole('link', { name: 'Download offer.pdf' })).toBeVisible();
  if (process.env.PROMPTVAULT_PICTURES)
    await page.screenshot({
      path: `${process.env.PROMPTVAULT_PICTURES}/run-attachments.png`,
      fullPage: true,
    });
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('link', { name: 'Download offer.pdf' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('offer.pdf');
  expect(readFileSync(await download.path()).equals(pdf)).toBe(true);
});

test('what was not kept is asked for when a run is sent again, and goes by itself where it is still attached', async () => {
  await openPrompt();
  const pdf = smallPdf(2);
  const attachments = page.getByRole('region', { name: 'Attachments' });
  await attachments
    .getByLabel('Attach files')
    .setInputFiles([{ name: 'terms.pdf', mimeType: 'application/pdf', buffer: pdf }]);
  await expect(attachments).toContainText('PDF, 2 pages');
  const before = calls().length;
  await runButton(page).click();
  await expect.poll(() => calls().length).toBe(before + 1);
  await expect(answerOf(page, seeing)).toContainText('character is torn apart. A scripted');
  await page.getByRole('button', { name: `Run ${seeing} again` }).click();
  await expect.poll(() => calls().length).toBe(before + 2);

  const { id } = await newestRun();
  await page.goto(`${house.url}/runs/${id}`);
  await expect(page.getByRole('region', { name: 'Attachments' })).toContainText('Not kept');
  await page.getByRole('button', { name: 'Run again', exact: true }).click();
  const dialog = page.getByRole('dialog', { name: 'Attach again' });
  await expect(dialog).toContainText('terms.pdf');
  await expect(dialog).toContainText('not yet chosen');
  if (process.env.PROMPTVAULT_PICTURES)
    await page.screenshot({ path: `${process.env.PROMPTVAULT_PICTURES}/attach-again.png` });
  await dialog.getByRole('button', { name: 'Cancel', exact: true }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('alert')).toHaveCount(0);
  await page.getByRole('button', { name: 'Run again', exact: true }).click();
  const choose = dialog.getByLabel('Drop images and PDF documents here').locator('input');
  await choose.setInputFiles([{ name: 'other.pdf', mimeType: 'application/pdf', buffer: smallPdf(5) }]);
  await expect(dialog.getByRole('button', { name: 'Send these' })).toBeEnabled();
  await dialog.getByRole('button', { name: 'Remove other.pdf' }).click();
  await choose.setInputFiles([{ name: 'renamed.pdf', mimeType: 'application/pdf', buffer: pdf }]);
  await expect(dialog).toContainText('found');
  if (process.env.PROMPTVAULT_PICTURES)
    await page.screenshot({ path: `${process.env.PROMPTVAULT_PICTURES}/attach-again-found.png` });
  await dialog.getByRole('button', { name: 'Send the same' }).click();
  await expect(page).not.toHaveURL(new RegExp(id));
  await expect(page.getByText('What is sent differs from then')).toBeHidden();
  expect(JSON.stringify(calls().at(-1)?.body)).toContain(pdf.toString('base64'));
});
