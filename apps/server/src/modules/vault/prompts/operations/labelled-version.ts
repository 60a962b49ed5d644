import type { Ctx } from '../../../../foundation/context/ctx.ts';
import type { Prompt } from '../open.ts';
import { labelsOf } from '../repository/labels.ts';
import type { VersionRecord } from '../repository/versions.ts';

export interface LabelledVersion extends VersionRecord {
  labels: string[];
}

export type LabelledVersionSummary = Omit<LabelledVersion, 'document'>;

/** The names of labels by the version they point at; `latest` is the head of the default branch. */
export async function labelsByVersion(ctx: Ctx, prompt: Prompt): Promise<Map<number, string[]>> {
  const names = new Map<number, string[]>();
  const add = (number: number, name: string) => names.set(number, [...(names.get(number) ?? []), name]);
  if (prompt.head) add(prompt.head.number, 'latest');
  for (const { name, targets } of await labelsOf(ctx, [prompt.id]))
    for (const { version } of targets) add(version, name);
  return names;
}

export const labelsOfVersion = async (ctx: Ctx, prompt: Prompt, number: number): Promise<string[]> =>
  (await labelsByVersion(ctx, prompt)).get(number) ?? [];
