import * as z from 'zod';

export const memberChanged = z.object({ memberId: z.string(), userId: z.string(), role: z.string() });
export const organizationChanged = z.object({ name: z.string() });
export const guestChanged = z.object({
  guestId: z.string(),
  kind: z.string(),
  id: z.string(),
  level: z.string(),
  expiresAt: z.string().nullable(),
});
export const invitationChanged = z.object({ invitationId: z.string(), role: z.string() });
