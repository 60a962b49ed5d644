import { ImportError } from '@promptvault/contract/vault/transfer/errors';
import {
  type BundleFile,
  type FooImport,
  type FooProblem,
  importPromptfoo as readConfiguration,
  readProviderId,
} from '@promptvault/importers/promptfoo';
import type { Ctx } from '../../../../foundation/context/ctx.ts';
import { chooseModel, matchModels } from '../../../studio/models/index.ts';

type Model = { connectionId: string | null; model: string };

export interface PromptfooSource {
  files: readonly BundleFile[];
  config?: string | undefined;
  providers: readonly ({ id: string } & Model)[];
  otherwise: Model;
}

export interface ReadPromptfoo {
  found: FooImport;
  problems: FooProblem[];
  /** Files that may be the configuration. */
  configs: string[];
}

const mostProblems = 500;

/** @throws import.unreadable, model.unknown, resource.not_found */
export async function readPromptfoo(
  ctx: Ctx,
  { files, config, providers, otherwise }: PromptfooSource,
): Promise<ReadPromptfoo> {
  const match = await matchModels(ctx);
  for (const { connectionId, model } of [...providers, otherwise])
    await chooseModel(ctx, { connectionId, model });
  const said = new Map(providers.map(({ id, connectionId, model }) => [id, { connectionId, model }]));
  const { value, problems } = readConfiguration(files, {
    config,
    otherwise: { connectionId: otherwise.connectionId, model: otherwise.model },
    modelOf(id) {
      const wish = readProviderId(id);
      return said.get(id) ?? (wish && match(wish));
    },
  });
  const reason = problems.find(({ severity }) => severity === 'error')?.message ?? 'it holds no prompts.';
  if (!value || value.prompts.length === 0) throw ImportError.unreadable({ reason });
  const configs = files.map(({ path }) => path).filter((path) => /\.(?:ya?ml|json)$/.test(path));
  return {
    found: value,
    problems: shorten(problems),
    configs: configs.filter((path) => path.includes('promptfooconfig') || path === value.config),
  };
}

function shorten(problems: readonly FooProblem[]): FooProblem[] {
  if (problems.length <= mostProblems) return [...problems];
  const message = `There are ${problems.length - mostProblems} more kinds of losses, which are not listed.`;
  return [...problems.slice(0, mostProblems), { severity: 'warning', code: 'promptfoo.more', message }];
}
