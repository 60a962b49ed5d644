import * as z from 'zod';
import { text } from '../../text.ts';
import { id, revision, time } from '../../values.ts';

/** How a header of a tool names one: `{{secret:name}}`. */
export const secretName = z
  .string()
  .regex(/^[a-z][a-z0-9_-]{0,63}$/, 'Small letters, digits, _ and -, beginning with a letter; up to 64.')
  .meta({ description: 'How a header of a tool names it: `{{secret:name}}`. It never changes.' });

const isOrigin = (text: string): boolean => {
  const url = URL.parse(text);
  return url !== null && /^https?:$/.test(url.protocol) && url.origin === text;
};

const origin = z
  .string()
  .max(300)
  .refine(isOrigin, 'A scheme and a host, such as https://api.example.com.')
  .meta({ description: 'A scheme, a host and a port where it is not the usual one, and nothing else.' });

const origins = z
  .array(origin)
  .min(1, 'Say where it may be sent to.')
  .max(20)
  .meta({ description: 'The only places it is ever sent to.' });

const value = text({ min: 1, max: 8_000 })
  .refine((given) => /^[\x21-\x7e](?:[\x20-\x7e]*[\x21-\x7e])?$/.test(given), 'Only what a header can hold.')
  .meta({ description: 'Written once and never given back.' });

export const createSecretBody = z.strictObject({ name: secretName, value, origins });

export const updateSecretBody = z
  .strictObject({ value, origins })
  .partial()
  .meta({ description: 'A place that is added takes the value anew.' });

export const secretParams = z.object({ secretId: id() });

export const secret = z
  .object({
    id: id(),
    name: secretName,
    origins: z.array(z.string()),
    usedBy: z
      .array(z.object({ promptId: id(), title: z.string() }))
      .meta({ description: 'Prompts the reader sees whose newest version names it in a header of a tool.' }),
    replacedAt: time().meta({ description: 'When its value was written last.' }),
    createdAt: time(),
    updatedAt: time(),
    revision: revision(),
  })
  .meta({ id: 'Secret' });
export type SecretView = z.output<typeof secret>;

export const secretList = z.object({ items: z.array(secret) });
