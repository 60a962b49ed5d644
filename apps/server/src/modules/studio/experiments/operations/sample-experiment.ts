import { createExperimentBody } from '@promptvault/contract/studio/experiments/shapes';
import { emptyDocument, type PromptDocument } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { openOrganization } from '../../../account/organizations/index.ts';
import { commitVersion, createPrompts, openPrompt, setLabel } from '../../../vault/prompts/index.ts';
import { openExperimentGround } from '../open.ts';
import { createExperiment } from './change-experiments.ts';

const documentOf = (text: string): PromptDocument => ({
  ...emptyDocument(),
  sections: [{ id: 's1', kind: 'instructions', role: null, text }],
});

/** A planned one on the label of a prompt with two versions; for tests and demonstration data. */
export async function sampleExperiment(ctx: Ctx): Promise<{ id: string }> {
  const organization = await openOrganization(ctx, {}, 'prompt.create');
  const [made] = await createPrompts(ctx, organization, [
    {
      title: 'Sample prompt with an experiment',
      description: '',
      tags: [],
      visibility: 'organization',
      document: documentOf('Explain {{topic}} in one paragraph.'),
      commit: true,
      message: '',
      publish: true,
    },
  ]);
  const promptId = made as string;
  await commitVersion(ctx, await openPrompt(ctx, { promptId }, 'prompt.write'), {
    branch: 'main',
    expectedParent: 1,
    message: '',
    document: documentOf('Explain {{topic}} in one sentence.'),
  });
  await setLabel(ctx, await openPrompt(ctx, { promptId }, 'prompt.publish'), {
    label: 'production',
    targets: [{ version: 1, weight: 1 }],
    revision: 0,
  });
  const body = createExperimentBody.parse({
    promptId,
    label: 'production',
    name: 'Sample',
    variants: [
      { name: 'A', version: 1, weight: 50 },
      { name: 'B', version: 2, weight: 50 },
    ],
    primary: { metric: 'solved', measure: 'share', better: 'higher', worthwhile: 0.02 },
  });
  const ground = await openExperimentGround(ctx, { promptId }, 'experiment.write');
  const { row } = await createExperiment(ctx, ground, body);
  return { id: row.id };
}
