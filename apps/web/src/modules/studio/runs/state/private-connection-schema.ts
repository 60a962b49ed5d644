import * as z from 'zod';
import { connectionFields, connectionText as text } from '../../models/index.ts';

const { name, provider, baseUrl, key } = connectionFields;

/** `hasKey`: one is kept already, and stays where none is entered. */
export const privateConnectionSchema = ({ hasKey }: { hasKey: boolean }) =>
  z.object({ name, provider, baseUrl, key }).superRefine((form, ctx) => {
    const compatible = form.provider === 'openai_compatible';
    if (compatible && form.baseUrl === '')
      ctx.addIssue({ code: 'custom', path: ['baseUrl'], message: text('baseUrlNeeded') });
    if (!compatible && form.baseUrl === '' && form.key === '' && !hasKey)
      ctx.addIssue({ code: 'custom', path: ['key'], message: text('keyNeeded') });
  });

export type PrivateConnectionForm = z.input<ReturnType<typeof privateConnectionSchema>>;
