import * as z from 'zod';
import { text } from '../../text.ts';
import { name, revision, time } from '../../values.ts';

const email = z
  .email('This is not a mail address.')
  .max(254)
  .transform((value) => value.toLowerCase());
const password = text({ min: 10, max: 200 }).meta({ description: '10 to 200 characters.' });

export const me = z
  .object({
    id: z.string(),
    name: z.string(),
    email: z.string(),
    theme: z.enum(['auto', 'light', 'dark']),
    operator: z.boolean().meta({ description: 'Whether this person runs the instance.' }),
    createdAt: time(),
    revision: revision(),
  })
  .meta({ id: 'Me' });
export type Me = z.output<typeof me>;

export const signUpBody = z.strictObject({
  name: name(80),
  email,
  password,
  invitation: z.string().max(200).optional().meta({ description: 'The token of an invitation link.' }),
  setUpCode: z
    .string()
    .max(200)
    .optional()
    .meta({ description: 'For the first account of a server others can reach.' }),
});
export const signInBody = z.strictObject({ email, password: z.string().max(200) });
export const updateMeBody = z
  .strictObject({ name: name(80).optional(), theme: z.enum(['auto', 'light', 'dark']).optional() })
  .refine((value) => Object.keys(value).length > 0, 'Nothing to change was sent.');
export const changePasswordBody = z.strictObject({
  currentPassword: z.string().max(200),
  newPassword: password,
});

/** What the door looks like to someone who is not signed in. */
export const entrance = z
  .object({
    claimed: z.boolean().meta({ description: 'False until the first account, the owner’s, was made.' }),
    signUp: z.enum(['open', 'invited', 'domains']),
    setUpCodeNeeded: z.boolean(),
  })
  .meta({ id: 'Entrance' });
export type Entrance = z.output<typeof entrance>;

export const session = z
  .object({
    id: z.string(),
    createdAt: time(),
    expiresAt: time(),
    address: z.string().nullable(),
    device: z.string().nullable(),
    current: z.boolean(),
  })
  .meta({ id: 'Session' });
export type Session = z.output<typeof session>;
export const sessionParams = z.object({ sessionId: z.string().min(1).max(100) });
