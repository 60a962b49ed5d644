import { emptyDocument, type PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openOrganization } from '../../../account/organizations/index.ts';
import { openPrompt } from '../open.ts';
import { commitVersion } from './commit-version.ts';
import { createBranch } from './create-branch.ts';
import { createPrompts } from './create-prompts.ts';
import { deleteBranch } from './delete-branch.ts';
import { setLabel } from './set-label.ts';

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});

/** A published prompt at version 1, with a label, a branch that is one version ahead, and a deleted one. */
export async function samplePrompt(ctx: Ctx): Promise<{ id: string }> {
  const organization = await openOrganization(ctx, {}, 'prompt.create');
  const [id] = await createPrompts(ctx, organization, [
    {
      title: 'Sample prompt',
      description: '',
      tags: [],
      visibility: 'organization',
      document: documentOf('Explain {{topic}} in one paragraph.'),
      commit: true,
      message: '',
      publish: true,
    },
  ]);
  const promptId = id as string;
  const open = <const P extends string>(permission: P) => openPrompt(ctx, { promptId }, permission);
  await setLabel(ctx, await open('prompt.publish'), {
    label: 'production',
    targets: [{ version: 1, weight: 1 }],
    revision: 0,
  });
  await createBranch(ctx, await open('prompt.branch'), { name: 'shorter-tone' });
  await createBranch(ctx, await open('prompt.branch'), { name: 'older-tone' });
  await deleteBranch(ctx, await open('prompt.write'), { branch: 'older-tone', revision: 1 });
  await commitVersion(ctx, await open('prompt.write'), {
    branch: 'shorter-tone',
    expectedParent: 1,
    message: '',
    document: documentOf('Explain {{topic}} in one sentence.'),
  });
  return { id: promptId };
}
