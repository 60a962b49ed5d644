import { expect, type Locator, type Page } from '@playwright/test';

/** Replaces the text of a section; the editor is one page of several text boxes. */
export async function writeSection(page: Page, name: string, text: string): Promise<void> {
  const box = page.getByRole('textbox', { name, exact: true });
  await box.click();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.insertText(text);
  await expect(box).toContainText(text.slice(0, 20));
}

export async function addSection(page: Page, kind: string): Promise<void> {
  await page.getByRole('button', { name: 'Section', exact: true }).click();
  await page.getByRole('menuitem', { name: kind, exact: true }).click();
  await expect(page.getByRole('textbox', { name: kind, exact: true })).toBeVisible();
}

/** Chooses models by their names in the picker; a name may stand once for each connection. */
export async function chooseModels(page: Page, names: string[]): Promise<void> {
  await page.getByRole('button', { name: 'Add model' }).click();
  const dialog = page.getByRole('dialog', { name: 'Choose models' });
  for (const name of names) {
    await dialog.getByRole('combobox', { name: 'Search models' }).fill(name);
    await dialog.getByRole('option').filter({ hasText: name }).first().click();
  }
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
}

export const runButton = (page: Page): Locator => page.getByRole('button', { name: /^Run( \d| |$)/ }).first();
export const answerOf = (page: Page, model: string): Locator =>
  page.getByRole('article', { name: `Answer of ${model}` });

/** Saves a version with a message, as ⌘S does. */
export async function saveVersion(page: Page, message: string, number: number): Promise<void> {
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  await page.getByRole('textbox', { name: 'What changed' }).fill(message);
  await page.getByRole('button', { name: `Save v${number}`, exact: true }).click();
  await expect(page.getByText(`v${number} saved`)).toBeVisible();
}
