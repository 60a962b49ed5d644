import type { SuiteSource } from '@promptvault/contract/studio/suites/shapes';
import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { ResourceError } from '../../../../foundation/errors/foundation-errors.ts';
import { listBranches, loadSource, type Prompt } from '../../../vault/prompts/index.ts';

/**
 * The version a source names now, and what named it.
 * @throws resource.not_found, prompt.version_unknown, prompt.label_unknown, prompt.nothing_saved
 */
export async function versionOf(
  ctx: Ctx,
  prompt: Authorized<Prompt, 'prompt.read'>,
  source: SuiteSource,
): Promise<{ version: number; from: string }> {
  if (source.kind === 'branch') {
    const branch = (await listBranches(ctx, prompt, { deleted: false })).find(
      ({ name }) => name === source.branch,
    );
    if (!branch) throw ResourceError.not_found();
    if (branch.headNumber === null) throw PromptError.nothing_saved();
    return { version: branch.headNumber, from: source.branch };
  }
  const asked =
    source.kind === 'label'
      ? ({ kind: 'label', label: source.label } as const)
      : ({ kind: 'version', number: source.number } as const);
  const { version } = await loadSource(ctx, prompt, asked as never);
  if (!version) throw ResourceError.not_found();
  return { version: version.number, from: source.kind === 'label' ? source.label : `v${version.number}` };
}
