import { PromptError } from '@promptvault/contract/vault/prompts/errors';
import { type CreateFromFileBody, promptPath } from '@promptvault/contract/vault/prompts/shapes';
import type { Authorized } from '../../../../foundation/context/authorized.ts';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Organization } from '../../../account/organizations/index.ts';
import type { PromptRecord } from '../repository/prompts.ts';
import { choosePaths } from './choose-paths.ts';
import { createPrompts } from './create-prompts.ts';
import { readPrompt } from './read-prompt.ts';

/** @throws prompt.file_refused with every fault and its line, prompt.path_taken, and what `createPrompts` throws */
export async function createPromptFromFile(
  ctx: Ctx,
  organization: Authorized<Organization, 'prompt.create'>,
  { text, format, name, path, visibility, commit }: CreateFromFileBody,
): Promise<PromptRecord> {
  const { readPromptFile } = await import('@promptvault/document/file');
  const { value, problems } = readPromptFile(text, format);
  if (!value)
    throw PromptError.file_refused({
      problems: problems.slice(0, 50).map(({ code, message, subject, from }) => ({
        code,
        message,
        line: from.line,
        subject: subject ?? null,
      })),
    });
  const title = value.title.trim() || name.replace(/(?:\.prompt)?\.[a-z]+$/i, '').trim() || 'Untitled prompt';
  const [id] = await createPrompts(ctx, organization, [
    {
      title: title.slice(0, 200).toWellFormed(),
      path: path ?? (await freePath(ctx, value.path)),
      description: value.description,
      tags: value.tags.map((tag) => tag.trim()).filter((tag) => tag !== ''),
      visibility,
      document: value.document,
      commit,
      message: '',
    },
  ]);
  return readPrompt(ctx, id as string);
}

/** The path a file names, with a number behind it when it is taken; none when it is no path. */
async function freePath(ctx: Ctx, path: string | null): Promise<string | undefined> {
  if (path === null || !promptPath.safeParse(path).success) return undefined;
  return (await choosePaths(ctx, [path]))[0];
}
