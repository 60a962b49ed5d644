/** A person describes a prompt; a model writes it, is asked to put it right, and the person edits, accepts and creates it. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import type { ApiPerson } from './house/api-person.ts';
import { type House, startHouse } from './house/start-house.ts';

let house: House;
let ada: ApiPerson;

test.beforeAll(async () => {
  house = await startHouse();
  ada = await house.signUp('Ada');
  await ada.send('POST', '/model-connections', {
    name: 'Scripted',
    provider: 'openai_compatible',
    baseUrl: house.provider.baseUrls.openai_compatible,
    key: 'sk-scripted-0123456789',
  });
});
test.afterAll(() => house?.close());

const open = async (context: BrowserContext, path: string): Promise<Page> => {
  await ada.enter(context);
  const page = await context.newPage();
  await page.goto(`${house.url}${path}`);
  return page;
};

const answer = {
  title: 'Letters of customers',
  description: 'Answers a letter of a customer in the tone that is wanted.',
  sections: [
    { kind: 'system', text: 'You answer letters of customers of a small shop. You are kind and brief.' },
    { kind: 'instructions', text: 'Answer this letter in a {{tone}} tone:\n\n{{letter}}' },
    { kind: 'output_format', text: 'The letter alone, without a subject.' },
  ],
  variables: [
    { name: 'letter', type: 'text', description: 'What the customer wrote.', example: 'Where is my parcel?' },
    {
      ...{ name: 'tone', type: 'select', description: 'How it sounds.', required: false },
      ...{ default: 'calm', options: ['calm', 'warm'] },
    },
  ],
  settings: { temperature: 0.3, maxOutputTokens: 600 },
  cases: [
    {
      name: 'A late parcel',
      values: { letter: 'Where is my parcel?', tone: 'calm' },
      mustContain: ['sorry'],
    },
    { name: 'Thanks', values: { letter: 'Thank you!', tone: 'warm' }, expected: 'You are welcome!' },
    { name: 'Nothing written', values: { letter: '-', tone: 'calm', mood: 'odd' } },
  ],
};

async function describeIt(page: Page): Promise<void> {
  await page.getByRole('textbox', { name: 'What the prompt should do' }).fill('Answer letters of customers.');
  await page.getByRole('button', { name: 'Add model' }).click();
  await page
    .getByRole('option', { name: /scripted-json/ })
    .first()
    .click();
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Write a draft' }).click();
}

test('a prompt is described, written, put right, edited and created with its first cases', async ({
  browser,
}, info) => {
  test.setTimeout(180_000);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await open(context, '/prompts');
  const shot = (name: string, of = page) => of.screenshot({ path: info.outputPath(`${name}.png`) });
  await page.getByRole('link', { name: 'Describe it' }).first().click();
  await page.getByRole('button', { name: 'Write a draft' }).click();
  await expect(page.getByText('Choose a model.')).toBeVisible();
  await expect(page.getByText('Say what the prompt should do.', { exact: true })).toBeVisible();
  await shot('01-form');

  // Stopped while it writes: nothing is made of it.
  house.provider.script('scripted-json', { text: JSON.stringify(answer), tokensPerSecond: 5 });
  await describeIt(page);
  await expect(page.getByText('The model is writing.')).toBeVisible();
  await shot('02-writing');
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByText('The model gave no prompt')).toBeVisible({ timeout: 20_000 });

  // An answer with a fault is asked for once more by itself, and then the fault is said with the answer at hand.
  house.provider.script('scripted-json', { text: JSON.stringify({ ...answer, variables: [] }) });
  await page.getByRole('textbox', { name: 'What should be different?' }).fill('Two tones');
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page).toHaveURL(/before=/, { timeout: 20_000 });
  await expect(page.getByText('It uses "letter" and does not declare it.')).toBeVisible({ timeout: 20_000 });
  await page.getByText('Its answer as it stands').click();
  await expect(page.getByText('"Letters of customers"')).toBeVisible();
  await shot('03-fault');

  // Asked again with a remark, it is whole.
  house.provider.script('scripted-json', { text: JSON.stringify(answer) });
  await page.getByRole('button', { name: 'Ask again' }).click();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Letters of customers', {
    timeout: 20_000,
  });
  await shot('04-draft');
  await page.getByRole('textbox', { name: 'Title' }).fill('Letters');
  await page.getByRole('button', { name: 'Edit Instructions' }).click();
  const text = page.getByRole('textbox', { name: 'Instructions' });
  await text.fill('Answer in a {{tone}} tone: {{letter}} {{name}}');
  await expect(page.getByText('“name” is used and not declared.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Create prompt' })).toBeDisabled();
  await text.fill('Answer in a {{tone}} tone: {{letter}}');
  await page.getByRole('button', { name: 'Done with Instructions' }).click();
  await page.getByRole('button', { name: 'Reject Thanks' }).click();
  await page.getByRole('button', { name: 'Accept 2 cases' }).click();
  // Nothing decided or written is lost by a reload.
  await page.reload();
  await expect(page.getByText('Rejected')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Title' })).toHaveValue('Letters');
  await page.getByRole('button', { name: 'Create with 2 cases' }).scrollIntoViewIfNeeded();
  await shot('05-decided');
  await page.emulateMedia({ colorScheme: 'dark' });
  await page.waitForTimeout(400);
  await shot('06-dark');
  await page.emulateMedia({ colorScheme: 'light' });

  const small = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  const phone = await open(small, `${new URL(page.url()).pathname}${new URL(page.url()).search}`);
  await expect(phone.getByRole('textbox', { name: 'Title' })).toBeVisible();
  await shot('07-phone', phone);
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
  await phone.getByRole('button', { name: /^Create/ }).scrollIntoViewIfNeeded();
  await shot('08-phone-end', phone);
  await phone.emulateMedia({ colorScheme: 'dark' });
  await phone.goto(`${house.url}/prompts/describe`);
  await expect(phone.getByRole('button', { name: 'Write a draft' })).toBeVisible();
  await shot('09-phone-form-dark', phone);

  await page.getByRole('button', { name: 'Create with 2 cases' }).click();
  await expect(page).toHaveURL(/\/prompts\/[0-9a-f-]{36}/, { timeout: 20_000 });
  const promptId = /prompts\/([0-9a-f-]{36})/.exec(page.url())?.[1] ?? '';
  expect(await ada.send('GET', `/prompts/${promptId}`)).toMatchObject({
    title: 'Letters',
    head: { number: 1 },
  });
  const sets = await ada.send('GET', `/case-sets?promptId=${promptId}`);
  expect(sets.items).toMatchObject([{ name: 'First cases', cases: 2 }]);
  await page.goto(`${house.url}/prompts/describe?run=018f0000-0000-7000-8000-000000000000`);
  await expect(page.getByText('The draft could not be loaded')).toBeVisible();
  await shot('10-error');
  await Promise.all([context.close(), small.close()]);
});
