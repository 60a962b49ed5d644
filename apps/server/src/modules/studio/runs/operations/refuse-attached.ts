import {
  mostWaitingAttachmentBytes,
  mostWaitingAttachmentBytesOfAll,
} from '@promptvault/contract/studio/runs/attachment-limits';
import { RunError } from '@promptvault/contract/studio/runs/errors';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { SentAttachment } from './run-attachments.ts';
import { engineOf } from './run-engine.ts';

/** What runs send stays in memory until they are over, however long they wait: here is where that ends. @throws run.attachments_waiting */
export function refuseAttached(ctx: Ctx, attachments: readonly SentAttachment[]): void {
  if (attachments.length === 0) return;
  const more = attachments.reduce((sum, { data }) => sum + data.byteLength, 0);
  const { organization, all } = engineOf(ctx.ports).attachedBytes(ctx.organizationId);
  if (organization + more > mostWaitingAttachmentBytes || all + more > mostWaitingAttachmentBytesOfAll)
    throw RunError.attachments_waiting({ megabytes: mostWaitingAttachmentBytes / 1e6 });
}
