import * as z from 'zod';

export const memberChanged = z.object({ memberId: z.string(), userId: z.string(), role: z.string() });
export const organizationChanged = z.object({ name: z.string() });
export const invitationChanged = z.object({ invitationId: z.string(), role: z.string() });
