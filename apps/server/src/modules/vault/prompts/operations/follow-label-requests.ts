import { followChanges } from '../../../../foundation/bus/follow-changes.ts';
import { tellChanges } from '../../../../foundation/bus/tell-changes.ts';
import type { Ctx, Ports } from '../../../../foundation/context/ctx.ts';

/** Bus topic: a move of a protected label was asked for or decided; its message is the organization. */
const labelRequestsChanged = 'label-requests.changed';

export const tellLabelRequests = (ctx: Ctx): void => tellChanges(ctx, labelRequestsChanged);

/** Says that requests changed; whoever hears it reads them again, as they may see them. */
export const followLabelRequests = (
  ports: Ports,
  { organizationId }: { organizationId: string },
  signal: AbortSignal,
) => followChanges(ports, labelRequestsChanged, ([changed]) => changed === organizationId, signal);
