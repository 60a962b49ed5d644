import type { components } from '@promptvault/sdk';
import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api } from '../../../../wire/api.ts';
import { dataOf } from '../../../../wire/api-client.ts';
import type { Bundle } from '../state/read-bundle.ts';

export type PromptfooPreview = components['schemas']['PromptfooPreview'];
export type ImportedPromptfoo = components['schemas']['ImportedPromptfoo'];

/** Which model here stands for which provider of the configuration. */
export type ProviderModels = Readonly<Record<string, { connectionId: string | null; model: string }>>;

export type PromptfooSource = { bundle: Bundle; config: string | undefined; models: ProviderModels };

const bodyOf = ({ bundle, config, models }: PromptfooSource) => ({
  files: bundle.files,
  ...(config !== undefined && { config }),
  providers: Object.entries(models).map(([id, model]) => ({ id, ...model })),
});

/** What an import would make. The files are long, so their number and length stand for them in the key. */
export const promptfooPreviewQuery = (source: PromptfooSource) => {
  const { bundle, config, models } = source;
  const length = bundle.files.reduce((sum, { text }) => sum + text.length, 0);
  return queryOptions({
    queryKey: ['promptfoo-preview', bundle.name, bundle.files.length, length, config, models],
    queryFn: ({ signal }): Promise<PromptfooPreview> =>
      dataOf(api.POST('/api/v1/imports/promptfoo/preview', { body: bodyOf(source), signal })),
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  });
};

export type PromptfooWish = PromptfooSource & {
  tags: string[];
  visibility: 'private' | 'organization' | 'public';
  /** Made once for a wish, so that a repeated click imports once. */
  key: string;
};

export const importPromptfoo = ({
  key,
  tags,
  visibility,
  ...source
}: PromptfooWish): Promise<ImportedPromptfoo> =>
  dataOf(
    api.POST('/api/v1/imports/promptfoo', {
      params: { header: { 'Idempotency-Key': key } },
      body: { ...bodyOf(source), tags, visibility },
    }),
  );
