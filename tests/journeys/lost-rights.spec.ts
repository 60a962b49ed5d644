/** Ben has a prompt open in the studio while Ada takes his rights away: first to write, then to be here. */
import { expect, test } from '@playwright/test';
import { documentOf } from './house/document-of.ts';
import { startHouse } from './house/start-house.ts';

test('whoever loses their rights sees it in the open studio at once', async ({ browser }) => {
  const house = await startHouse();
  const ada = await house.signUp('Ada');
  const { organizationId } = await ada.send('POST', '/organizations', { name: 'Northwind' });
  ada.organizationId = organizationId;
  const invited = await ada.send('POST', '/invitations', { role: 'editor' });
  const ben = await house.signUp('Ben', String(invited.link).split('/').at(-1));
  ben.organizationId = organizationId;
  const body = { title: 'Refund', document: documentOf('Answer kindly.'), commit: true };
  const { id } = await ben.send('POST', '/prompts', body);
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  await ben.enter(context);
  await context.addInitScript((chosen) => {
    if (location.protocol !== 'about:') sessionStorage.setItem('promptvault.organization', chosen);
  }, organizationId);
  const page = await context.newPage();
  await page.goto(`${house.url}/prompts/${id}`);
  const text = page.getByRole('textbox', { name: 'Instructions', exact: true });
  await expect(text).toContainText('Answer kindly.', { timeout: 30_000 });
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toBeVisible();

  const { items } = await ada.send('GET', '/members');
  const member = items.find(({ person }: { person: { name: string } }) => person.name === 'Ben');
  const place = `/members/${member.id}`;
  const changed = await ada.send('PATCH', place, { role: 'viewer' }, { 'if-match': `"r${member.revision}"` });
  await expect(page.getByText('Read only')).toBeVisible();
  await expect(page.getByText('Answer kindly.').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save', exact: true })).toHaveCount(0);
  // The answer to what the page asked meanwhile has come.
  await page.waitForTimeout(2_000);
  await expect(page.getByText('The draft could not be loaded')).toHaveCount(0);
  await expect(text).toContainText('Answer kindly.');

  await ada.send('DELETE', place, undefined, { 'if-match': `"r${changed.revision}"` });
  await expect(page.getByText('You have no access here any more')).toBeVisible();
  await context.close();
  await house.close();
});
