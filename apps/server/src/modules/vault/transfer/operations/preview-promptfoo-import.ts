import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { type PromptfooSource, type ReadPromptfoo, readPromptfoo } from './read-promptfoo.ts';

/** Reads the files as an import would, and changes nothing. @throws import.unreadable, model.unknown */
export const previewPromptfooImport = (
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.import'>,
  source: PromptfooSource,
): Promise<ReadPromptfoo> => readPromptfoo(ctx, source);
