import * as z from 'zod';

export const shareLinkChanged = z.object({
  linkId: z.string(),
  kind: z.string(),
  id: z.string(),
  password: z.boolean(),
  expiresAt: z.string().nullable(),
});
