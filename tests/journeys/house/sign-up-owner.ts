import { expect, type Page } from '@playwright/test';
import { mailOf, password } from './start-house.ts';

/** The first visitor makes the owner account. */
export async function signUpOwner(page: Page, url: string, name: string): Promise<void> {
  await page.goto(url);
  await expect(page.getByRole('heading', { name: 'Create the owner account' })).toBeVisible();
  await fillAccount(page, name);
  await page.getByRole('button', { name: 'Create the owner account' }).click();
  await expect(page.getByRole('heading', { name: 'Home', level: 1 })).toBeVisible();
}

export async function fillAccount(page: Page, name: string): Promise<void> {
  await page.getByLabel('Name').fill(name);
  await page.getByLabel('Mail address').fill(mailOf(name));
  await page.getByLabel('Password', { exact: true }).fill(password);
}

export async function signIn(page: Page, url: string, name: string, secret = password): Promise<void> {
  await page.goto(`${url}/sign-in`);
  await page.getByLabel('Mail address').fill(mailOf(name));
  await page.getByLabel('Password', { exact: true }).fill(secret);
  await page.getByRole('button', { name: 'Sign in' }).click();
}
