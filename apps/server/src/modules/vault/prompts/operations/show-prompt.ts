import { DomainError } from '@promptvault/contract/errors';
import type { Section } from '@promptvault/document';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { SharedView } from '../../../../foundation/module/subjects.ts';
import { namePeople } from '../../../account/organizations/index.ts';
import { openPrompt } from '../open.ts';
import { loadSource } from './load-source.ts';

const headings: Record<Exclude<Section['kind'], 'message'>, string> = {
  system: 'System',
  instructions: 'Instructions',
  context: 'Context',
  examples: 'Examples',
  output_format: 'Output format',
};
const roles = { system: 'System message', user: 'User message', assistant: 'Assistant message' };

const headingOf = ({ kind, role }: Section): string =>
  kind === 'message' ? roles[role ?? 'user'] : (headings[kind] ?? kind);

/** The saved text that a link leads to: one version, or the newest. References stay text. */
export async function findSharedVersion(ctx: Ctx, promptId: string, version: number | null) {
  const prompt = await openPrompt(ctx, { promptId }, 'prompt.read');
  const number = version ?? prompt.head?.number;
  if (number === undefined) return undefined;
  try {
    const source = await loadSource(ctx, prompt, { kind: 'version', number });
    return { prompt, number, document: source.document };
  } catch (error) {
    if (error instanceof DomainError && error.code === 'prompt.version_unknown') return undefined;
    throw error;
  }
}

export async function showPrompt(
  ctx: Ctx,
  promptId: string,
  version: number | null,
): Promise<SharedView | undefined> {
  const found = await findSharedVersion(ctx, promptId, version);
  if (!found) return undefined;
  const { prompt, number, document } = found;
  const author =
    prompt.authorId === null ? undefined : (await namePeople(ctx, [prompt.authorId])).get(prompt.authorId);
  return {
    title: prompt.title,
    description: prompt.description,
    facts: [...(author ? [author.name] : []), `Version ${number}`],
    parts: [
      ...document.sections
        .filter(({ text }) => text.trim() !== '')
        .map((section) => ({ heading: headingOf(section), text: section.text })),
      ...document.examples.map(({ input, output }, index) => ({
        heading: `Example ${index + 1}`,
        text: `${input}\n\n${output}`,
      })),
      ...(document.variables.length === 0
        ? []
        : [
            {
              heading: 'Variables',
              text: document.variables
                .map(({ name, description }) => (description ? `${name}: ${description}` : name))
                .join('\n'),
            },
          ]),
    ],
  };
}
