import * as z from 'zod';
import { t } from '../messages.ts';

const email = z.email({ error: () => t('emailWrong') });
const newPassword = z
  .string()
  .min(10, { error: () => t('passwordShort') })
  .max(200, { error: () => t('passwordLong') });

export const personName = z
  .string()
  .trim()
  .min(1, { error: () => t('nameMissing') })
  .max(80, { error: () => t('nameLong') });

export const signInSchema = z.object({
  email,
  password: z.string().min(1, { error: () => t('passwordMissing') }),
});

const account = z.object({ name: personName, email, password: newPassword, setUpCode: z.string() });
const setUpCode = z
  .string()
  .trim()
  .min(1, { error: () => t('setUpCodeMissing') });

export const signUpSchema = (setUpCodeNeeded: boolean) =>
  setUpCodeNeeded ? account.extend({ setUpCode }) : account;

export const passwordSchema = z.object({
  currentPassword: z.string().min(1, { error: () => t('passwordMissing') }),
  newPassword,
});
