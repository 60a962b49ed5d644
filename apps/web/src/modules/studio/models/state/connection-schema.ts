import type { ConnectionProvider } from '@promptvault/contract/studio/models/shapes';
import * as z from 'zod';
import { t } from '../messages.ts';

export const providers = ['openai', 'anthropic', 'google', 'openai_compatible'] as const;

/** Servers that speak OpenAI's language, by where they usually answer. */
export const presets = [
  { id: 'ollama', name: () => t('ollama'), baseUrl: 'http://localhost:11434/v1', needsKey: false },
  { id: 'lmStudio', name: () => t('lmStudio'), baseUrl: 'http://localhost:1234/v1', needsKey: false },
  { id: 'vllm', name: () => t('vllm'), baseUrl: 'http://localhost:8000/v1', needsKey: false },
  { id: 'openRouter', name: () => t('openRouter'), baseUrl: 'https://openrouter.ai/api/v1', needsKey: true },
] as const;

export const presetOf = (baseUrl: string) => presets.find((preset) => preset.baseUrl === baseUrl.trim());

/** Where a person gets a key of this provider. */
export const keyPages: Partial<Record<ConnectionProvider, string>> = {
  openai: 'https://platform.openai.com/api-keys',
  anthropic: 'https://console.anthropic.com/settings/keys',
  google: 'https://aistudio.google.com/apikey',
};

export const needsKey = (provider: ConnectionProvider, baseUrl: string): boolean =>
  provider !== 'openai_compatible' && baseUrl.trim() === '';

/** Which of its two ways a new connection to OpenAI or a server like it begins with. */
export const usualApi = (provider: ConnectionProvider): 'responses' | 'chat' =>
  provider === 'openai' ? 'responses' : 'chat';

export const hasTwoApis = (provider: ConnectionProvider): boolean =>
  provider === 'openai' || provider === 'openai_compatible';

function isAddress(value: string): boolean {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  return (
    !!url && /^https?:$/.test(url.protocol) && !url.username && !url.password && !url.search && !url.hash
  );
}

export const connectionFields = {
  name: z
    .string()
    .trim()
    .min(1, { error: () => t('nameNeeded') })
    .max(120, { error: () => t('nameTooLong') }),
  provider: z.enum(providers),
  baseUrl: z
    .string()
    .trim()
    .refine((value) => value === '' || isAddress(value), { error: () => t('baseUrlInvalid') }),
  key: z
    .string()
    .trim()
    .regex(/^[\x21-\x7e]*$/, { error: () => t('keyInvalid') }),
  removeKey: z.boolean(),
  api: z.enum(['responses', 'chat']),
  personal: z.boolean(),
};

/** A new connection; the server judges again, and it alone can test. */
export const newConnectionSchema = z
  .object(connectionFields)
  .superRefine(({ provider, baseUrl, key }, ctx) => {
    if (provider === 'openai_compatible' && baseUrl === '')
      ctx.addIssue({ code: 'custom', path: ['baseUrl'], message: t('baseUrlNeeded') });
    if (needsKey(provider, baseUrl) && key === '')
      ctx.addIssue({ code: 'custom', path: ['key'], message: t('keyNeeded') });
  });

/** A stored key stays when none is entered. */
export const changedConnectionSchema = z
  .object(connectionFields)
  .superRefine(({ provider, baseUrl }, ctx) => {
    if (provider === 'openai_compatible' && baseUrl === '')
      ctx.addIssue({ code: 'custom', path: ['baseUrl'], message: t('baseUrlNeeded') });
  });

export type ConnectionForm = z.input<typeof newConnectionSchema>;
