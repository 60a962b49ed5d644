import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { findAttachment } from '../repository/attachments.ts';
import type { RunRow } from '../repository/runs.ts';

export interface AttachmentContent {
  mediaType: string;
  content: Uint8Array;
}

/** @throws resource.not_found where there is none at this position, or it was not kept */
export async function getRunAttachment(
  ctx: Ctx,
  run: Authorized<RunRow, 'run.read'>,
  { position }: { position: string },
): Promise<AttachmentContent> {
  const row = await findAttachment(ctx.tx, ctx.organizationId, {
    inputId: run.inputId,
    position: Number(position),
  });
  if (!row?.content) throw ResourceError.not_found();
  return { mediaType: row.mediaType, content: row.content };
}
