import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import type { Prompt } from '../open.ts';
import { findVersion } from '../repository/versions.ts';
import { type LabelledVersion, labelsOfVersion } from './labelled-version.ts';

export async function getVersion(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  { number }: { number: number },
): Promise<LabelledVersion> {
  const found = await findVersion(ctx, prompt.id, number);
  if (!found) throw ResourceError.not_found();
  return { ...found, labels: await labelsOfVersion(ctx, prompt, number) };
}
