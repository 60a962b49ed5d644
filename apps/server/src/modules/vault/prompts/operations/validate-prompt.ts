import { checkDocument, type DocumentProblem, type PromptDocument } from '@promptvault/document';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import { linksOf } from './reference.ts';
import { explainMissing } from './render-document.ts';
import { followReferences } from './resolve-references.ts';

/** What is wrong with a document that is stored nowhere, whatever values it would be given. */
export async function validatePrompt(
  ctx: Ctx,
  _organization: Authorized<Organization, 'prompt.read'>,
  { document }: { document: PromptDocument },
): Promise<DocumentProblem[]> {
  const references = linksOf(document).map(({ reference }) => reference);
  const parents = document.extends === null ? [] : [document.extends];
  const found = await followReferences(ctx, { references, parents });
  const known = new Map(found.items.map((item) => [item.reference, item]));
  const problems = checkDocument(document, { partial: (reference) => known.get(reference) });
  return explainMissing(problems, new Map(found.problems.map((problem) => [problem.reference, problem])));
}
